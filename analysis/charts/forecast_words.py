"""What a forecast says in words: a month, that it is far off, how long an item is overdue."""

from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR_YEARS, FEWEST_REPORTS
from domain.columns import Reports
from domain.periods import MONTHS, Period

MOST_YEARS = FAR_YEARS  # what lies further off is drawn to the edge


def month_or_beyond(month: int | None, period: Period, words: Words) -> str:
    """Name an estimated month, counted as ``Period.index``; far off, a month is false precision.

    "—" where the pace reaches none.
    """
    if month is None:
        return "—"
    if month > period.index + MOST_YEARS * MONTHS:
        return words.t("chart.beyond_years", years=MOST_YEARS)
    return _named(month, words)


def overdue(row: Row, period: Period, words: Words) -> str:
    """Say for how many months an item is overdue, empty where it is not."""
    due = due_month(row)
    months = 0 if due is None else period.index - due
    return words.t("chart.overdue_months", months=months) if months > 0 else ""


def behind(row: Row, words: Words, last: int) -> str:
    """Say beyond the end of the axis which month is likely; ``last`` is its last month."""
    if row[Counted.PACE] is None:
        return words.t("chart.too_few_reports", fewest=FEWEST_REPORTS)
    if row[Counted.LIKELY] is None:
        return words.t("chart.no_finish_in_sight")
    if row[Counted.LIKELY] > last:
        return words.t("chart.beyond_years", years=MOST_YEARS)
    return words.t("chart.about_month", month=_named(row[Counted.LIKELY], words))


def sentence(row: Row, period: Period, words: Words) -> str:
    """Say all that is estimated of an item, and what the plan names."""
    name = words.label(row[Reports.ITEM_NAME], 26)
    if due := due_month(row):
        planned = words.t("chart.planned_month", month=_named(due, words))
        name = "<br>".join(filter(None, (name, planned, overdue(row, period, words))))
    if row[Counted.LIKELY] is None:
        return f"{name}<br>{behind(row, words, 0)}"
    latest = row[Counted.LATEST]
    open_end = words.t("chart.open_end")
    until = open_end if latest is None else month_or_beyond(latest, period, words)
    said = words.t(
        "chart.own_pace_sentence",
        months=row[Counted.REPORTED_MONTHS],
        likely=month_or_beyond(row[Counted.LIKELY], period, words),
        earliest=month_or_beyond(row[Counted.EARLIEST], period, words),
        latest=until,
    )
    return f"{name}<br>{said}"


def due_month(row: Row) -> int | None:
    """Return the month the plan names, counted as ``Period.index``."""
    planned = row[Counted.PLANNED_PERIOD]
    return None if planned is None else Period.parse(planned).index


def _named(index: int, words: Words) -> str:
    year, month = divmod(int(index), MONTHS)
    return words.t("chart.month_in_full", year=year, month=month + 1)
