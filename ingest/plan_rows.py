"""What the rows of project and task tables share: an id, a name, and lists of units."""

import re

from domain.columns import ItemKind
from domain.findings import Finding
from ingest.cells import RowCells
from ingest.characters import key_of
from ingest.codes import Code
from ingest.names import NameList
from ingest.numbers import is_placeholder
from ingest.serials import says_no_id, serial_place
from ingest.typed import TypedRow

_SEPARATED = re.compile(r"[、，,;；/\n]+(?![^（(]*[)）])")  # not within brackets
_ROLE = re.compile(r"[(（](?:牵头|配合|主办|协办|首位|负责|参与)(?:单位)?[)）]")
_SERIAL = re.compile(r"(?:\d+-)?(?:\d+|[(（]?[一二三四五六七八九十]+[)）]?)")
_NO_UNIT = frozenset({"无", "待定", "暂无", "未定"})
_BREAK = re.compile(r"\s*\n\s*")  # a narrow column breaks its names, not their owner
_MARKERS = "★☆●○◆◇■□▲△*＊"


def read_id(
    cells: RowCells, column: str, names: NameList, name: str | None, kind: ItemKind
) -> str | None:
    """Return the id of a row, or that of the registered item with exactly its name."""
    typed = cells.key(column)
    if typed is None:
        return None
    item_id = _BREAK.sub("", typed)
    if not says_no_id(item_id):
        return item_id
    item = names.by_name(key_of(name or ""), kind)
    if item is None:
        return _serial(cells, column, names, name or "")
    cells.add(Code.W_ID_FILLED, column, "", name=item.name, id=item.item_id)
    return item.item_id


def _serial(cells: RowCells, column: str, names: NameList, name: str) -> str | None:
    """Return the running number of a row without an id, or refuse it with the nearest name."""
    place = serial_place(cells.header)
    serial = "" if place is None else key_of(cells.row.text(place))
    if not _SERIAL.fullmatch(serial):
        cells.add(Code.E_MISSING_ID, column, "", name=name, hint=names.nearest_item(name))
        return None
    cells.add(Code.W_ID_IS_SERIAL, column, serial)
    return serial


def read_name(cells: RowCells, column: str) -> str | None:
    """Return the name of a row as typed, without a marker glued to its front."""
    text = cells.text(column, cells.limits.max_name)
    if text == "":
        cells.add(Code.E_MISSING_NAME, column)
    return _BREAK.sub("", (text or "").lstrip(_MARKERS)).strip() or None


def read_units(cells: RowCells, column: str, names: NameList) -> tuple[str, ...]:
    """Return the plan's spellings of the units listed in a cell, each once, in its order."""
    units: dict[str, None] = {}
    listed = cells.text(column, cells.limits.max_text, fill_down=True) or ""
    for written in listed_units(listed):
        spelled = key_of(written)
        unit = names.unit(spelled)
        if unit:
            units[unit] = None
        elif not is_placeholder(spelled) and spelled not in _NO_UNIT:
            hint = names.nearest_unit(spelled)
            cells.add(Code.E_UNKNOWN_UNIT, column, written.strip(), hint=hint)
    return tuple(units)


def listed_units(text: str) -> list[str]:
    r"""Cut a cell into names; brackets belong to a name unless they only say its role.

    >>> listed_units("区经济发展局（牵头）、财政局；关堤乡/振中街道\n社会事务局")
    ['区经济发展局', '财政局', '关堤乡', '振中街道', '社会事务局']
    >>> listed_units("综合执法局（城管、环保），高新投资（集团）公司")
    ['综合执法局（城管、环保）', '高新投资（集团）公司']
    >>> listed_units("无"), listed_units("—"), listed_units("经济发展局、")
    (['无'], ['—'], ['经济发展局'])
    """
    return [name for part in _SEPARATED.split(text) if (name := _ROLE.sub("", part).strip())]


def without_repeated_ids(
    rows: list[TypedRow], column: str, findings: list[Finding]
) -> list[TypedRow]:
    """Keep the first row of each id; a second one is an error."""
    first: dict[object, TypedRow] = {}
    for row in rows:
        item_id = row.entries[column]
        earlier = None if item_id is None else first.setdefault(item_id, row)
        if earlier is not None and earlier is not row:
            more = {"first": str(earlier.number)}
            findings.append(row.finding(Code.E_DUPLICATE_ID, column, str(item_id), **more))
    return [row for row in rows if first.get(row.entries[column], row) is row]
