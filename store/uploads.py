"""What the ledger knows about each upload."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from store import schema
from store.refusals import UnknownVersionError


@dataclass(frozen=True, slots=True)
class Upload:
    """One committed file. Times are in UTC; the size is in bytes."""

    version: int
    kind: str
    filename: str
    sha256: str
    size: int
    n_rows: int
    actor: str
    at: datetime
    base: int
    reason: str
    illustrative: bool
    withdrawn_version: int | None
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_reason: str | None

    @property
    def withdrawn(self) -> bool:
        """Tell whether the upload no longer counts."""
        return self.withdrawn_version is not None


def read(
    connection: sa.Connection, as_of: int, *which: sa.ColumnElement[bool]
) -> tuple[Upload, ...]:
    """Return the uploads up to ``as_of``, oldest first, with the withdrawals known by then."""
    query = _query(as_of).where(schema.upload.c.seq <= as_of, *which)
    return tuple(map(_upload, connection.execute(query)))


def one(connection: sa.Connection, version: int) -> Upload:
    """Return one upload as it stands now.

    Raises:
        UnknownVersionError: when that version is no upload.
    """
    newest = sa.select(schema.head.c.seq).scalar_subquery()
    found = connection.execute(_query(newest).where(schema.upload.c.seq == version)).first()
    if found is None:
        raise UnknownVersionError(version, connection.scalar(sa.select(newest)))
    return _upload(found)


def effective(as_of: int) -> sa.ColumnElement[bool]:
    """Say which uploads count at ``as_of``: made by then and not withdrawn by then."""
    gone = schema.withdrawal.alias("gone_by_then")
    targets = sa.select(gone.c.target).where(gone.c.seq <= as_of)
    return sa.and_(schema.upload.c.seq <= as_of, schema.upload.c.seq.not_in(targets))


def _query(as_of: int | sa.ScalarSelect[int]) -> sa.Select[*tuple[Any, ...]]:
    made, gone = schema.event.alias("made"), schema.event.alias("gone")
    upload, withdrawal = schema.upload, schema.withdrawal
    tables = (
        upload.join(made, made.c.seq == upload.c.seq)
        .join(schema.blob, schema.blob.c.sha256 == upload.c.sha256)
        .outerjoin(
            withdrawal, sa.and_(withdrawal.c.target == upload.c.seq, withdrawal.c.seq <= as_of)
        )
        .outerjoin(gone, gone.c.seq == withdrawal.c.seq)
    )
    about_file = (upload.c.seq, upload.c.kind, upload.c.filename, upload.c.sha256)
    about_size = (schema.blob.c.size, upload.c.n_rows)
    about_making = (made.c.actor, made.c.recorded_time, upload.c.base_seq, made.c.reason)
    about_end = (gone.c.seq, gone.c.recorded_time, gone.c.actor, gone.c.reason)
    columns = (*about_file, *about_size, *about_making, upload.c.illustrative, *about_end)
    return sa.select(*columns).select_from(tables).order_by(upload.c.seq)


def _upload(row: sa.Row[*tuple[Any, ...]]) -> Upload:
    *file, made, base, reason, illustrative, gone_seq, gone, gone_actor, gone_reason = row
    return Upload(
        *file,
        at=datetime.fromisoformat(made),
        base=base,
        reason=reason or "",
        illustrative=illustrative,
        withdrawn_version=gone_seq,
        withdrawn_at=datetime.fromisoformat(gone) if gone else None,
        withdrawn_by=gone_actor,
        withdrawn_reason=gone_reason,
    )
