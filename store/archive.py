"""The whole ledger as a folder of open files, and back into an empty ledger without a difference.

entries.jsonl     one entry a line, with the seal that chains it to the line before
originals/SHA256  the uploaded files, byte for byte
originals.csv     which of them is which upload, under the name it came with
rows/VERSION.csv  the rows of an upload as they were committed; an empty cell is empty, and
                  text that a spreadsheet would run stands behind an apostrophe
acts.jsonl        the second book, as store/acts_archived.py says
mappings.jsonl    what headings mean, as store/mappings_archived.py says
README.md         what this folder is, for whoever finds it
"""

import csv
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ingest.characters import escaped, unescaped
from store import act_entries, acts_archived, database, digests, entries, mappings_archived
from store.copying import file_of
from store.durable import put_in_place
from store.entries import Entry, FileEntry, Head
from store.ledger import Ledger
from store.readable import Readable
from store.refusals import DamagedError, NotEmptyError
from store.room import needed_for
from store.rows import Rows
from store.shapes import INTEGERS, SHAPES
from texts import LANGUAGES, catalogue

_ENTRIES, _ORIGINALS, _ROWS = "entries.jsonl", "originals", "rows"
_NAMES, _README = "originals.csv", "README.md"
_NAMED = ("version", "kind", "filename", "original")
_ENCODING = "utf-8-sig"  # a spreadsheet opens the rows as they are


def digest(ledger: Readable) -> str:
    """Return a digest that covers every entry of both books; empty for an empty ledger.

    It is the newest seal of the ledger while nobody has acted.
    """
    with ledger.reading() as connection:
        return digests.present(connection)


def write(ledger: Readable, folder: Path) -> str:
    """Write the ledger as it stands into a new folder and return its digest.

    Raises:
        NotEmptyError: when the folder is there already.
        DamagedError, BrokenChainError: when anything in it is not as it was committed.
        NotWrittenError: when the disk takes no more.

    Whatever is raised, no folder is left.
    """
    if folder.exists():
        raise NotEmptyError(str(folder))
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        with needed_for("export", folder):
            seal = _write(ledger, part)
            put_in_place(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return seal


def read(folder: Path, ledger: Ledger) -> str:
    """Bring a folder into an empty ledger, all or nothing, and return the digest.

    Raises:
        NotEmptyError: when the ledger is not empty.
        DamagedError: when a file is missing or does not agree with its checksum or seal.
    """
    with ledger.writing() as connection:
        head = entries.lock_head(connection)
        if head.seq or act_entries.newest(connection):
            raise NotEmptyError(database.address_of(ledger.engine))
        for entry, seal in _read_entries(folder / _ENTRIES):
            head = _read_entry(connection, head, entry, folder)
            if head.seal != seal:
                raise DamagedError(f"{_ENTRIES}: {entry.seq}")
        acted = acts_archived.read(connection, folder, head.seq)
        mappings_archived.read(connection, folder)
    return digests.of_both(head.seal, acted)


def _write(ledger: Readable, part: Path) -> str:
    for name in (_ORIGINALS, _ROWS):
        (part / name).mkdir(parents=True)
    with ledger.reading() as connection:
        chain = list(entries.read_all(connection))
        if len(entries.checked(chain)) != entries.resolve(connection, None):
            raise DamagedError(database.address_of(ledger.engine))
        acted = acts_archived.write(list(act_entries.read(connection)), part)
        mappings_archived.write(connection, part)
    said = [
        json.dumps({**asdict(entry), "seal": seal}, ensure_ascii=False) for entry, seal in chain
    ]
    (part / _ENTRIES).write_text("".join(f"{line}\n" for line in said), "utf-8", newline="\n")
    files = [(entry.seq, entry.file) for entry, _ in chain if entry.file]
    for seq, file in files:
        _write_file(ledger, part, seq, file)
    _write_table(part / _NAMES, _NAMED, (_named(*one) for one in files))
    about = "\n".join(catalogue(language)("ledger.archive_readme") for language in LANGUAGES)
    (part / _README).write_text(about, "utf-8", newline="\n")
    return digests.of_both(chain[-1][1] if chain else "", acted)


def _write_file(ledger: Readable, part: Path, seq: int, file: FileEntry) -> None:
    with ledger.reading() as connection:
        raw, rows = file_of(connection, seq, file)
    (part / _ORIGINALS / file.sha256).write_bytes(raw)
    _write_table(part / _ROWS / f"{seq}.csv", SHAPES[file.kind].columns, rows.lines())


def _named(seq: int, file: FileEntry) -> dict[str, object]:
    named = (seq, file.kind, file.filename, f"{_ORIGINALS}/{file.sha256}")
    return dict(zip(_NAMED, named, strict=True))


def _write_table(file: Path, columns: Sequence[str], lines: Iterable[dict[str, Any]]) -> None:
    with file.open("w", encoding=_ENCODING, newline="") as target:
        writer = csv.DictWriter(target, columns)
        writer.writeheader()
        writer.writerows({name: _safe(cell) for name, cell in line.items()} for line in lines)


def _safe(cell: object) -> object:
    return escaped(cell) if isinstance(cell, str) else cell


def _read_entries(file: Path) -> Iterator[tuple[Entry, str]]:
    try:
        for line in file.read_text("utf-8").split("\n")[:-1]:
            said = json.loads(line)
            seal, added, gone = said.pop("seal"), said.pop("file"), said.pop("withdraws")
            yield Entry(**said, file=added and FileEntry(**added), withdraws=tuple(gone)), seal
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(file.name) from error


def _read_entry(connection: sa.Connection, head: Head, entry: Entry, folder: Path) -> Head:
    if entry.seq != head.seq + 1:
        raise DamagedError(f"{_ENTRIES}: {entry.seq}")
    if entry.file is None:
        return entries.append(connection, head, entry)
    raw, rows = _read_file(folder, entry.seq, entry.file)
    return entries.append(connection, head, entry, raw=raw, rows=rows)


def _read_file(folder: Path, seq: int, file: FileEntry) -> tuple[bytes, Rows]:
    original, sheet = folder / _ORIGINALS / file.sha256, folder / _ROWS / f"{seq}.csv"
    try:
        raw = original.read_bytes()
        with sheet.open(encoding=_ENCODING, newline="") as source:
            lines = list(csv.DictReader(source, strict=True))
        rows = _rows(file, lines, unescaped)
        if rows.digest() != file.rows_sha256:  # folders written before 0.2 hold texts as they are
            rows = _rows(file, lines, str)
    except (OSError, ValueError, KeyError, csv.Error) as error:
        raise DamagedError(f"{_ROWS}/{seq}.csv") from error
    if sha256(raw).hexdigest() != file.sha256:
        raise DamagedError(f"{_ORIGINALS}/{file.sha256}")
    if (len(rows), rows.digest()) != (file.n_rows, file.rows_sha256):
        raise DamagedError(f"{_ROWS}/{seq}.csv")
    return raw, rows


def _rows(file: FileEntry, lines: Sequence[dict[str, str]], told: Callable[[str], str]) -> Rows:
    columns = SHAPES[file.kind].columns
    return Rows.of(
        file.kind,
        {name: [_cell(line[name], name, told) for line in lines] for name in columns},
    )


def _cell(text: str, name: str, told: Callable[[str], str]) -> str | int | None:
    if not text:
        return None
    return int(text) if name in INTEGERS else told(text)
