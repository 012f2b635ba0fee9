"""The targets of projects: what the plan delivered, what counts now, who moved it and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.columns import TARGETS, Projects
from store import entries, fetching, schema, uploads
from store.readable import Readable
from store.rows import Packed, Rows
from store.shapes import PROJECTS
from store.uploads import Upload


@dataclass(frozen=True, slots=True)
class Move:
    """A target that had been stated became another one; None is taken out. The time is in UTC."""

    version: int
    at: datetime
    actor: str
    reason: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True, slots=True)
class Step:
    """Who did something to a target, and in which version. The time is in UTC."""

    version: int
    at: datetime
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Target:
    """One target of one project; money in 元, a time as written; None is not stated.

    ``removed`` is the table that no longer lists the project: nothing counts then.
    """

    project_id: str
    project_name: str
    column: str  # one of TARGETS
    baseline: str | int | None  # as first stated
    baseline_version: int | None  # version 1 is the delivered plan
    current: str | int | None
    moves: tuple[Move, ...]  # oldest first
    stated: Step | None = None  # who stated the baseline
    removed: Step | None = None


def targets(ledger: Readable, as_of: int | None = None) -> tuple[Target, ...]:
    """Return one entry per project and target at version ``as_of``, in the order of the table.

    The tables of projects that count are gone through from the first to the last: a withdrawn
    table never moved anything. To state what the plan left open is no move. Projects that the
    last table no longer lists come after the others, the first to be removed first.

    Raises:
        UnknownVersionError: when the ledger has not reached ``as_of``.
        DamagedError: when what the disk gives back is not what was committed.
    """
    told: dict[tuple[str, str], Target] = {}
    listed: list[str] = []
    removed: dict[str, Step] = {}
    for upload, rows in _tables(ledger, as_of):
        before, listed = listed, [str(row[Projects.ID]) for row in rows]
        removed |= {project: _step(upload) for project in before if project not in listed}
        removed = {project: step for project, step in removed.items() if project not in listed}
        for row in rows:
            for column in TARGETS:
                key = str(row[Projects.ID]), str(column)
                told[key] = _told(told.get(key), row, column, upload)
    gone = [replace(told[key], current=None, removed=removed[key[0]]) for key in _keys(removed)]
    return (*(told[key] for key in _keys(listed)), *gone)


def _keys(projects: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((project, str(column)) for project in projects for column in TARGETS)


def _step(upload: Upload) -> Step:
    return Step(upload.version, upload.at, upload.actor, upload.reason)


def _told(known: Target | None, row: dict[str, Any], column: Projects, upload: Upload) -> Target:
    name, stated = str(row[Projects.NAME]), row[column]
    if known is None or known.baseline_version is None:
        first = None if stated is None else _step(upload)
        said = (stated, first and first.version, stated, ())
        return Target(str(row[Projects.ID]), name, str(column), *said, stated=first)
    before, moves = known.current, known.moves
    if before != stated:
        who = (upload.version, upload.at, upload.actor, upload.reason)
        moves = (*moves, Move(*who, before, stated))
    return replace(known, project_name=name, current=stated, moves=moves)


def _tables(ledger: Readable, as_of: int | None) -> Iterator[tuple[Upload, list[dict[str, Any]]]]:
    upload = schema.upload.c
    with ledger.reading() as connection:
        newest = entries.resolve(connection, as_of)
        counting = (upload.kind == PROJECTS, uploads.effective(newest))
        made = uploads.read(connection, newest, *counting)
        query = fetching.batches(PROJECTS, uploads.effective(newest)).order_by(upload.seq)
        packed = [Packed(*row) for row in connection.execute(query)]
    for one, content in zip(made, packed, strict=True):
        yield one, Rows.unpack(content).lines()
