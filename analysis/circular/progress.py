"""进展情况: the lights of tasks and projects, 投资完成率 against 序时进度, what is disclosed."""

from analysis.charts.rows import Row, rows_of
from analysis.charts.words import percent, signed
from analysis.circular import sources
from analysis.circular.written import Filled, Number, Paragraph, Piece, Source, Style, Wording
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
    standing = rows_of(seen.board.standing(period))
    found: list[Paragraph] = []
    for kind, name in _KINDS.items():
        rows = [row for row in standing if row[Reports.KIND] == kind]
        if rows:
            found.append(Paragraph(Style.BODY, _lights(rows, name, period, wording)))
            red = [row for row in rows if row[Counted.LIGHT] == Light.RED]
            if red:
                found.append(Paragraph(Style.BODY, _far_behind(red, name, period, wording)))
    projects = [row for row in standing if row[Reports.KIND] == ItemKind.PROJECT]
    if projects:
        found.append(Paragraph(Style.BODY, _completion(seen, projects, period, wording)))
        library = rows_of(seen.board.projects)
        totals = (*_totals(library, period, wording), *_done(projects, period, wording))
        found.append(Paragraph(Style.BODY, totals))
    return found


def _lights(rows: list[Row], kind: str, period: Period, wording: Wording) -> tuple[Piece, ...]:
    words = wording.words
    every = tuple(sources.of_standing(row, period, words) for row in rows)
    how = words.t("circular.how_light")
    values: dict[str, Filled] = {
        "kind": words.t(f"circular.kind_{kind}"),
        "items": Number(f"{kind} items", str(len(every)), every),
    }
    for light in Light:
        lit = tuple(
            one for one, row in zip(every, rows, strict=True) if row[Counted.LIGHT] == light
        )
        values[light.value] = Number(f"{kind} {light}", str(len(lit)), lit, every, how)
    return wording.counted("lights", **values)


def _far_behind(rows: list[Row], kind: str, period: Period, wording: Wording) -> tuple[Piece, ...]:
    """Name the items that are far behind, the farthest first; many are cut with their number."""
    farthest = sorted(rows, key=lambda row: (row[Counted.GAP_POINTS], row[Reports.ITEM_ID]))
    named = said_of(len(rows), _MOST_NAMED)
    parts = [_behind(row, kind, period, wording) for row in farthest[:named]]
    pieces = wording.listed(parts)
    if len(rows) > named:
        pieces = (*pieces, wording.words.t("circular.and_more", count=len(rows)))
    name = wording.words.t(f"circular.kind_{kind}")
    return wording.fill("behind_most", kind=name, items=pieces)


def _behind(row: Row, kind: str, period: Period, wording: Wording) -> tuple[Piece, ...]:
    words, item = wording.words, row[Reports.ITEM_ID]
    source = (sources.of_standing(row, period, words),)
    shown = {
        "percent": percent(row[Counted.JUDGED_PERCENT]),
        "schedule": percent(row[Counted.SCHEDULE_PERCENT]),
        "gap": signed(-row[Counted.GAP_POINTS]).removeprefix("+"),
    }
    values: dict[str, Filled] = {
        name: Number(f"{kind} {item} {name}", said, source) for name, said in shown.items()
    }
    named = words.t("circular.item", number=item, name=row[Reports.ITEM_NAME])
    return wording.fill("behind_item", item=named, measure=sources.measure(row, words), **values)


def _completion(
    seen: Watched, projects: list[Row], period: Period, wording: Wording
) -> tuple[Piece, ...]:
    """Say 投资完成率 of the projects that reported both amounts in the month."""
    both = [
        row
        for row in projects
        if row[Counted.IS_CURRENT] and row[_PLAN] is not None and row[_DONE] is not None
    ]
    planned, done = (sum(row[one] for row in both) for one in (_PLAN, _DONE))
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
    rests: tuple[tuple[Source, ...], tuple[Source, ...]],
    wording: Wording,
) -> tuple[Piece, ...]:
    shown = signed(abs(gap)).removeprefix("+")
    if shown == "0":
        return wording.fill("level", schedule=schedule)
    how = wording.words.t("circular.how_completion")
    sentence = "ahead" if gap > 0 else "behind"
    return wording.fill(sentence, schedule=schedule, gap=Number("gap", shown, *rests, how))


def _totals(library: list[Row], period: Period, wording: Wording) -> tuple[Piece, ...]:
    words, how = wording.words, wording.words.t("circular.how_disclosed")
    kind = ItemKind.PROJECT.value
    every = tuple(sources.of_project(row, kind, period, words) for row in library)
    totals = [row[Projects.TOTAL_YUAN] for row in library]
    known = tuple(one for one, total in zip(every, totals, strict=True) if total is not None)
    unknown = tuple(one for one, total in zip(every, totals, strict=True) if total is None)
    number = Number("projects", str(len(every)), every)
    if not known:
        return wording.fill("total_unknown", projects=number)
    amount = words.amount(sum(total for total in totals if total is not None))
    values: dict[str, Filled] = {
        "projects": number,
        "disclosed": Number("disclosed", str(len(known)), known, every, how),
        "amount": Number("total", amount, known, rule=how),
        "undisclosed": Number("undisclosed", str(len(unknown)), unknown, every, how),
    }
    return wording.fill("total" if unknown else "total_all", **values)


def _done(projects: list[Row], period: Period, wording: Wording) -> tuple[Piece, ...]:
    stated = [row for row in projects if row[_SINCE_START] is not None]
    if not stated:
        return ()
    how = wording.words.t("circular.how_done_total")
    every = _amounts(stated, _SINCE_START, period, wording)
    old = _amounts(
        [row for row in stated if not row[Counted.IS_CURRENT]], _SINCE_START, period, wording
    )
    amount = wording.words.amount(sum(row[_SINCE_START] for row in stated))
    values: dict[str, Filled] = {
        "projects": Number("done_total projects", str(len(every)), every, rule=how),
        "amount": Number("done_total", amount, every, rule=how),
        "carried": Number("carried", str(len(old)), old, every, how),
    }
    return wording.fill("done_total" if old else "done_total_now", **values)


def _amounts(rows: list[Row], figure: str, period: Period, wording: Wording) -> tuple[Source, ...]:
    return tuple(sources.of_amount(row, figure, period, wording.words) for row in rows)
