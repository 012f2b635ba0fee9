"""A listing in the brief: a native table whose rows stay on one page."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.table import Table

from analysis.charts.style import LIGHT_TINTS
from export import official
from export.official import Look
from export.pack.columns import shares_of
from export.pack.listing import Listing
from texts import Texts

_MOST_ROWS = 200  # of an annex; a word processor is slow beyond
_TABLE_EM = {"zh": 36.8, "en": 44.2}  # letters of 12 and of 10 points in the type area
_SIDES_EM = 0.5  # beside a cell's own
_CELL_SIDE_TWIPS = 57  # a millimetre: a percentage stays on one line
_CELL_SIDES = (
    f"<w:tblCellMar {nsdecls('w')}><w:left w:w='{_CELL_SIDE_TWIPS}' w:type='dxa'/>"
    f"<w:right w:w='{_CELL_SIDE_TWIPS}' w:type='dxa'/></w:tblCellMar>"
)


def rows(document: Document, listing: Listing, t: Texts) -> Table:
    """Add the rows of a listing, lights in colour; what has no room is counted below."""
    cells = [list(row) for row in listing.rows[:_MOST_ROWS]]

    def paper(column: int, text: str) -> str | None:
        light = listing.light(column, text)
        return LIGHT_TINTS[light] if light else None

    heads, shares = (
        list(listing.heads),
        list(shares_of(listing, _TABLE_EM[t.language], _SIDES_EM)),
    )
    table = official.add_table(document, heads, cells, shares, paper)
    inner: Any = table
    about = inner._tbl.tblPr  # noqa: SLF001 - python-docx has no other way
    look = about.find(qn("w:tblLook"))
    (look.addprevious if look is not None else about.append)(parse_xml(_CELL_SIDES))
    if len(listing.rows) > _MOST_ROWS:
        count = len(listing.rows) - _MOST_ROWS
        official.add(document, Look.BODY, t("pack.annex_left_out", count=count))
    return table
