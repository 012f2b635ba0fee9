"""How a figure differs from the month before and from the same month last year, in words."""

from analysis.board import Board
from analysis.charts.words import signed
from analysis.comparing import Compared, Measure
from analysis.views import schedule
from domain.periods import Period
from texts import Texts
from texts.amounts import written_amount


def against(figure: Compared, t: Texts) -> tuple[str, str]:
    """Say how much more or less a figure is than a month ago and than a year ago."""
    month_before, year_before = figure.since_month_before, figure.since_year_before
    if figure.differs_by == "points":
        month_before = _as_shown(figure.now, figure.month_before)
        year_before = _as_shown(figure.now, figure.year_before)
    before = _difference(month_before, figure.differs_by, t)
    last_year = _difference(year_before, figure.differs_by, t)
    return (
        t("key.since_before", difference=before) + _of_how_many(figure.same_projects, t),
        t("key.since_last_year", difference=last_year)
        + _of_how_many(figure.same_as_year_before, t),
    )


def line(board: Board, period: Period, t: Texts, name: str) -> str:
    """Return both differences of the figure ``name`` in one line, empty before any report."""
    if not board.periods:
        return ""
    figure = next(one for one in schedule.figures(board, period) if one.name == name)
    return t("key.comparing_joiner").join(against(figure, t))


def _of_how_many(same_projects: int | None, t: Texts) -> str:
    """Say of how many projects a change is, where it is not of all that are known now."""
    return t("key.same_projects", count=same_projects) if same_projects else ""


def _difference(more: float | None, differs_by: Measure, t: Texts) -> str:
    if more is None:
        return t("key.nothing_then")
    return t(f"key.difference_{differs_by}", amount=_signed(more, differs_by, t))


def _as_shown(now: float | None, then: float | None) -> float | None:
    """Return the difference of two percentages as they are shown, with one decimal each."""
    return None if now is None or then is None else round(now, 1) - round(then, 1)


def _signed(more: float, differs_by: Measure, t: Texts) -> str:
    if differs_by == "points":
        return signed(more)
    amount = written_amount(abs(round(more)), t)
    return amount if more == 0 else f"{'+' if more > 0 else '−'}{amount}"
