"""The key figures of a period in words, the same on the screen, on a slide and in a brief."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from analysis.board import Board
from analysis.charts import differences
from analysis.charts.style import LIGHT_SHAPES
from analysis.charts.words import percent, signed
from analysis.memo import recently
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Projects, Reports
from domain.periods import Period
from domain.rules import Light
from texts import Texts
from texts.amounts import written_amount

Figures: TypeAlias = dict[str, Any]
_COMPARED = {
    "done": Reports.DONE_TOTAL_YUAN,
    "completion": Counted.COMPLETION_PERCENT,
    "reporting": Counted.REPORTING_PERCENT,
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure as plain text; ``notes`` are its lines: denominators, then differences."""

    key: str
    label: str
    figure: str
    notes: tuple[str, ...]


@recently
def tiles(board: Board, period: Period, t: Texts) -> tuple[Tile, ...]:
    """Return the five tiles; a figure nobody has reported says so and is never zero."""
    figures = board.key_figures(period)
    told = (
        _total(figures, t),
        _done(figures, t),
        _completion(figures, t),
        _lights(figures, _projects_by_light(board, period), t),
        _reporting(figures, t),
    )
    by_projects = figures[Counted.PROJECTS] > figures[Counted.TASKS]
    labels = {"lights": t("key.lights_by_projects")} if by_projects else {}
    return tuple(
        Tile(
            key,
            labels.get(key, t(f"key.{key}")),
            figure,
            (*notes, *_against(key, board, period, t)),
        )
        for key, figure, *notes in told
    )


def _against(key: str, board: Board, period: Period, t: Texts) -> list[str]:
    if key not in _COMPARED:
        return []
    said = differences.line(board, period, t, _COMPARED[key].value)
    return [said] if said else []


def _total(figures: Figures, t: Texts) -> tuple[str, ...]:
    amount = figures[Projects.TOTAL_YUAN]
    disclosed = figures[Counted.PROJECTS] - figures[Counted.UNDISCLOSED]
    note = t("key.total_note", disclosed=disclosed, projects=figures[Counted.PROJECTS])
    undisclosed = t("key.undisclosed", count=figures[Counted.UNDISCLOSED])
    nothing = bool(figures[Counted.PROJECTS]) and not disclosed
    figure = t("table.undisclosed") if nothing else _amount(amount, figures, t)
    return "total", figure, note + undisclosed


def _done(figures: Figures, t: Texts) -> tuple[str, ...]:
    reported = figures[Counted.DONE_PROJECTS]
    note = t("key.done_note", reported=reported, projects=figures[Counted.PROJECTS])
    if figures["carried_over"]:
        note += t("key.carried_over", count=figures["carried_over"])
    return "done", _amount(figures[Reports.DONE_TOTAL_YUAN], figures, t), note


def _completion(figures: Figures, t: Texts) -> tuple[str, ...]:
    rate, schedule = figures[Counted.COMPLETION_PERCENT], figures[Counted.SCHEDULE_PERCENT]
    if rate is None:
        note = t("key.schedule_only", schedule=percent(schedule))
        return "completion", _none(figures, t), note
    ahead, over = figures[Counted.NOT_DUE_PLANS], figures[Counted.OVER_PLANS]
    note = t(
        "key.completion_note",
        ahead=t("key.completion_not_due", count=ahead) if ahead else "",
        over=t("key.completion_over", count=over) if over else "",
        done=written_amount(figures[Reports.DONE_YTD_YUAN], t),
        plan=written_amount(figures[Reports.YEAR_PLAN_YUAN], t),
        projects=figures["projects_with_year_plan"],
        schedule=percent(schedule),
        gap=signed(figures[Counted.GAP_POINTS]),
    )
    return "completion", percent(rate), note


def _lights(figures: Figures, projects: dict[Light, int], t: Texts) -> tuple[str, ...]:
    """Show the lights of the kind with more items; the other kind is said below it."""
    tasks = {light: figures[f"tasks_{light}"] for light in Light}
    counts = {
        "tasks": (figures[Counted.TASKS], tasks),
        "projects": (sum(projects.values()), projects),
    }
    first, second = sorted(counts, key=lambda kind: counts[kind][0], reverse=True)
    shapes = counts[first][1].items()
    shown = " ".join(f"{LIGHT_SHAPES[light]}{count}" for light, count in shapes if count)
    said = {
        kind: t(f"key.lights_{place}_{kind}", count=count, words=_spelled(lit, kind, t))
        for kind, place in ((first, "of"), (second, "and"))
        for count, lit in (counts[kind],)
        if count or place == "of"
    }
    return ("lights", shown, *said.values())


def _spelled(counts: dict[Light, int], kind: str, t: Texts) -> str:
    return t("key.joiner").join(
        t(f"key.light_count_{kind}", light=t(f"light.{light}"), count=count)
        for light, count in counts.items()
        if count
    )


def _projects_by_light(board: Board, period: Period) -> dict[Light, int]:
    """Count the projects of each light; nothing where there is none."""
    standing = board.standing(period)
    lit = standing[standing[Reports.KIND] == ItemKind.PROJECT][Counted.LIGHT].tolist()
    return {light: lit.count(light.value) for light in Light} if lit else {}


def _reporting(figures: Figures, t: Texts) -> tuple[str, ...]:
    received, expected = figures[Counted.RECEIVED], figures[Counted.EXPECTED]
    note = t("key.reporting_note", received=received, expected=expected)
    rate = figures[Counted.REPORTING_PERCENT]
    return "reporting", t("key.none") if rate is None else percent(rate), note


def _amount(yuan: int | None, figures: Figures, t: Texts) -> str:
    if yuan is None:
        return _none(figures, t)
    return t("key.amount", amount=written_amount(yuan, t))


def _none(figures: Figures, t: Texts) -> str:
    """Say that nobody reported such a figure, or that there is no project to report it of."""
    return t("key.none" if figures[Counted.PROJECTS] else "key.no_project")
