"""Rows of a progress sheet whose month contradicts the one that the titles state for all of it."""

from collections.abc import Iterator, Sequence

from domain.columns import Reports
from domain.findings import Finding
from domain.periods import Period
from ingest.codes import Code
from ingest.context import Context
from ingest.title_months import months_in
from ingest.typed import TypedRow


def other_months(
    rows: Sequence[TypedRow], titles: Sequence[str], context: Context
) -> Iterator[Finding]:
    """Tell each row that reports another month than the titles state, and what becomes of it.

    Titles that state no month, or more than one, contradict nothing. ``rows`` are those of a
    progress sheet with a column of months.
    """
    stated = {str(month) for title in titles for month in months_in(title)}
    if len(stated) != 1:
        return
    (month,) = stated
    for row in rows:
        told = row.entries[Reports.PERIOD]
        if told is not None and told != month:
            more = {"stated": month, "advice": _becomes(row, str(told), context)}
            yield row.finding(Code.W_PERIOD_OTHER, Reports.PERIOD, str(told), **more)


def _becomes(row: TypedRow, month: str, context: Context) -> str:
    line = (str(row.entries[Reports.ITEM_ID]), str(row.entries[Reports.RESPONSIBLE_UNIT]))
    corrects = context.of_month(line, Period.parse(month)) is not None
    return "period_corrects" if corrects else "period_new"
