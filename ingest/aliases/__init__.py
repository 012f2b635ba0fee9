"""The standard headers of each kind of sheet and the other headers offices write for them."""

from ingest.aliases.column import SERIAL, Column
from ingest.aliases.progress import PROGRESS
from ingest.aliases.projects import PROJECTS
from ingest.aliases.tasks import TASKS
from ingest.report import SheetKind

COLUMNS: dict[SheetKind, tuple[Column, ...]] = {
    SheetKind.PROGRESS: PROGRESS,
    SheetKind.PROJECTS: PROJECTS,
    SheetKind.TASKS: TASKS,
}


def column_named(kind: SheetKind, name: str) -> Column:
    """Return the column of a kind by its name in the typed table.

    Raises:
        KeyError: when the kind has no such column.
    """
    for column in COLUMNS[kind]:
        if column.name == name:
            return column
    raise KeyError(name)


__all__ = ["COLUMNS", "PROGRESS", "SERIAL", "Column", "column_named"]
