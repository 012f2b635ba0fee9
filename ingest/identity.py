"""What a row of a progress sheet is about: its month, its item and its responsible unit."""

from functools import lru_cache

from domain.columns import JOINED, ItemKind, Reports
from domain.periods import Period
from ingest.aliases.english import word_in_chinese
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Context, Item
from ingest.garbling import LOST
from ingest.months import month_of
from ingest.names import NameList

_month_of = lru_cache(512)(month_of)  # a sheet repeats its month on every row


def read_period(cells: RowCells, context: Context) -> Period | None:
    """Return the month of a row, neither before the plan nor after this month."""
    text = cells.key(Reports.PERIOD, fill_down=True)
    if text is None:
        return None
    month = _month_of(text)
    if month.period is None:
        cells.add(month.problem or Code.E_PERIOD, Reports.PERIOD, text)
        return None
    latest = Period(context.today.year, context.today.month)
    if month.period > latest:
        cells.add(Code.E_PERIOD_FUTURE, Reports.PERIOD, text, latest=str(latest))
        return None
    earliest = context.plan.first_period
    if month.period < earliest:
        cells.add(Code.E_PERIOD_RANGE, Reports.PERIOD, text, earliest=str(earliest))
        return None
    if month.doubt:
        cells.add(month.doubt, Reports.PERIOD, text, read=str(month.period))
    return month.period


def read_item(cells: RowCells, names: NameList) -> Item | None:
    """Return the item a row reports on; its id decides, else its exact registered name."""
    kind = _kind(cells)
    name = cells.key(Reports.ITEM_NAME)
    item_id = cells.key(Reports.ITEM_ID)
    if item_id is None:
        return None
    item = (
        _by_id(cells, names, item_id, name or "")
        if item_id
        else _by_name(cells, names, name or "", kind)
    )
    if item and kind and item.kind is not kind:
        more = {"id": item.item_id, "kind": item.kind.value}
        cells.add(Code.E_KIND_MISMATCH, Reports.KIND, kind.value, **more)
    if item and name and not names.is_called(item, name):
        cells.add(Code.W_NAME_MISMATCH, Reports.ITEM_NAME, name, id=item.item_id, name=item.name)
    return item


def read_unit(
    cells: RowCells, names: NameList, item: Item | None, own_units: frozenset[str] | None
) -> str | None:
    """Return the plan's spelling of the one unit that reports; the registry decides on rights."""
    text = cells.key(Reports.RESPONSIBLE_UNIT, fill_down=True)
    if text is None:
        return None
    unit = names.unit(text)
    if unit is None:
        code = Code.E_GARBLED_KEY if LOST in text else Code.E_UNKNOWN_UNIT
        hint = names.nearest_unit(text)
        cells.add(code if text else Code.E_MISSING_UNIT, Reports.RESPONSIBLE_UNIT, text, hint=hint)
        return None
    responsible = frozenset(item.responsible_units if item else ())
    if own_units is not None and (unit not in own_units or (item and not responsible & own_units)):
        shown = JOINED.join(sorted(own_units))
        cells.add(Code.E_FORBIDDEN_UNIT, Reports.RESPONSIBLE_UNIT, text, units=shown)
    elif item and responsible and unit not in responsible:
        more = {"name": item.name, "units": JOINED.join(item.responsible_units)}
        cells.add(Code.W_UNIT_MISMATCH, Reports.RESPONSIBLE_UNIT, text, **more)
    return unit


def _kind(cells: RowCells) -> ItemKind | None:
    text = cells.key(Reports.KIND, fill_down=True)
    if text is None:
        return None
    text = word_in_chinese(text)
    if text not in set(ItemKind):
        cells.add(Code.E_KIND, Reports.KIND, text)
        return None
    return ItemKind(text)


def _by_id(cells: RowCells, names: NameList, item_id: str, name: str) -> Item | None:
    item = names.by_id(item_id)
    if item is None:
        code = Code.E_GARBLED_KEY if LOST in item_id else Code.E_UNKNOWN_ID
        called = names.by_name(name, None)
        hint = called.item_id if called else names.nearest_id(item_id)
        cells.add(code, Reports.ITEM_ID, item_id, hint=hint)
    return item


def _by_name(cells: RowCells, names: NameList, name: str, kind: ItemKind | None) -> Item | None:
    item = names.by_name(name, kind)
    if item is None:
        cells.add(Code.E_MISSING_ID, Reports.ITEM_ID, "", name=name, hint=names.nearest_item(name))
        return None
    cells.add(Code.W_ID_FILLED, Reports.ITEM_ID, "", name=item.name, id=item.item_id)
    return item
