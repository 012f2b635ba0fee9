"""What a forecast says in words: a month and its range, how far off, how long overdue."""

from analysis.charts.rows import Row
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR_YEARS, FEWEST_REPORTS
from domain.columns import Reports
from domain.periods import MONTHS, Period

_YEAR_ENDS = {
    Counted.EARLIEST: Counted.YEAR_END_HIGH,
    Counted.LIKELY: Counted.YEAR_END,
    Counted.LATEST: Counted.YEAR_END_LOW,
}
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


def within(row: Row, period: Period, words: Words, *, key: str = "about") -> str:
    """Name the likely month and between which it lies at a faster and a slower pace.

    Where both paces give one month, and where the slow one reaches none, that is said. Of a task
    that is not done by December, at the slow pace or at its own, its percent then is said. Empty
    without either.

    ``key`` is "about" in a sentence and "short" in brackets.
    """
    if row[Counted.LIKELY] is None:
        at_end = year_end(row, words)
        return words.t("forecast.not_this_year", at_end=at_end) if at_end else ""
    names = ("earliest", "likely", "latest")
    of_row = (row[Counted.EARLIEST], row[Counted.LIKELY], row[Counted.LATEST])
    said = dict(zip(names, (month_or_beyond(one, period, words) for one in of_row), strict=True))
    low = row.get(Counted.YEAR_END_LOW)
    at_least = "" if low is None else percent(low)
    return words.t(f"forecast.{_kind(key, row, period)}", **said, low=at_least)


def _kind(key: str, row: Row, period: Period) -> str:
    """Tell which sentence says a range: of a named month, one only, one without an end, far off."""
    early, likely, late = row[Counted.EARLIEST], row[Counted.LIKELY], row[Counted.LATEST]
    furthest = period.index + MOST_YEARS * MONTHS
    prefix = "" if key == "about" else f"{key}_"
    if likely > furthest:
        return f"{prefix}far_all" if early > furthest else f"{prefix}far"
    if late is None:
        return f"{prefix}open" if row.get(Counted.YEAR_END_LOW) is None else f"{prefix}open_task"
    if late > furthest:
        return f"{prefix}far_end"
    return f"{prefix}one" if early == late else key


def year_end(row: Row, words: Words) -> str:
    """Say how far a task is in December at its own pace, and its range; empty for a project."""
    ends = [row.get(one) for one in (Counted.YEAR_END, Counted.YEAR_END_LOW, Counted.YEAR_END_HIGH)]
    if ends[0] is None:
        return ""
    likely, low, high = (None if one is None else percent(one) for one in ends)
    said = "year_end" if low == high else "year_end_within"
    return words.t(f"forecast.{said}", percent=likely, low=low, high=high)


def in_cell(row: Row, month: Counted, period: Period, words: Words) -> str:
    """Name one of the estimated months, or how far a task is in December that reaches none."""
    at_end = row.get(_YEAR_ENDS[month])
    if row[month] is not None or at_end is None:
        return month_or_beyond(row[month], period, words)
    key = "cell_not_this_year" if month is Counted.LIKELY else "cell_year_end"
    return words.t(f"forecast.{key}", percent=percent(at_end))


def is_missed_this_year(row: Row) -> bool:
    """Tell whether an item is a task whose own pace does not end it by December."""
    return row[Counted.LIKELY] is None and row.get(Counted.YEAR_END) is not None


def overdue(row: Row, period: Period, words: Words) -> str:
    """Say for how many months an item is overdue, empty where it is not."""
    due = due_month(row)
    months = 0 if due is None else period.index - due
    return words.t("chart.overdue_months", months=months) if months > 0 else ""


def behind(row: Row, words: Words, last: int) -> str:
    """Say beyond the end of the axis which month is likely, and its range below it.

    ``last`` is the last month of the axis; a range that goes on beyond it has no end.
    """
    if row[Counted.PACE] is None:
        return words.t("chart.too_few_reports", fewest=FEWEST_REPORTS)
    if row[Counted.LIKELY] is None:
        return words.t("chart.no_finish_in_sight")
    if row[Counted.LIKELY] > last:
        return words.t("chart.beyond_years", years=MOST_YEARS)
    month = words.t("chart.about_month", month=_named(row[Counted.LIKELY], words))
    late = row[Counted.LATEST]
    late_is_far = late is None or late > last
    if row[Counted.EARLIEST] == late:
        return f"{month}<br>{words.t('forecast.beside_one')}"
    return f"{month}<br>{_ends(row[Counted.EARLIEST], None if late_is_far else late, words)}"


def sentence(row: Row, period: Period, words: Words) -> str:
    """Say all that is estimated of an item, and what the plan names."""
    name = words.label(row[Reports.ITEM_NAME], 26)
    if due := due_month(row):
        planned = words.t("chart.planned_month", month=_named(due, words))
        name = "<br>".join(filter(None, (name, planned, overdue(row, period, words))))
    if row[Counted.LIKELY] is None:
        return f"{name}<br>{behind(row, words, 0)}"
    said = words.t(
        "chart.own_pace_sentence",
        months=row[Counted.REPORTED_MONTHS],
        likely=within(row, period, words),
    )
    return f"{name}<br>{said}"


def due_month(row: Row) -> int | None:
    """Return the month the plan names, counted as ``Period.index``."""
    planned = row[Counted.PLANNED_PERIOD]
    return None if planned is None else Period.parse(planned).index


def _ends(earliest: int, latest: int | None, words: Words) -> str:
    """Write a range of months as short as it can be; it has no end where ``latest`` is None."""
    year, month = divmod(int(earliest), MONTHS)
    begin = words.t("chart.year_month_short", year=year, month=month + 1)
    if latest is None:
        return words.t("forecast.ends_open", earliest=begin)
    until, last = divmod(int(latest), MONTHS)
    if until == year:
        return words.t("forecast.ends_of_year", year=year, first=month + 1, last=last + 1)
    end = words.t("chart.year_month_short", year=until, month=last + 1)
    return words.t("forecast.ends", earliest=begin, latest=end)


def _named(index: int, words: Words) -> str:
    year, month = divmod(int(index), MONTHS)
    return words.t("chart.month_in_full", year=year, month=month + 1)
