"""The columns of the task sheet of the ledger."""

from domain.columns import Tasks
from export.workbooks.about import About
from export.workbooks.item_columns import progress_columns, serial, word_columns
from export.workbooks.kept_columns import entries_of, kept_column
from export.workbooks.layout import Column
from export.workbooks.standing import Standings
from ingest.report import SheetKind

_KIND = SheetKind.TASKS
_NOT_PRINTED = (Tasks.MEASURES, Tasks.SOURCE, Tasks.FULL_TEXT)


def task_columns(about: About, there: Standings) -> tuple[Column, ...]:
    """Return one entry per task, in the order of the table of tasks."""
    table, t = about.board.tasks, about.t
    ids = [str(entry) for entry in entries_of(table, Tasks.ID)]
    kept = t("workbook.group_kept_tasks")
    return (
        serial(len(ids), t),
        kept_column(table, _KIND, Tasks.ID, about, width=9),
        kept_column(table, _KIND, Tasks.NAME, about, width=28, left=True),
        kept_column(table, _KIND, Tasks.SECTION, about, width=18, left=True),
        kept_column(table, _KIND, Tasks.LEAD_UNIT, about, width=14),
        kept_column(table, _KIND, Tasks.RESPONSIBLE_UNITS, about, width=24, left=True),
        kept_column(table, _KIND, Tasks.DUE, about, width=11),
        *progress_columns(about, there, ids, completion=False),
        *word_columns(there, ids, t),
        kept_column(table, _KIND, Tasks.REMARK, about, width=16, left=True),
        *(
            kept_column(table, _KIND, name, about, group=kept, width=20, printed=False, left=True)
            for name in _NOT_PRINTED
        ),
    )
