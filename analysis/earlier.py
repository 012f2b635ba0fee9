"""What a unit said of an item before: the month before in full, or a figure when last stated."""

import narwhals as nw

from analysis.frames import Frame
from domain.columns import Reports

PERCENT_DONE_PPM = 10**6
LINE = (Reports.KIND.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value)
REPORT = (Reports.PERIOD.value, *LINE)
CUMULATIVE = (Reports.PERCENT_PPM.value, Reports.DONE_TOTAL_YUAN.value)
SAID = (  # what a unit says anew each month; the plan of the year is the same in every one
    *CUMULATIVE,
    Reports.DONE_YTD_YUAN.value,
    Reports.PROGRESS.value,
)
FIGURE, NOW, THEN, THEN_PERIOD = "_figure", "_now", "_then", "_then_period"
EVER = ""  # before every month
_SAID_THEN = "_said_then"


def repeated(reports: Frame, before: Frame) -> Frame:
    """Return the reports that say what the same unit said of the same item the month before.

    The reports of the month before stand in ``before`` under the month they are held against. One
    row per report: its key and its percent done. Source of the definition: ``says_again``.
    """
    return (
        reports.select(*REPORT, *SAID)
        .join(as_then(before), on=list(REPORT), how="inner")
        .filter(says_again())
        .select(*REPORT, Reports.PERCENT_PPM.value)
    )


def as_then(before: Frame) -> Frame:
    """Return reports with what they say under the names that ``says_again`` looks for."""
    said = (nw.col(name).alias(f"{THEN}_{name}") for name in SAID)
    return before.select(*REPORT, *said, nw.lit(1).alias(_SAID_THEN))


def says_again() -> nw.Expr:
    """Tell whether a report says what was said then, of reports joined with ``as_then``.

    Alike are percent, both cumulative amounts and the progress text, of which at least one is
    stated; an item that is done says so every month, and copies nobody. False without a report
    then.
    """
    unfinished = (nw.col(Reports.PERCENT_PPM) < PERCENT_DONE_PPM).fill_null(value=True)
    again = unfinished & ~nw.col(_SAID_THEN).is_null()
    silent: nw.Expr = nw.col(SAID[0]).is_null()
    for name in SAID:
        again = again & _alike(name)
    for name in SAID[1:]:
        silent = silent & nw.col(name).is_null()
    return again & ~silent


def last_stated(reports: Frame, figure: str, period: str, *, since: str) -> Frame:
    """Return what units stated of ``figure`` in ``period`` beside what they last stated before.

    One row per item and unit that stated it in both; the earlier month is ``since`` or later.
    ``_figure`` names it, so that figures can stand below each other, ``_now`` and ``_then`` are
    the figure in ``period`` and before, ``_then_period`` is the earlier month.
    """
    stated = reports.filter(~nw.col(figure).is_null() & (nw.col(Reports.PERIOD) >= since)).select(
        *REPORT, figure
    )
    past = stated.filter(nw.col(Reports.PERIOD) < period)
    newest = past.group_by(*LINE).agg(nw.col(Reports.PERIOD).max().alias(THEN_PERIOD))
    then = (
        past.join(newest, on=list(LINE), how="inner")
        .filter(nw.col(Reports.PERIOD) == nw.col(THEN_PERIOD))
        .select(*LINE, THEN_PERIOD, nw.col(figure).alias(THEN))
    )
    now = stated.filter(nw.col(Reports.PERIOD) == period).select(
        *LINE, nw.lit(figure).alias(FIGURE), nw.col(figure).alias(NOW)
    )
    return now.join(then, on=list(LINE), how="inner")


def _alike(name: str) -> nw.Expr:
    now, then = nw.col(name), nw.col(f"{THEN}_{name}")
    return (now == then).fill_null(value=False) | (now.is_null() & then.is_null())
