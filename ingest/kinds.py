"""What sets the three kinds of sheets apart once their headers are known."""

from collections.abc import Callable

from domain.columns import Projects, Reports, Tasks
from domain.findings import Finding
from ingest.cells import RowCells
from ingest.codes import Code, found
from ingest.context import Context
from ingest.headers import Header
from ingest.names import NameList
from ingest.plan_rows import without_repeated_ids
from ingest.progress import progress_values, without_repeats
from ingest.projects import project_values
from ingest.report import SheetKind
from ingest.steps import Stage, Step
from ingest.tables import RawRow, RawTable
from ingest.tasks import task_values
from ingest.typed import TypedRow, Values

KEYS: dict[SheetKind, tuple[str, ...]] = {  # what a total or a note leaves empty
    SheetKind.PROGRESS: (Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT),
    SheetKind.PROJECTS: (Projects.ID, Projects.RESPONSIBLE_UNITS),
    SheetKind.TASKS: (Tasks.ID, Tasks.RESPONSIBLE_UNITS),
}
NAMES: dict[SheetKind, str | None] = {  # of plan tables: a row without a name is no item
    SheetKind.PROGRESS: None,
    SheetKind.PROJECTS: Projects.NAME,
    SheetKind.TASKS: Tasks.NAME,
}
REMARK: dict[SheetKind, str] = {
    SheetKind.PROGRESS: Reports.REMARK,
    SheetKind.PROJECTS: Projects.REMARK,
    SheetKind.TASKS: Tasks.REMARK,
}
_READERS: dict[SheetKind, Callable[[RowCells, Context, NameList, dict[str, str]], Values]] = {
    SheetKind.PROGRESS: progress_values,
    SheetKind.PROJECTS: project_values,
    SheetKind.TASKS: task_values,
}

_TELL_EVERY_ROWS = 500


def typed_rows(
    table: RawTable,
    header: Header,
    raw_rows: list[RawRow],
    context: Context,
    told: tuple[dict[str, str], dict[str, str]],
    findings: list[Finding],
) -> list[TypedRow]:
    """Return the rows as typed values, repeats left out; every doubt goes to ``findings``.

    ``told`` holds the measure of each money column and what titles say in place of a column.
    """
    measures, supplied = told
    names = NameList(context)
    labels = {cell.column: cell.standard or "" for cell in header.cells if cell.column}
    is_plain = table.is_plain
    rows: list[TypedRow] = []
    for done, raw in enumerate(raw_rows[: context.limits.max_rows]):
        if done % _TELL_EVERY_ROWS == 0:
            context.heard(Step(Stage.ROWS, done, len(raw_rows)))
        if raw.number in table.hidden_rows:
            findings.append(found(Code.W_HIDDEN_ROWS, raw.number, sheet=table.sheet))
        cells = RowCells(table, raw, header, context.limits, findings, supplied, is_plain)
        values = _READERS[header.kind](cells, context, names, measures)
        rows.append(TypedRow(raw.number, table.sheet, labels, values))
    if header.kind is SheetKind.PROGRESS:
        return without_repeats(rows, findings)
    return without_repeated_ids(rows, KEYS[header.kind][0], findings)
