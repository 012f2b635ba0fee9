"""The ledger at three sizes beside plain read_sql with pandas and beside DuckDB: `-m bench.ledger`.

Every reader is a process of its own, so that its memory is its own and nothing is warm; its time
starts when its libraries are loaded.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import clock, ledgers, table
from bench.ledgers import Size
from tests.store import postgresql

SIZES = (Size("10³", 8), Size("10⁵", 833), Size("6×10⁶", 50_000))
UPLOADS = (10, 1_000, 10_000)
_READERS = {
    "first": "first start ever",
    "again": "start, files there",
    "committed": "after a commit of 20 rows",
    "read_sql": "read_sql + pandas",
    "duckdb": "DuckDB over Parquet",
}
_COLUMNS = ("", *(f"{size.name} rows" for size in SIZES))


def measured() -> Iterator[table.Section]:
    """Measure everything at every size, in a folder that goes with it."""
    with TemporaryDirectory() as scratch:
        yield from sections(Path(scratch))


def sections(folder: Path, sizes: tuple[Size, ...] = SIZES) -> Iterator[table.Section]:
    """Measure everything in ``folder``, which needs 8 GB for the largest size."""
    yield _of_reading(folder, sizes)
    yield _of_writing(folder)
    yield _of_history(folder)


def _of_reading(folder: Path, sizes: tuple[Size, ...]) -> table.Section:
    rows: dict[str, list[str]] = {}
    for size in sizes:
        state = ledgers.filled(folder / f"rows-{size.items}", size)
        for reader, said in _READERS.items():
            told = _child(reader, state)
            for measure, shown in told.items():
                rows.setdefault(f"{said}: {measure}", []).append(shown)
    return table.Section(
        name="ledger-reading",
        title="The first page from the ledger",
        columns=_COLUMNS[: len(sizes) + 1],
        rows=[[said, *shown] for said, shown in rows.items()],
        before="Reports of 60 months by two units per item. The page is the key figures "
        "beside those of a month and a year before, where every item stands, the curve of the "
        "year, and what every unit owes in the last month; the warm metric is where "
        "every item stands two months earlier. Memory is the peak of the process. "
        + clock.machine(),
        after="The first start ever reads every upload, works everything out and leaves the "
        "effective reports and the metric tables in the state folder. A later start of the same "
        "version maps them. After a commit only the months it touched are worked out anew, and "
        "within a server they are before the first reader asks; the time here is without that.",
    )


def _of_writing(folder: Path) -> table.Section:
    with postgresql.server() as address:
        places = {"SQLite": "", "PostgreSQL": postgresql.new_database(address)}
        rows = [_written(name, folder / f"written-{name}", url) for name, url in places.items()]
    return table.Section(
        name="ledger-writing",
        title="A commit",
        columns=("beside 10⁵ rows", "20 rows, median of 9", "10⁵ rows"),
        rows=rows,
        before="From a checked frame to the transaction on the disk, bytes, rows, fast copy and "
        "seal included.",
        after="The PostgreSQL server is one of the tests and runs without fsync.",
    )


def _written(name: str, state: Path, url: str) -> tuple[str, str, str]:
    ledgers.filled(state, SIZES[1], url)
    with ledgers.opened(state, url) as office:
        small = [_seconds(ledgers.commit_rows, office, rows=20, number=n) for n in range(9)]
        large = _seconds(ledgers.commit_rows, office, rows=100_000, number=99)
    return (name, f"{median(small) * 1000:.0f} ms", f"{large:.1f} s")


def _of_history(folder: Path) -> table.Section:
    rows: list[list[str]] = []
    state = ledgers.filled(folder / "history", Size("history", 50, months=4))
    with ledgers.opened(state) as office:
        for uploads in UPLOADS:
            ledgers.grow(office, uploads)
            rows.append([f"{uploads:,}", *map(_ms, ledgers.page_costs(office))])
    return table.Section(
        name="ledger-history",
        title="A page after many uploads",
        columns=("uploads", "asking the version", "frames after a commit", "all anew"),
        rows=rows,
        before="50 items, 400 reports that count; every further upload corrects 20 of them. "
        "Medians of 9.",
        after="What a page costs does not grow with the history: only what came since is read. "
        "The last column is what it would cost to read every upload again.",
    )


def _child(reader: str, state: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "bench.ledger", "--reader", reader, str(state)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    memory = told.pop("memory")
    shown = {name: f"{seconds:.2f} s" for name, seconds in told.items()}
    return {**shown, "memory": f"{memory:,.0f} MB"}


def _seconds(work: object, *args: object, **more: object) -> float:
    begun = perf_counter()
    work(*args, **more)  # type: ignore[operator]
    return perf_counter() - begun


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def main() -> None:
    """Measure, print, and write the sections into docs/performance.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reader", choices=_READERS)
    asked.add_argument("--largest", type=int, default=SIZES[-1].items, help="most items to try")
    asked.add_argument("--keep", action="store_true", help="leave docs/performance.md as it is")
    asked.add_argument("folder", nargs="?", type=Path)
    said = asked.parse_args()
    if said.reader:
        from bench import ledger_readers  # noqa: PLC0415 - its libraries are not in its time

        print(json.dumps(ledger_readers.measured(said.reader, said.folder)))
        return
    sizes = tuple(size for size in SIZES if size.items <= said.largest)
    with TemporaryDirectory() as scratch:
        for section in sections(said.folder or Path(scratch), sizes):
            print(section.markdown())
            if not said.keep:
                table.write(section)


if __name__ == "__main__":
    main()
