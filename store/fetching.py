"""What the tables of a version are made of, fetched inside one transaction."""

from dataclasses import dataclass

import sqlalchemy as sa

from store import schema, uploads
from store.rows import Packed
from store.shapes import PROGRESS, PROJECTS, SHAPES, TASKS

_Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class PlanParts:
    """The newest tables of the plan that count, and the illustrative uploads that do."""

    projects: Packed | None = None
    tasks: Packed | None = None
    shown: frozenset[int] = frozenset()

    @property
    def is_shown(self) -> bool:
        """Tell whether a table of the plan is illustrative."""
        found = (one.version for one in (self.projects, self.tasks) if one is not None)
        return any(version in self.shown for version in found)


@dataclass(frozen=True, slots=True)
class Moved:
    """What separates the reports of two versions."""

    gone: frozenset[int]
    added: list[Packed]
    older: list[Packed]  # uploads with reports that those gone had replaced
    plan_moved: bool
    shown: frozenset[int]  # of the added, those that are illustrative


def plan_parts(connection: sa.Connection, version: int) -> PlanParts:
    """Return what counts of the plan at ``version``."""
    counting = uploads.effective(version)
    illustrative = sa.select(schema.upload.c.seq).where(counting, schema.upload.c.illustrative)
    return PlanParts(
        projects=_newest(connection, counting, PROJECTS),
        tasks=_newest(connection, counting, TASKS),
        shown=frozenset(connection.scalars(illustrative)),
    )


def every_batch(connection: sa.Connection, version: int) -> list[Packed]:
    """Return every progress upload that counts at ``version``, oldest first."""
    return _packed(connection, PROGRESS, uploads.effective(version))


def moved(connection: sa.Connection, since: int, version: int) -> Moved | None:
    """Return what came and went from ``since`` to ``version``, which may be the earlier one.

    None when reading everything is no more work than that.
    """
    upload = schema.upload.c
    between = _between(since, version)
    before, now = uploads.effective(since), uploads.effective(version)
    coming, going = (sa.and_(between, now, ~before), sa.and_(between, before, ~now))
    query = sa.select(upload.seq, upload.kind, upload.illustrative)
    came = connection.execute(query.where(coming)).all()
    went = connection.execute(query.where(going)).all()
    if len(came) + len(went) >= version:
        return None
    gone = frozenset(seq for seq, kind, _ in went if kind == PROGRESS)
    return Moved(
        gone=gone,
        added=_packed(connection, PROGRESS, coming),
        older=_packed(connection, PROGRESS, _replaced(going, now)) if gone else [],
        plan_moved=any(kind != PROGRESS for _, kind, _ in (*came, *went)),
        shown=frozenset(seq for seq, _, illustrative in came if illustrative),
    )


def _between(one: int, other: int) -> _Condition:
    """Say which uploads were made or withdrawn between two versions."""
    low, high = sorted((one, other))
    seq, gone = schema.upload.c.seq, schema.withdrawal.c
    withdrawn = sa.select(gone.target).where(gone.seq > low, gone.seq <= high)
    return sa.or_(sa.and_(seq > low, seq <= high), seq.in_(withdrawn))


def _replaced(going: _Condition, counting: _Condition) -> _Condition:
    """Say which uploads hold the newest counting report in place of one that goes."""
    left, other = schema.report.alias("left_out"), schema.report.alias("other")
    same = [left.c[name] == other.c[name] for name in SHAPES[PROGRESS].key]
    seq = schema.upload.c.seq
    newest = (
        sa.select(sa.func.max(other.c.seq))
        .select_from(left.join(other, sa.and_(*same)))
        .where(left.c.seq.in_(sa.select(seq).where(going)))
        .where(other.c.seq.in_(sa.select(seq).where(counting)))
        .group_by(*(left.c[name] for name in SHAPES[PROGRESS].key))
    )
    return seq.in_(newest)


def _packed(connection: sa.Connection, kind: str, which: _Condition) -> list[Packed]:
    found = connection.execute(batches(kind, which).order_by(schema.upload.c.seq))
    return [Packed(*row) for row in found]


def _newest(connection: sa.Connection, counting: _Condition, kind: str) -> Packed | None:
    newest_first = batches(kind, counting).order_by(schema.upload.c.seq.desc())
    row = connection.execute(newest_first.limit(1)).first()
    return None if row is None else Packed(*row)


def batches(kind: str, which: _Condition) -> sa.Select[int, str, bytes]:
    """Select the packed rows of uploads; of an upload that has lost them there is only its seq."""
    upload, batch = schema.upload.c, schema.batch.c
    joined = schema.upload.outerjoin(schema.batch, batch.seq == upload.seq)
    query = sa.select(upload.seq, batch.sha256, batch.content).select_from(joined)
    return query.where(upload.kind == kind, which)
