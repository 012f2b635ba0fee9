"""Which rows under a header are data: totals, notes and repeated headers are not."""

import re
from collections.abc import Iterable

from domain.findings import Finding
from ingest.codes import Code, found
from ingest.headers import Header, is_same_header
from ingest.tables import RawRow, RawTable

_TOTAL = re.compile(
    r"(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|平均)(?:[(（:：\d].*)?|共\s*\d+\s*[项个].*|以下空白|以下无正文",
    re.DOTALL,
)
_NOTE = re.compile(
    r"(?:注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|填报单位|填表单位|单位负责人|"
    r"分管领导|审核人?|制表人?|填报人|填表人|联系人|联系电话|填报日期|填报时间)"
    r"\s*\d?\s*(?:[(（][^)）]{0,8}[)）])?\s*[:：].*",
    re.DOTALL,
)
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}")  # of a group row: 一 | 交通 | 项目数18个
_SECTION = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、.．].*", re.DOTALL)


def data_rows(
    table: RawTable, header: Header, keys: Iterable[str], findings: list[Finding]
) -> list[RawRow]:
    """Return the rows of data below the header; the others go to ``findings``.

    ``keys`` are columns that a total or a note leaves empty.
    """
    places = [place for key in keys if (place := header.position(key)) is not None]
    kept: list[RawRow] = []
    for row in table.rows:
        if row.number <= header.row.number or not row.width:
            continue
        if _is_beside(row, places) or is_same_header(row, header):
            label = next(cell for cell in row.cells if cell.strip()).strip()
            findings.append(found(Code.W_SKIPPED_ROW, row.number, None, label, sheet=table.sheet))
        elif table.ragged_matters and not _fits(row, header):
            findings.append(_ragged(row, header))
        else:
            kept.append(row)
    return kept


def _is_beside(row: RawRow, places: list[int]) -> bool:
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if any(row.text(place).strip() and row.text(place).strip() != filled[0] for place in places):
        return False
    if len(filled) == 1 and _SECTION.fullmatch(filled[0]):
        return True
    return any(label.fullmatch(filled[0]) for label in (_TOTAL, _NOTE, _NUMERAL))


def _fits(row: RawRow, header: Header) -> bool:
    return row.width <= header.row.width <= len(row.cells)


def _ragged(row: RawRow, header: Header) -> Finding:
    return found(
        Code.E_RAGGED_ROW,
        row.number,
        None,
        row.cells[0].strip(),
        expected=str(header.row.width),
        cells=str(max(row.width, min(len(row.cells), header.row.width))),
    )
