"""One entry of the ledger, the seal that chains it to the one before, and how it is written."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import NamedTuple

import sqlalchemy as sa

from store import bulk, schema
from store.refusals import BrokenChainError, UnknownVersionError
from store.rows import Rows
from store.shapes import SHAPES


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What an upload adds to the ledger, but for its bytes and rows."""

    token: str
    kind: str
    filename: str
    sha256: str
    attempt: int
    n_rows: int
    rows_sha256: str
    base_seq: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of the ledger: a file is added, or earlier files are withdrawn."""

    seq: int
    recorded_time: str  # ISO 8601 in UTC, always the same width
    actor: str
    reason: str | None
    file: FileEntry | None = None
    withdraws: tuple[int, ...] = ()

    def seal(self, before: str) -> str:
        """Return the sha256 of this entry and of every entry before it."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(f"{before}\n{said}".encode()).hexdigest()


class Head(NamedTuple):
    """The newest entry: its number, time and seal; 0 and empty texts for an empty ledger."""

    seq: int
    recorded_time: str
    seal: str


def lock_head(connection: sa.Connection) -> Head:
    """Return the newest entry and keep every other writer waiting until the commit."""
    seq = connection.execute(sa.select(schema.head.c.seq).with_for_update()).scalar_one()
    columns = (schema.event.c.recorded_time, schema.event.c.seal)
    newest = connection.execute(sa.select(*columns).where(schema.event.c.seq == seq)).one_or_none()
    return Head(seq, *newest) if newest else Head(seq, "", "")


def resolve(connection: sa.Connection, as_of: int | None) -> int:
    """Return the version meant: ``as_of``, or the newest one for None.

    Raises:
        UnknownVersionError: for a version the ledger has not reached.
    """
    newest = connection.execute(sa.select(schema.head.c.seq)).scalar_one()
    if as_of is not None and not 0 <= as_of <= newest:
        raise UnknownVersionError(as_of, newest)
    return newest if as_of is None else as_of


def append(
    connection: sa.Connection,
    head: Head,
    entry: Entry,
    *,
    raw: bytes = b"",
    rows: Rows | None = None,
) -> Head:
    """Write an entry after ``head``, which the caller has locked; return the new head."""
    seal = entry.seal(head.seal)
    written = {"seq": entry.seq, "recorded_time": entry.recorded_time, "actor": entry.actor}
    connection.execute(schema.event.insert().values(**written, reason=entry.reason, seal=seal))
    if entry.file is not None and rows is not None:
        _append_file(connection, entry.seq, entry.file, raw, rows)
    if entry.withdraws:
        targets = [{"target": target, "seq": entry.seq} for target in entry.withdraws]
        connection.execute(schema.withdrawal.insert(), targets)
    connection.execute(schema.head.update().values(seq=entry.seq))
    return Head(entry.seq, entry.recorded_time, seal)


def _append_file(
    connection: sa.Connection, seq: int, file: FileEntry, raw: bytes, rows: Rows
) -> None:
    known = sa.select(schema.blob.c.sha256).where(schema.blob.c.sha256 == file.sha256)
    if connection.execute(known).first() is None:
        content = {"sha256": file.sha256, "size": len(raw), "content": raw}
        connection.execute(schema.blob.insert().values(**content))
    connection.execute(schema.upload.insert().values(seq=seq, **asdict(file)))
    _, checksum, packed = rows.pack(seq)
    connection.execute(schema.batch.insert().values(seq=seq, sha256=checksum, content=packed))
    bulk.insert(connection, file.kind, seq, rows)


def read_all(connection: sa.Connection) -> Iterator[tuple[Entry, str]]:
    """Give every entry with its seal, oldest first, built from the tables as they are."""
    withdraws: dict[int, list[int]] = {}
    targets = sa.select(schema.withdrawal).order_by(schema.withdrawal.c.target)
    for target, seq in connection.execute(targets):
        withdraws.setdefault(seq, []).append(target)
    columns = [schema.upload.c[name] for name in FileEntry.__dataclass_fields__]
    joined = sa.select(schema.event, *columns).select_from(
        schema.event.outerjoin(schema.upload, schema.upload.c.seq == schema.event.c.seq)
    )
    for row in connection.execute(joined.order_by(schema.event.c.seq)):
        seq, recorded_time, actor, reason, seal, *said = row
        file = None if said[0] is None else FileEntry(*said)
        targets_ = tuple(withdraws.get(seq, ()))
        yield Entry(seq, recorded_time, actor, reason, file, targets_), seal


def checked(chain: Iterable[tuple[Entry, str]]) -> list[Entry]:
    """Return the entries of a chain that holds.

    Raises:
        BrokenChainError: for the first entry that is not as it was sealed.
    """
    held: list[Entry] = []
    before = ""
    for number, (entry, seal) in enumerate(chain, start=1):
        if entry.seq != number or entry.seal(before) != seal:
            raise BrokenChainError(number)
        held.append(entry)
        before = seal
    return held


def read_rows(connection: sa.Connection, kind: str, seq: int) -> Rows:
    """Return the rows of one upload from its table, in the order of the sheet."""
    table = schema.ROWS[kind].c
    names = SHAPES[kind].columns
    query = sa.select(*(table[name] for name in names)).where(table.seq == seq)
    lines = connection.execute(query.order_by(table.line)).all()
    return Rows.of(kind, {name: [line[i] for line in lines] for i, name in enumerate(names)})
