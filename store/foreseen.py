"""What committing a previewed sheet would mean beyond its rows."""

from analysis.board import Board
from analysis.consequences import Consequence, of_projects, of_reports
from analysis.effects import with_reports
from ingest.report import SheetKind
from store.intake import Preview


def consequences(seen: Preview, before: Board) -> list[Consequence]:
    """Return what a previewed sheet would mean; a task table changes no figure.

    ``before`` is the board of the version the sheet was previewed against.
    """
    frame = seen.report.frame
    if seen.changes is None or frame.empty:
        return []
    if seen.report.kind is SheetKind.PROGRESS:
        return of_reports(before, with_reports(before, frame), frame)
    return of_projects(before.projects, frame) if seen.report.kind is SheetKind.PROJECTS else []
