"""A thousand writers killed with -9 in the middle of their commits, on both databases."""

import sys
import tempfile
from collections.abc import Callable
from time import perf_counter

from bench.table import Section
from store.ledger import Ledger
from store.verification import verify
from tests.store import postgresql
from tests.store.killing import ROWS, Toll

KILLS = 1_000
_EPOCH = 100  # kills on one ledger, so that its size does not grow without end
_COLUMNS = (
    *("database", "kills", "commits acknowledged", "acknowledged and lost", "half done"),
    *("completed though nobody was told", "unsound ledgers", "slowest reopening (s)"),
)


def measured(kills: int = KILLS) -> tuple[Section]:
    """Kill that many writers on each database and return what the ledgers had then."""
    with tempfile.TemporaryDirectory() as folder, postgresql.server() as address:
        sqlite = _killed("SQLite", kills, lambda n: f"sqlite:///{folder}/{n}.sqlite3")
        other = _killed("PostgreSQL", kills, lambda _: postgresql.new_database(address))
    section = Section(
        name="faults",
        title="Killed in the middle of a commit",
        columns=_COLUMNS,
        rows=(sqlite, other),
        before=f"A process commits sheets of {ROWS} rows one after another and says so after each; "
        "it is killed with -9 while it writes the next. Another process then counts what is there "
        f"and, every {_EPOCH} kills, recomputes every digest and seal.",
        after="The PostgreSQL server runs without fsync here: its clients are killed, it is not.",
    )
    return (section,)


def _killed(name: str, kills: int, new_ledger: Callable[[int], str]) -> tuple[str, ...]:
    toll, unsound, slowest = Toll(), 0, 0.0
    for epoch in range(-(-kills // _EPOCH)):
        url = new_ledger(epoch)
        with Ledger.open(url) as ledger:
            for round_ in range(min(_EPOCH, kills - toll.kills)):
                toll.kill(ledger, url, acknowledgements=1 + round_ % 3)
        started = perf_counter()
        with Ledger.open(url) as ledger:
            slowest = max(slowest, perf_counter() - started)
            unsound += bool(verify(ledger))
    counted = (toll.kills, toll.acknowledged, toll.lost, toll.half_done, toll.finished, unsound)
    return (name, *(f"{number:,}" for number in counted), f"{slowest:.2f}")


if __name__ == "__main__":
    print(measured(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)[0].markdown())
