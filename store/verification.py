"""Whether the ledger still says what was committed: everything recomputed from the first entry."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import sqlalchemy as sa

from store import act_entries, database, entries, schema
from store.act_entries import Sealed
from store.audit_verification import of_audit
from store.database import SQLITE
from store.problem_found import Problem
from store.readable import Readable
from store.refusals import DamagedError, DamagedTextError, LedgerUnavailableError
from store.rows import Packed, Rows, digest_of


def verify(ledger: Readable) -> list[Problem]:
    """Check every byte, row, number and seal; an empty list is a sound ledger.

    Each upload is read in a transaction of its own, so that writers need not wait.
    """
    found: list[Problem] = []
    for part in (_database, _chain, _acts, _files, of_audit):
        found += [problem for problem in _found(part(ledger)) if problem not in found]
    return found


def _found(part: Iterator[Problem]) -> Iterator[Problem]:
    """Go on with the next part where one is so damaged that it cannot even be read."""
    try:
        yield from part
    except LedgerUnavailableError as error:
        yield Problem("integrity", {"detail": error.reason})
    except DamagedTextError:
        yield Problem("text")


def _database(ledger: Readable) -> Iterator[Problem]:
    if ledger.engine.dialect.name != SQLITE:  # other servers hold their own constraints
        return
    with ledger.reading() as connection:
        for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if found != "ok":
                yield Problem("integrity", {"detail": found})
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem("foreign_key", {"detail": table})


def _chain(ledger: Readable) -> Iterator[Problem]:
    with ledger.reading() as connection:
        head = entries.resolve(connection, None)
        chain = list(entries.read_all(connection))
    numbers = [0, *(entry.seq for entry, _ in chain)]
    if numbers[-1] != head:
        yield Problem("head", {"detail": f"{head} / {numbers[-1]}"})
    for before, after in pairwise(numbers):
        if after != before + 1:
            yield Problem("gap", {"version": after})
    for (earlier, _), (later, _) in pairwise(chain):
        if later.recorded_time < earlier.recorded_time:
            yield Problem("time", {"version": later.seq})
    seals = ["", *(seal for _, seal in chain)]
    for before, (entry, seal) in zip(seals, chain, strict=False):
        if entry.seal(before) != seal:
            yield Problem("seal", {"version": entry.seq})


def _acts(ledger: Readable) -> Iterator[Problem]:
    event = schema.event.c
    with ledger.reading() as connection:
        head = act_entries.newest(connection)
        times = dict(connection.execute(sa.select(event.seq, event.recorded_time)).all())
        chain = list(act_entries.read(connection))
    numbers = [0, *(act.entry.seq for act in chain)]
    if numbers[-1] != head:
        yield Problem("act_head", {"detail": f"{head} / {numbers[-1]}"})
    for before, after in pairwise(numbers):
        if after != before + 1:
            yield Problem("act_gap", {"act": after})
    yield from _each_act(chain, {0: ""} | times)


def _each_act(chain: list[Sealed], time_of: Mapping[int, str]) -> Iterator[Problem]:
    newest = ""
    for act in chain:
        number = {"act": act.entry.seq}
        if not act.holds:  # then its time and version say nothing
            yield Problem("act_seal", {**number})
            continue
        if act.entry.base_seq not in time_of:
            yield Problem("act_base", {**number})
        elif act.entry.recorded_time < max(newest, time_of[act.entry.base_seq]):
            yield Problem("act_time", {**number})
        newest = act.entry.recorded_time


def _files(ledger: Readable) -> Iterator[Problem]:
    with ledger.reading() as connection:
        files = [(entry.seq, entry.file) for entry, _ in entries.read_all(connection) if entry.file]
    for seq, file in files:
        with ledger.reading() as connection:
            yield from _file(connection, seq, file)


def _file(connection: sa.Connection, seq: int, file: entries.FileEntry) -> Iterator[Problem]:
    blob, batch = schema.blob.c, schema.batch
    original = sa.select(blob.content).where(blob.sha256 == file.sha256)
    if digest_of(connection.execute(original).scalar()) != file.sha256:
        yield Problem("original", {"version": seq})
    if _digest(lambda: entries.read_rows(connection, file.kind, seq)) != file.rows_sha256:
        yield Problem("rows", {"version": seq})
    row = connection.execute(sa.select(batch).where(batch.c.seq == seq)).first()
    if row is None or _digest(lambda: Rows.unpack(Packed(*row))) != file.rows_sha256:
        yield Problem("fast_copy", {"version": seq})


def _digest(read: Callable[[], Rows]) -> str:
    try:
        with database.errors_told():
            return read().digest()
    except (DamagedError, ValueError, TypeError, OverflowError):  # what damaged rows raise
        return ""
