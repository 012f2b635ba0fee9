"""The second book as a file of lines, and back into an empty book without a difference.

acts.jsonl  one act a line, with the seal that chains it to the line before
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import sqlalchemy as sa

from store import act_entries
from store.act_entries import ActEntry, ActHead, Sealed
from store.refusals import DamagedError

FILE = "acts.jsonl"


def write(chain: list[Sealed], folder: Path) -> str:
    """Write the acts and return the newest seal, empty when there are none.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    for act in chain:
        if not act.holds:
            raise DamagedError(f"act {act.entry.seq}")
    said = [
        json.dumps(
            {**asdict(entry), "body": json.loads(entry.body), "seal": seal}, ensure_ascii=False
        )
        for entry, seal, _ in chain
    ]
    (folder / FILE).write_text("".join(f"{line}\n" for line in said), "utf-8", newline="\n")
    return chain[-1].seal if chain else ""


def read(connection: sa.Connection, folder: Path, versions: int) -> str:
    """Bring the acts into an empty book, whose ledger has ``versions``; return the newest seal.

    A folder of an older release has no such file; then nobody acted.

    Raises:
        DamagedError: when a line does not agree with its seal.
    """
    head = ActHead(0, "", "")
    if not (folder / FILE).exists():
        return ""
    for entry, seal in _lines(folder / FILE):
        if (entry.seq, seal) != (head.seq + 1, entry.seal(head.seal)) or entry.base_seq > versions:
            raise DamagedError(f"{FILE}: {entry.seq}")
        head = act_entries.append(connection, head, entry)
    return head.seal


def _lines(file: Path) -> Iterator[tuple[ActEntry, str]]:
    try:
        for line in file.read_text("utf-8").split("\n")[:-1]:
            said = json.loads(line)
            seal, body = said.pop("seal"), act_entries.canonical(said.pop("body"))
            yield ActEntry(**said, body=body), seal
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(file.name) from error
