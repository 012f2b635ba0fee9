"""What the rows of project and task tables share: an id, a name, and lists of units."""

import re

from domain.columns import ItemKind
from domain.findings import Finding
from ingest.cells import RowCells
from ingest.characters import key_of
from ingest.codes import Code
from ingest.names import NameList
from ingest.numbers import is_placeholder
from ingest.typed import TypedRow

_SEPARATED = re.compile(r"[、，,;；\n]+")
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
    if not is_placeholder(item_id):
        return item_id
    item = names.by_name(key_of(name or ""), kind)
    if item is None:
        cells.add(Code.E_MISSING_ID, column, "", name=name or "")
        return None
    cells.add(Code.W_ID_FILLED, column, "", name=item.name, id=item.item_id)
    return item.item_id


def read_name(cells: RowCells, column: str) -> str | None:
    """Return the name of a row as typed, without a marker glued to its front."""
    text = cells.text(column, cells.limits.max_name)
    if text == "":
        cells.add(Code.E_MISSING_NAME, column)
    return _BREAK.sub("", (text or "").lstrip(_MARKERS)).strip() or None


def read_units(cells: RowCells, column: str, names: NameList) -> tuple[str, ...]:
    """Return the plan's spellings of the units listed in a cell, each once, in its order."""
    units: dict[str, None] = {}
    for written in _SEPARATED.split(cells.text(column, cells.limits.max_text) or ""):
        spelled = key_of(written)
        unit = names.unit(spelled)
        if unit:
            units[unit] = None
        elif spelled and spelled != "无":
            hint = names.nearest_unit(spelled)
            cells.add(Code.E_UNKNOWN_UNIT, column, written.strip(), hint=hint)
    return tuple(units)


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
