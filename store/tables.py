"""The four tables of the plan as the ledger has them at any version."""

from dataclasses import dataclass, replace

import pandas as pd

from domain.columns import Reports
from ingest.report import SheetKind
from store import entries, fetching
from store.assignments import assignments_of
from store.fetching import Moved, PlanParts
from store.readable import Readable
from store.reports import Known, latest_reports, refreshed_reports
from store.rows import Packed, Rows
from store.shapes import PROJECTS, TASKS


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What counts at ``version``. The frames are shared between callers: read them only.

    - projects: one row per project, in the order of the sheet; columns of Projects
    - tasks: one row per task, in the order of the sheet; columns of Tasks
    - assignments: one row per task and responsible unit; columns of Assignments
    - reports: one row per period, item and responsible unit, in that order; columns of Reports

    Text is of dtype ``str`` with NaN for an empty cell, numbers are Int64 with NA.
    """

    version: int
    projects: pd.DataFrame
    tasks: pd.DataFrame
    assignments: pd.DataFrame
    reports: pd.DataFrame
    illustrative: bool  # something in the tables above was uploaded to show how it works
    latest_period: str | None
    plan_is_shown: bool  # the table of projects or of tasks is illustrative
    shown: frozenset[int]  # the illustrative uploads that count

    def of(self, kind: SheetKind) -> pd.DataFrame:
        """Return the table that a sheet of ``kind`` adds to."""
        return {
            SheetKind.PROGRESS: self.reports,
            SheetKind.PROJECTS: self.projects,
            SheetKind.TASKS: self.tasks,
        }[kind]


def tables(ledger: Readable, as_of: int | None = None, *, since: Known | None = None) -> Tables:
    """Return the tables at version ``as_of``, or now.

    A later table of projects or tasks replaces the earlier one; a later report replaces the
    earlier one of the same period, item and unit; what is withdrawn never was. ``since`` are
    tables or reports of the same ledger at another version, earlier or later: then only what came
    and went between the two is read. The tables are the same either way.

    Raises:
        UnknownVersionError: when the ledger has not reached ``as_of``.
        DamagedError: when what the disk gives back is not what was committed.
    """
    with ledger.reading() as connection:
        version = entries.resolve(connection, as_of)
        moved = None if since is None else fetching.moved(connection, since.version, version)
        every = [] if moved else fetching.every_batch(connection, version)
        kept = _with_the_same_plan(since, moved)
        plan = PlanParts() if kept else fetching.plan_parts(connection, version)
    if since is None or moved is None:
        reports = latest_reports(every)
    else:
        reports = refreshed_reports(since.reports, moved.gone, moved.added, moved.older)
    if kept is not None:
        return _told(replace(kept, version=version, reports=reports))
    return _told(_unpacked_plan(version, plan, reports))


def _with_the_same_plan(since: Known | None, moved: Moved | None) -> Tables | None:
    """Return ``since`` with the uploads that are only shown, when its plan still counts."""
    if moved is None or moved.plan_moved or not isinstance(since, Tables):
        return None
    return replace(since, shown=(since.shown - moved.gone) | moved.shown)


def _unpacked_plan(version: int, plan: PlanParts, reports: pd.DataFrame) -> Tables:
    tasks = _unpacked(plan.tasks, TASKS)
    return Tables(
        version=version,
        projects=_unpacked(plan.projects, PROJECTS),
        tasks=tasks,
        assignments=assignments_of(tasks),
        reports=reports,
        illustrative=False,
        latest_period=None,
        plan_is_shown=plan.is_shown,
        shown=plan.shown,
    )


def _told(found: Tables) -> Tables:
    """Add what is told about the reports."""
    reports = found.reports
    shown = bool(found.shown) and bool(reports[Reports.VERSION].isin(found.shown).any())
    return replace(
        found,
        illustrative=found.plan_is_shown or shown,
        latest_period=str(reports[Reports.PERIOD].iloc[-1]) if len(reports) else None,
    )


def _unpacked(found: Packed | None, kind: str) -> pd.DataFrame:
    return (Rows.empty(kind) if found is None else Rows.unpack(found)).frame()
