"""Bullet charts: 投资完成率 as a bar, 序时进度 as a mark, the gap in 百分点 written behind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, rooms, style
from analysis.charts.months import YIELDS
from analysis.charts.portfolio import REST
from analysis.charts.rows import Row, rows_of
from analysis.charts.spoken import SAID, plain_line
from analysis.charts.words import NO_POINTS, Words, percent, points, signed
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports
from domain.periods import Period
from domain.rules import Light
from texts.amounts import written_amount

UNASSIGNED = "unassigned"  # what a click on that row picks; plotly hangs no note on ""
_FULL = 100
_STEPS = (25, 50, 100, 200, 500, 1000, 2500)  # percent between ticks
_MOST_TICKS, _MOST_ON_A_PHONE = 6, 3  # beside zero
_MOST_SAID = 12


@dataclass(frozen=True, slots=True)
class _Bullet:
    """One row; without a rate it has a name and a sentence."""

    place: str
    name: str
    colour: str
    rate: float | None = None
    schedule: float | None = None
    more: str = ""  # what the hover says below the figures
    is_done: bool = False  # then no gap is held against it


def of_chains(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw 投资完成率 of each chain against 序时进度, in the plan's order."""
    return _drawn([_of_chain(row, words) for row in rows_of(table)], words)


def of_projects(
    table: pd.DataFrame,
    words: Words,
    begun: Mapping[str, int] | None = None,
    over_total: Collection[str] = (),
) -> go.Figure:
    """Draw the projects furthest behind 序时进度, worst first, and all others in one row.

    ``begun`` has the month of those that began in the course of the year, which is said of them,
    as it is of those above their total investment, whose numbers are ``over_total``.
    """
    rows = rows_of(table)
    chains = [row[Projects.CHAIN] for row in rows if row[Reports.ITEM_ID]]
    return _drawn([_of_project(row, words, begun or {}, over_total) for row in rows], words, chains)


def of_periods(table: pd.DataFrame, asked: Sequence[str], words: Words) -> go.Figure:
    """Draw 投资完成率 of the period, of the month before and of the same month last year.

    A period in which nobody reported keeps its row and says so.
    """
    known = {row[Reports.PERIOD]: row for row in rows_of(table)}
    colours = (style.ACCENT, style.ACCENT_SOFT, style.ACCENT_SOFT)
    bullets = [
        _of_period(period, key, known.get(period), colour, words)
        for period, key, colour in zip(asked, ("now", "before", "last_year"), colours, strict=True)
    ]
    return _drawn(bullets, words)


def is_broken(rates: Sequence[float]) -> bool:
    """Tell whether one of these rates is so far beyond the others that its bar is broken."""
    return max(rates, default=0) > bars.reach(rates, _FULL)


def _of_chain(row: Row, words: Words) -> _Bullet:
    chain = row[Projects.CHAIN]
    return _Bullet(
        place=chain or UNASSIGNED,
        name=words.above(
            words.numbered(chain), words.t("chart.done_of_plan", **_amounts(row, words))
        ),
        colour=words.chain_colour(chain),
        rate=row[Counted.COMPLETION_PERCENT],
        schedule=row[Counted.SCHEDULE_PERCENT],
        more=words.t("chart.projects_count", count=row[Counted.PROJECTS]),
    )


def _of_project(
    row: Row, words: Words, begun: Mapping[str, int], over_total: Collection[str]
) -> _Bullet:
    chain, count = row[Projects.CHAIN], row[Counted.PROJECTS]
    name = words.t("chart.rest_projects", count=count)
    if row[Reports.ITEM_ID] is not None:
        since = words.begun(begun.get(row[Reports.ITEM_ID]))
        above = words.t("chart.above_total") if row[Reports.ITEM_ID] in over_total else ""
        more = words.t("chart.beside", more="").join(filter(None, (since, above)))
        name = words.above(f"{words.chain_mark(chain)} {row[Reports.ITEM_NAME]}", more)
    return _Bullet(
        place=row[Reports.ITEM_ID] or REST,
        name=name,
        colour=words.chain_colour(chain) if row[Reports.ITEM_ID] else style.NEUTRAL_SOFT,
        rate=row[Counted.COMPLETION_PERCENT],
        schedule=row[Counted.SCHEDULE_PERCENT],
        more=words.t("chart.done_of_plan_only", **_amounts(row, words)),
        is_done=row[Counted.LIGHT] == Light.DONE,
    )


def _of_period(period: str, key: str, row: Row | None, colour: str, words: Words) -> _Bullet:
    month = Period.parse(period)
    name = words.t(f"chart.period_{key}", year=month.year, month=month.month)
    if row is None or row[Counted.COMPLETION_PERCENT] is None:
        return _Bullet(period, words.above(name), colour)
    count = words.t("chart.projects_count", count=row[Counted.YEAR_PLANS])
    return _Bullet(
        place=period,
        name=words.above(name, words.t("chart.done_of_plan", **_amounts(row, words))),
        colour=colour,
        rate=row[Counted.COMPLETION_PERCENT],
        schedule=row[Counted.SCHEDULE_PERCENT],
        more=count,
    )


def _amounts(row: Row, words: Words) -> dict[str, str]:
    done, plan = row[Reports.DONE_YTD_YUAN], row[Reports.YEAR_PLAN_YUAN]
    return {"done": written_amount(done, words.t), "plan": written_amount(plan, words.t)}


def _drawn(bullets: list[_Bullet], words: Words, chains: Sequence[str | None] = ()) -> go.Figure:
    figure = go.Figure()
    places = [one.place for one in bullets]
    longest = bars.reach([one.rate for one in bullets if one.rate is not None], _FULL)
    _bars(figure, bullets, longest, words)
    _marks(figure, bullets, words)
    ends = [min(max(one.rate or 0, one.schedule or 0), longest) for one in bullets]
    texts = [f"\u2009{_figures(one, words)}" for one in bullets]  # clear of the mark's edge
    short = [f"\u2009{_figures(one, words, short=True)}" for one in bullets]
    bars.end_labels(figure, ends, places, texts, places, short)
    bars.chain_keys(figure, chains, words)
    measure = words.t("chart.axis_percent")
    rooms.horizontal(
        figure, rows=len(bullets), unit_of_measure=measure, end_px=bars.room(ends, texts)
    )
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    figure.update_layout(barmode="overlay")  # so that a broken bar is as high as all
    rooms.names_above(figure, places, [one.name for one in bullets])
    said = words.t("figure.alt_joiner").join(_aloud(one, words) for one in bullets[:_MOST_SAID])
    if len(bullets) > _MOST_SAID:
        said += words.t("figure.alt_more", count=len(bullets))
    figure.update_layout(meta={SAID: said})
    return _in_plans(figure, max([*ends, _FULL]))


def _bars(figure: go.Figure, bullets: list[_Bullet], longest: float, words: Words) -> None:
    """Draw the rates; one that is far beyond the others is broken at the end of the axis."""
    drawn = [(one, piece) for one in bullets for piece in bars.pieces(one.rate or 0, longest)]
    places = [one.place for one, _ in drawn]
    broken = len(drawn) > len(bullets)
    figure.add_bar(
        x=[None if one.rate is None else end - start for one, (start, end) in drawn],
        base=[start for _, (start, _) in drawn] if broken else None,
        y=places,
        orientation="h",
        name=words.t("chart.completion"),
        showlegend=False,
        marker={"color": [one.colour for one, _ in drawn]},
        customdata=places,
        hovertext=[_hover(one, words) for one, _ in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _in_plans(figure: go.Figure, top: float) -> go.Figure:
    """Name quarters of the plan, halves where bars are longer, whole plans where they are far so.

    A phone names every second of them, as a small picture does that says much behind its bars.
    """
    ticks, on_a_phone = _ticks(top, _MOST_TICKS), _ticks(top, _MOST_ON_A_PHONE)
    names = [f"{tick}" if tick in on_a_phone else f"{tick}{YIELDS}" for tick in ticks]
    return figure.update_xaxes(range=[0, top], tickvals=list(ticks), ticktext=names)


def _ticks(top: float, most: int) -> range:
    """Return where ticks stand.

    >>> list(_ticks(100, 6)), list(_ticks(240, 6)), list(_ticks(240, 3))
    ([0, 25, 50, 75, 100], [0, 50, 100, 150, 200], [0, 100, 200])
    """
    fitting = (one for one in _STEPS if top <= one * (most + 1))
    return range(0, round(top) + 1, next(fitting, _STEPS[-1]))


def _marks(figure: go.Figure, bullets: list[_Bullet], words: Words) -> None:
    known = [one for one in bullets if one.schedule is not None]
    schedules = {one.schedule for one in known}
    name = words.t("chart.schedule")
    if len(schedules) == 1:
        name = words.t("chart.schedule_at", percent=percent(schedules.pop() or 0))
    for look, entry in ((style.TARGET_EDGE, None), (style.TARGET, name)):
        figure.add_scatter(
            x=[one.schedule for one in known],
            y=[one.place for one in known],
            mode="markers",
            name=entry,
            showlegend=entry is not None,
            marker=look,
            customdata=[one.place for one in known],
            hoverinfo="skip",
        )


def _figures(one: _Bullet, words: Words, *, short: bool = False) -> str:
    if one.rate is None or one.schedule is None:
        return words.t("chart.nothing_to_compare")
    gap = words.t("light.done") if one.is_done else signed(one.rate - one.schedule)
    if one.rate > _FULL and not short:
        gap = words.t("chart.gap_over_plan", gap=gap)
    return words.t("chart.rate_and_gap", rate=percent(one.rate), gap=gap)


def _aloud(one: _Bullet, words: Words) -> str:
    """Say a row as a person would who reads the picture to another."""
    name = plain_line(one.name)
    if one.rate is None or one.schedule is None:
        return words.t("aloud.bullet_nothing", name=name)
    gap = points(one.rate - one.schedule)
    way = "even" if gap == NO_POINTS else "behind" if one.rate < one.schedule else "ahead"
    return words.t(
        f"aloud.bullet_{'done' if one.is_done else way}",
        name=name,
        rate=percent(one.rate),
        schedule=percent(one.schedule),
        gap=gap,
    )


def _hover(one: _Bullet, words: Words) -> str:
    return "<br>".join(part for part in (one.name, _figures(one, words), one.more) if part)
