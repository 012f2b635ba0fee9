"""Reading the rows of a task table (任务台账): one row per task."""

from domain.columns import JOINED, ItemKind, Tasks
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Context
from ingest.names import NameList
from ingest.plan_rows import read_id, read_name, read_units
from ingest.times import read_time
from ingest.typed import Values

_TEXTS = (Tasks.MEASURES, Tasks.SOURCE, Tasks.FULL_TEXT, Tasks.REMARK)


def task_values(
    cells: RowCells, context: Context, names: NameList, _measures: dict[str, str]
) -> Values:
    """Return one task as typed values; its lead stands first among its responsible units.

    A task table holds no money, so nothing is measured.
    """
    name = read_name(cells, Tasks.NAME)
    lead = read_units(cells, Tasks.LEAD_UNIT, names)
    units = read_units(cells, Tasks.RESPONSIBLE_UNITS, names)
    everyone = (*(unit for unit in lead if unit not in units), *units)
    if not everyone and not cells.raw(Tasks.RESPONSIBLE_UNITS).strip():
        cells.add(Code.E_MISSING_UNIT, Tasks.RESPONSIBLE_UNITS)
    return {
        Tasks.ID: read_id(cells, Tasks.ID, names, name, ItemKind.TASK),
        Tasks.NAME: name,
        Tasks.RESPONSIBLE_UNITS: JOINED.join(everyone) or None,
        Tasks.LEAD_UNIT: JOINED.join(lead) or None,
        Tasks.SECTION: cells.text(Tasks.SECTION, context.limits.max_text, fill_down=True) or None,
        Tasks.DUE: read_time(cells, Tasks.DUE),
        **{one: cells.text(one, context.limits.max_text) or None for one in _TEXTS},
    }
