"""进展情况: the lights of tasks and projects, 投资完成率 against 序时进度, what is disclosed."""

from functools import partial
from typing import Any

import pandas as pd

from analysis.charts.rows import Row
from analysis.charts.words import NO_POINTS, percent, points
from analysis.circular import sources
from analysis.circular.source_rows import SourceRows
from analysis.circular.written import Filled, Number, Paragraph, Piece, Style, Wording
from analysis.metrics.columns import Counted
from analysis.views.supervision import Watched
from domain.columns import ItemKind, Projects, Reports
from domain.periods import Period
from domain.rules import Light
from texts.few import said_of

_MOST_NAMED = 10
_KINDS = {ItemKind.TASK: "tasks", ItemKind.PROJECT: "projects"}
_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value
_SINCE_START = Reports.DONE_TOTAL_YUAN.value


def paragraphs(seen: Watched, period: Period, wording: Wording) -> list[Paragraph]:
    """Return what is said about the items of the plan at the end of a month."""
    standing = seen.board.standing(period)
    found: list[Paragraph] = []
    for kind, name in _KINDS.items():
        rows = _of_kind(standing, kind, period, wording)
        if rows:
            found.append(Paragraph(Style.BODY, _lights(rows, name, wording)))
            red = rows.where(standing[Counted.LIGHT] == Light.RED)
            if red:
                found.append(Paragraph(Style.BODY, _far_behind(red, name, period, wording)))
    projects = standing[standing[Reports.KIND] == ItemKind.PROJECT]
    if len(projects):
        found.append(Paragraph(Style.BODY, _completion(seen, projects, period, wording)))
        totals = (
            *_totals(seen.board.projects, period, wording),
            *_done(projects, period, wording),
        )
        found.append(Paragraph(Style.BODY, totals))
    return found


def _of_kind(
    standing: pd.DataFrame, kind: ItemKind, period: Period, wording: Wording
) -> SourceRows:
    say = partial(sources.of_standing, period=period, words=wording.words)
    return SourceRows.of(standing, say).where(standing[Reports.KIND] == kind)


def _lights(every: SourceRows, kind: str, wording: Wording) -> tuple[Piece, ...]:
    words = wording.words
    how = words.t("circular.how_light")
    values: dict[str, Filled] = {
        "kind": words.t(f"circular.kind_{kind}"),
        "items": Number(f"{kind} items", str(len(every)), every),
    }
    for light in Light:
        lit = every.where(every.table[Counted.LIGHT] == light)
        values[light.value] = Number(f"{kind} {light}", str(len(lit)), lit, every, how)
    return wording.counted("lights", **values)


def _far_behind(red: SourceRows, kind: str, period: Period, wording: Wording) -> tuple[Piece, ...]:
    """Name the items that are far behind, the farthest first; many are cut with their number."""
    named = said_of(len(red), _MOST_NAMED)
    order = [Counted.GAP_POINTS.value, Reports.ITEM_ID.value]
    farthest = SourceRows.of(red.table.iloc[red.places].sort_values(order, kind="stable"), red.say)
    parts = [_behind(row, kind, period, wording) for row in farthest.rows(named)]
    pieces = wording.listed(parts)
    if len(red) > named:
        pieces = (*pieces, wording.words.t("circular.and_more", count=len(red)))
    name = wording.words.t(f"circular.kind_{kind}")
    return wording.fill("behind_most", kind=name, items=pieces)


def _behind(row: Row, kind: str, period: Period, wording: Wording) -> tuple[Piece, ...]:
    words, item = wording.words, row[Reports.ITEM_ID]
    source = (sources.of_standing(row, period, words),)
    shown = {
        "percent": percent(row[Counted.JUDGED_PERCENT]),
        "schedule": percent(row[Counted.SCHEDULE_PERCENT]),
        "gap": points(row[Counted.GAP_POINTS]),
    }
    values: dict[str, Filled] = {
        name: Number(f"{kind} {item} {name}", said, source) for name, said in shown.items()
    }
    named = words.t("circular.item", number=item, name=row[Reports.ITEM_NAME])
    return wording.fill("behind_item", item=named, measure=sources.measure(row, words), **values)


def _completion(
    seen: Watched, projects: pd.DataFrame, period: Period, wording: Wording
) -> tuple[Piece, ...]:
    """Say 投资完成率 of the projects that reported both amounts in the month."""
    stated = projects[_PLAN].notna() & projects[_DONE].notna()
    both = projects[_true(projects[Counted.IS_CURRENT]) & stated]
    planned, done = (_sum(both[one]) for one in (_PLAN, _DONE))
    if not planned:
        return wording.fill("no_completion")
    words, how = wording.words, wording.words.t("circular.how_completion")
    plans, dones = (_amounts(both, one, period, wording) for one in (_PLAN, _DONE))
    rulebook = seen.board.plan.rulebook
    schedule, by = rulebook.schedule_percent(period), rulebook.at(period).schedule
    due = Number("schedule", percent(schedule), (), rule=words.t(f"light.schedule_{by}"))
    gap = done * 100 / planned - schedule
    values: dict[str, Filled] = {
        "projects": Number("completion projects", str(len(both)), dones, rule=how),
        "planned": Number("planned", words.amount(planned), plans, rule=how),
        "done": Number("done", words.amount(done), dones, rule=how),
        "rate": Number("completion", percent(done * 100 / planned), dones, plans, how),
        "against": _against(gap, due, (dones, plans), wording),
    }
    return wording.fill("completion", **values)


def _against(
    gap: float,
    schedule: Number,
    rests: tuple[SourceRows, SourceRows],
    wording: Wording,
) -> tuple[Piece, ...]:
    shown = points(gap)
    if shown == NO_POINTS:
        return wording.fill("level", schedule=schedule)
    how = wording.words.t("circular.how_completion")
    sentence = "ahead" if gap > 0 else "behind"
    return wording.fill(sentence, schedule=schedule, gap=Number("gap", shown, *rests, how))


def _totals(library: pd.DataFrame, period: Period, wording: Wording) -> tuple[Piece, ...]:
    words, how = wording.words, wording.words.t("circular.how_disclosed")
    kind, totals = ItemKind.PROJECT.value, library[Projects.TOTAL_YUAN]
    say = partial(sources.of_project, kind=kind, period=period, words=words)
    every = SourceRows.of(library, say)
    known, unknown = every.where(totals.notna()), every.where(totals.isna())
    number = Number("projects", str(len(every)), every)
    if not known:
        return wording.fill("total_unknown", projects=number)
    amount = words.amount(_sum(totals))
    values: dict[str, Filled] = {
        "projects": number,
        "disclosed": Number("disclosed", str(len(known)), known, every, how),
        "amount": Number("total", amount, known, rule=how),
        "undisclosed": Number("undisclosed", str(len(unknown)), unknown, every, how),
    }
    return wording.fill("total" if unknown else "total_all", **values)


def _done(projects: pd.DataFrame, period: Period, wording: Wording) -> tuple[Piece, ...]:
    stated = projects[projects[_SINCE_START].notna()]
    if stated.empty:
        return ()
    how = wording.words.t("circular.how_done_total")
    every = _amounts(stated, _SINCE_START, period, wording)
    old = every.where(~_true(stated[Counted.IS_CURRENT]))
    amount = wording.words.amount(_sum(stated[_SINCE_START]))
    values: dict[str, Filled] = {
        "projects": Number("done_total projects", str(len(every)), every, rule=how),
        "amount": Number("done_total", amount, every, rule=how),
        "carried": Number("carried", str(len(old)), old, every, how),
    }
    return wording.fill("done_total" if old else "done_total_now", **values)


def _amounts(rows: pd.DataFrame, figure: str, period: Period, wording: Wording) -> SourceRows:
    say = partial(sources.of_amount, figure=figure, period=period, words=wording.words)
    return SourceRows.of(rows, say)


def _true(flags: "pd.Series[Any]") -> "pd.Series[bool]":
    return flags.fillna(0).astype(bool)


def _sum(yuan: "pd.Series[Any]") -> int:
    """Sum what is stated, without the end that whole numbers have in a frame."""
    return sum(yuan.dropna().tolist())
