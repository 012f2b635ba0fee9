"""The four tables of the plan as the ledger has them at any version."""

from dataclasses import dataclass

import pandas as pd
import sqlalchemy as sa

from domain.columns import Reports
from store import entries, schema, uploads
from store.assignments import assignments_of
from store.readable import Readable
from store.rows import Packed, Rows, latest_reports
from store.shapes import PROGRESS, PROJECTS, TASKS


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


def tables(ledger: Readable, as_of: int | None = None) -> Tables:
    """Return the tables at version ``as_of``, or now.

    A later table of projects or tasks replaces the earlier one; a later report replaces the
    earlier one of the same period, item and unit; what is withdrawn never was.

    Raises:
        UnknownVersionError: when the ledger has not reached ``as_of``.
        DamagedError: when what the disk gives back is not what was committed.
    """
    with ledger.reading() as connection:
        version = entries.resolve(connection, as_of)
        parts = _Parts.read(connection, version)
    tasks = parts.tasks.frame()
    reports = latest_reports(parts.reports)
    return Tables(
        version=version,
        projects=parts.projects.frame(),
        tasks=tasks,
        assignments=assignments_of(tasks),
        reports=reports,
        illustrative=parts.illustrative(reports),
        latest_period=reports[Reports.PERIOD].max() if len(reports) else None,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is fetched inside the transaction, so that it is over soon."""

    projects: Rows
    tasks: Rows
    reports: list[Packed]
    shown: frozenset[int]  # the illustrative uploads that count
    plan_is_shown: bool

    @classmethod
    def read(cls, connection: sa.Connection, version: int) -> "_Parts":
        counting = uploads.effective(version)
        upload = schema.upload.c
        illustrative = sa.select(upload.seq).where(counting, upload.illustrative)
        shown = frozenset(connection.scalars(illustrative))
        projects, tasks = (_newest(connection, counting, kind) for kind in (PROJECTS, TASKS))
        reports = connection.execute(_batches(PROGRESS, counting).order_by(upload.seq))
        return cls(
            projects=_unpacked(projects, PROJECTS),
            tasks=_unpacked(tasks, TASKS),
            reports=[Packed(*row) for row in reports],
            shown=shown,
            plan_is_shown=any(
                found is not None and found.version in shown for found in (projects, tasks)
            ),
        )

    def illustrative(self, reports: pd.DataFrame) -> bool:
        return self.plan_is_shown or bool(reports[Reports.VERSION].isin(self.shown).any())


def _batches(kind: str, counting: sa.ColumnElement[bool]) -> sa.Select[int, str, bytes]:
    upload, batch = schema.upload.c, schema.batch.c
    joined = schema.upload.join(schema.batch, batch.seq == upload.seq)
    query = sa.select(upload.seq, batch.sha256, batch.content).select_from(joined)
    return query.where(upload.kind == kind, counting)


def _newest(
    connection: sa.Connection, counting: sa.ColumnElement[bool], kind: str
) -> Packed | None:
    newest_first = _batches(kind, counting).order_by(schema.upload.c.seq.desc())
    row = connection.execute(newest_first.limit(1)).first()
    return None if row is None else Packed(*row)


def _unpacked(found: Packed | None, kind: str) -> Rows:
    return Rows.empty(kind) if found is None else Rows.unpack(found)
