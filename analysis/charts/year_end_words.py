"""What is said of how far a task comes in its year: done, in time, not in time, not known."""

from enum import StrEnum

from analysis.charts import forecast_words
from analysis.charts.months import in_full
from analysis.charts.rows import Row
from analysis.charts.spoken import plain_line
from analysis.charts.style import LIGHT_SHAPES
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FEWEST_REPORTS
from domain.columns import Reports
from domain.periods import MONTHS, Period
from domain.rules import Light

_FULL = 100
_NAME_EM = 26


class Outlook(StrEnum):
    """What becomes of a task by December."""

    MISSED = "missed"
    REACHED = "reached"
    UNKNOWN = "unknown"  # too few reports
    DONE = "done"


_SIGNS = {
    Outlook.MISSED: "✕",
    Outlook.REACHED: "✓",
    Outlook.UNKNOWN: "?",
    Outlook.DONE: LIGHT_SHAPES[Light.DONE],
}


def outlook(row: Row) -> Outlook:
    """Tell what becomes of a task by December at its own pace."""
    if (row[Counted.PERCENT_DONE] or 0) >= _FULL:
        return Outlook.DONE
    if row[Counted.PACE] is None:
        return Outlook.UNKNOWN
    return Outlook.MISSED if row[Counted.LIKELY] is None else Outlook.REACHED


def named(outlook: Outlook, words: Words) -> str:
    """Name an outlook in the legend behind its sign."""
    return f"{_SIGNS[outlook]} {words.t(f'forecast.outlook_{outlook}')}"


def beside(row: Row, words: Words, *, short: bool = False) -> str:
    """Say at the end of a row in a sign and few words what becomes of it, always with its range."""
    return f"{_SIGNS[outlook(row)]} {_said(row, words)[short]}"


def _said(row: Row, words: Words) -> tuple[str, str]:
    """Say in few words what becomes of a task, and in fewer."""
    found = outlook(row)
    if found is Outlook.MISSED:
        return _missed(row, words)
    if found is Outlook.REACHED:
        return _reached(row, words)
    few = words.t("chart.too_few_reports", fewest=FEWEST_REPORTS)
    said = words.t("light.done") if found is Outlook.DONE else few
    return said, said


def _missed(row: Row, words: Words) -> tuple[str, str]:
    """Say the range in December, and the month of a fast pace that is in time."""
    likely, low, high = (
        percent(row[one]) for one in (Counted.YEAR_END, Counted.YEAR_END_LOW, Counted.YEAR_END_HIGH)
    )
    if row[Counted.EARLIEST] is not None:
        said = words.t(
            "forecast.beside_missed_faster", percent=likely, first=_month(row[Counted.EARLIEST])
        )
        return said, said
    key = "forecast.beside_missed_one" if low == high else "forecast.beside_missed"
    return words.t(key, low=low, high=high), words.t(f"{key}_short", low=low, high=high)


def _reached(row: Row, words: Words) -> tuple[str, str]:
    """Say the months of a fast and a slow pace, and the percent of a slow one that is late."""
    first, likely, last = row[Counted.EARLIEST], row[Counted.LIKELY], row[Counted.LATEST]
    if last is None:
        low = percent(row[Counted.YEAR_END_LOW])
        said = words.t("forecast.beside_reached_slower", likely=_month(likely), low=low)
    elif first == last:
        said = words.t("forecast.beside_reached_one", likely=_month(likely))
    else:
        said = words.t("forecast.beside_reached", first=_month(first), last=_month(last))
    return said, said


def sentence(row: Row, period: Period, words: Words) -> str:
    """Say all that is known and estimated of a task, and what the plan names."""
    planned = ""
    if due := forecast_words.due_month(row):
        month = in_full(str(Period(due // MONTHS, due % MONTHS + 1)), words)
        planned = words.t("chart.planned_month", month=month)
    lines = (
        words.label(row[Reports.ITEM_NAME], _NAME_EM),
        planned,
        forecast_words.overdue(row, period, words),
        _reported(row, words),
        _estimate(row, period, words),
    )
    return "<br>".join(filter(None, lines))


def aloud(row: Row, words: Words) -> str:
    """Say a row as a person would who reads the picture to another."""
    found = outlook(row)
    judged = (
        words.t(f"forecast.outlook_{found}") if found in {Outlook.MISSED, Outlook.REACHED} else ""
    )
    said = filter(None, (_reported(row, words), judged, _said(row, words)[0]))
    return words.t(
        "figure.alt_series",
        name=plain_line(words.label(row[Reports.ITEM_NAME], _NAME_EM)),
        points=words.t("figure.alt_comma").join(said),
    )


def _reported(row: Row, words: Words) -> str:
    if row[Counted.PERCENT_DONE] is None:
        return words.t("forecast.nothing_reported")
    month = in_full(row[Counted.REPORTED_PERIOD], words)
    return words.t("forecast.reported_at", percent=percent(row[Counted.PERCENT_DONE]), month=month)


def _estimate(row: Row, period: Period, words: Words) -> str:
    said = outlook(row)
    if said is Outlook.DONE:
        return words.t("light.done")
    if said is Outlook.UNKNOWN:
        return words.t("forecast.too_few_to_tell", fewest=FEWEST_REPORTS)
    return words.t(
        "chart.own_pace_sentence",
        months=row[Counted.REPORTED_MONTHS],
        likely=forecast_words.within(row, period, words),
    )


def _month(index: float) -> int:
    """Return the month of the year; all that is estimated of a task lies in one year."""
    return int(index) % MONTHS + 1
