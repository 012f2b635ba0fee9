"""Rows of our own template that nobody filled in: they are no reports."""

from domain.columns import Reports
from domain.findings import Finding
from ingest.aliases.template import HINT
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.sorting import Sorted
from ingest.tables import RawRow

# The year plan comes filled in, and a name alone reports nothing.
_TELLING = (
    Reports.PERCENT_PPM,
    Reports.DONE_TOTAL_YUAN,
    Reports.DONE_YTD_YUAN,
    Reports.PROGRESS,
    Reports.PROBLEM,
    Reports.PROBLEM_TYPE,
    Reports.COORDINATION,
    Reports.NEXT_STEP,
    Reports.REMARK,
)


def leave_out_blank(rows: Sorted, header: Header, sheet: str | None) -> list[Finding]:
    """Take the rows left blank out of a filled-in template, and say so of each.

    In any other sheet a row without figures is a report that states none: whoever typed it meant
    something. The template brings every row along, filled in or not.
    """
    if all(cell.typed != HINT for cell in header.cells):
        return []
    places = [place for column in _TELLING if (place := header.position(column)) is not None]
    number = header.position(Reports.ITEM_ID)
    filled: list[RawRow] = []
    told: list[Finding] = []
    for row in rows.data:
        if any(row.text(place).strip() for place in places):
            filled.append(row)
        else:
            told.append(_told(row, number, sheet))
    rows.data = filled
    return told


def _told(row: RawRow, number: int | None, sheet: str | None) -> Finding:
    item = "" if number is None else row.text(number).strip()
    return found(Code.N_ROW_BLANK, row.number, None, item, sheet=sheet)
