"""Running numbers that stand in for ids, made different where each group counts anew."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from domain.findings import Finding
from ingest.aliases import SERIAL
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.headings import is_serial
from ingest.tables import RawRow

_NOT = "(?:尚|暂|还|均)?(?:未|无|没有?|待)|正在|正(?=办)|在|拟|需"
_GIVEN = "备案|赋码|立项|审批|核准|核发|报批|编号|编码|代码|证号"
_NO_ID = re.compile(
    rf"[-—–―/\\*…]*|无|[待未]定|暂[无缺]|不详|缺|"
    rf"(?:{_NOT})(?:项目|取得|办理|申请|申报|完成|进行|核发|{_GIVEN}|手续|证|中|阶段)+|"
    rf"(?:项目|{_GIVEN})*(?:正在?|待|未)?(?:办理|申请|审批|申报|报批|备案|赋码)(?:手续)?(?:之?中|阶段)"
)


def says_no_id(text: str) -> bool:
    """Tell whether a cell for an id says that there is none, or none yet.

    >>> none = ("", "/", "——", "无", "尚未备案", "暂未取得备案证", "备案办理中", "待赋码")
    >>> all(map(says_no_id, none))
    True
    >>> any(map(says_no_id, ("P-01", "2026-410700-01", "备案证3号", "未来城", "在建", "代码")))
    False
    """
    return _NO_ID.fullmatch(text) is not None


def serial_place(header: Header) -> int | None:
    """Return where the running numbers stand, if the sheet has any."""
    return next((cell.position - 1 for cell in header.cells if is_serial(cell.typed)), None)


def numbered(
    rows: Sequence[RawRow], groups: Mapping[int, str], header: Header, sheet: str | None
) -> tuple[list[RawRow], list[Finding]]:
    """Return the rows with the number of their group before a running number that is used again.

    >>> rows = [RawRow(3, ("1", "码头")), RawRow(5, ("1", "风电"))]
    >>> from ingest.headers import understood
    >>> from ingest.report import SheetKind
    >>> header = understood([RawRow(1, ("序号", "项目名称"))], SheetKind.PROJECTS, {})
    >>> [row.cells[0] for row in numbered(rows, {3: "一、交通", 5: "二、能源"}, header, None)[0]]
    ['1-1', '2-1']
    """
    place = serial_place(header)
    if place is None or not groups:
        return list(rows), []
    times = Counter(key_of(row.text(place)) for row in rows)
    if max((count for text, count in times.items() if text), default=1) == 1:
        return list(rows), []
    order = {label: str(at) for at, label in enumerate(dict.fromkeys(groups.values()), 1)}
    told = [_with(row, place, order.get(groups.get(row.number, ""), "0")) for row in rows]
    if header.cells[place].column is None:
        return told, []
    shown = told[0].text(place)
    return told, [found(Code.W_ID_FROM_GROUP, header.row.number, SERIAL, shown, sheet=sheet)]


def _with(row: RawRow, place: int, group: str) -> RawRow:
    serial = row.text(place).strip()
    if not serial:
        return row
    cells = list(row.cells)
    cells[place] = f"{group}-{serial}"
    return RawRow(row.number, tuple(cells))
