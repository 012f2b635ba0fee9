"""A whole ledger carried from one database into another, entry by entry, seal by seal."""

import sqlalchemy as sa

from store import act_entries, audit_entries, database, digests, entries, people_schema, schema
from store.entries import FileEntry, Head
from store.ledger import Ledger
from store.readable import Readable
from store.refusals import DamagedError, NotEmptyError
from store.rows import Rows, digest_of

_BESIDE = (
    schema.mapping,
    schema.staging,
    people_schema.account,
)  # no part of the chain, but nobody wants to lose them


def copy(source: Readable, target: Ledger) -> str:
    """Carry everything into an empty ledger, all or nothing, and return the digest.

    The source is read in one snapshot, so that it may be in use.

    Raises:
        NotEmptyError: when the target is not empty.
        DamagedError: when bytes, rows or a seal of the source are not what was committed.
    """
    with source.reading() as there, target.writing() as here:
        head = entries.lock_head(here)
        acted = act_entries.head_of(here)
        if head.seq or acted.seq or audit_entries.newest(here):
            raise NotEmptyError(database.address_of(target.engine))
        for entry, seal in list(entries.read_all(there)):
            raw, rows = file_of(there, entry.seq, entry.file) if entry.file else (b"", None)
            head = entries.append(here, head, entry, raw=raw, rows=rows)
            if head != Head(entry.seq, entry.recorded_time, seal):
                raise DamagedError(f"seal {entry.seq}")
        for act in list(act_entries.read(there)):
            acted = act_entries.append(here, acted, act.entry)
            if acted.seal != act.seal:
                raise DamagedError(f"act {act.entry.seq}")
        for table in _BESIDE:
            for row in there.execute(sa.select(table)).mappings():
                here.execute(table.insert().values(**row))
        audit_entries.copy(there, here)
    return digests.of_both(head.seal, acted.seal)


def file_of(there: sa.Connection, seq: int, file: FileEntry) -> tuple[bytes, Rows]:
    """Return the original bytes of an upload and its rows from their table.

    Raises:
        DamagedError: when either is not what was committed.
    """
    query = sa.select(schema.blob.c.content).where(schema.blob.c.sha256 == file.sha256)
    raw = there.execute(query).scalar()
    if raw is None or digest_of(raw) != file.sha256:
        raise DamagedError("original", version=seq)
    try:
        rows = entries.read_rows(there, file.kind, seq)
    except (ValueError, TypeError, OverflowError) as error:  # what damaged rows raise
        raise DamagedError("rows", version=seq) from error
    if (len(rows), rows.digest()) != (file.n_rows, file.rows_sha256):
        raise DamagedError("rows", version=seq)
    return raw, rows
