"""What each page costs as the plan grows and as the years go by.

``python -m bench.growth --items 10 1000 100000 --months 12 120`` measures every pair; pairs with
more reports than a machine of an office has room for are left out and named.
"""

import argparse
import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import table
from bench.clock import machine
from bench.ledgers import UNITS, Size, filled
from bench.viewers.served import ROOT, Server, served
from bench.viewers.session import Session

_MOST_REPORTS = 3_000_000
_AGAIN = 10
_PATIENCE_S = 60.0  # that a reader has with a page, and the bench with 22 of them
_STARTING_S = 300.0  # until a server has worked out the first page of a ledger it never saw
_OVER = f"over {_PATIENCE_S:.0f} s"


@dataclass(frozen=True, slots=True)
class Cost:
    """A page of one size: seconds until it first stood, then what a re-run costs and sends."""

    first_s: float
    processor_ms: float
    kilobytes: float


def measured(
    items: Sequence[int] = (10, 1_000, 100_000), months: Sequence[int] = (12, 120)
) -> Iterator[table.Section]:
    """Make a ledger of each size, serve it and let one reader walk through all pages."""
    every = [Size(f"{number:,} × {month}", number, month) for month in months for number in items]
    sizes = [size for size in every if _reports(size) <= _MOST_REPORTS]
    found: dict[str, dict[str, Cost | None]] = {}
    for size in sizes:
        with TemporaryDirectory() as scratch:
            state = filled(Path(scratch) / "state", size)
            with served(ROOT / "dashboard.py", {"PLAN_STATE": str(state)}, state / "log") as server:
                found[size.name] = asyncio.run(_walked(server))
    yield _section(found, [size for size in every if size not in sizes])


def _reports(size: Size) -> int:
    return size.items * len(UNITS) * size.months


async def _walked(server: Server) -> dict[str, Cost | None]:
    """Return what each page costs, by its address: all are shown once before one runs again."""
    firsts = {page: await _first(server, page) for page in await _names(server)}
    return {
        page or "overview": None if first is None else await _cost(server, page, first)
        for page, first in firsts.items()
    }


async def _names(server: Server) -> tuple[str, ...]:
    async with Session(server.address, patience_s=_STARTING_S) as session:
        await session.go()
        return session.pages


async def _first(server: Server, page: str) -> float | None:
    async with Session(server.address, patience_s=_PATIENCE_S) as session:
        try:
            await session.go()
            return await session.go(page)
        except TimeoutError:
            return None


async def _cost(server: Server, page: str, first: float) -> Cost:
    async with Session(server.address) as session:
        await session.go()
        await session.go(page)
        before, received = server.processor_ms(), session.bytes_received
        for _ in range(_AGAIN):
            await session.again()
        spent, sent = server.processor_ms() - before, session.bytes_received - received
        return Cost(first, spent / _AGAIN, sent / _AGAIN / 1024)


def _section(found: dict[str, dict[str, Cost | None]], left_out: Sequence[Size]) -> table.Section:
    sizes, pages = list(found), list(next(iter(found.values())))
    left = ", ".join(size.name for size in left_out)
    return table.Section(
        name="growth",
        title="What a page costs as the plan grows",
        columns=("items × months", *sizes),
        rows=[(page, *(_said(found[size].get(page)) for size in sizes)) for page in pages],
        before="Each item is reported by two units in every month, a tenth of the cells is empty. "
        "A cell is the seconds until a page first stood in a server that had shown the overview "
        "alone, the processor time of a later re-run in ms and the KB that one sends. "
        f"{machine()}",
        after=f"Left out, as they hold more than {_MOST_REPORTS:,} reports: {left}."
        if left
        else "",
    )


def _said(cost: Cost | None) -> str:
    if cost is None:
        return _OVER
    return f"{cost.first_s:.1f} s; {cost.processor_ms:.0f} ms; {cost.kilobytes:.0f} KB"


def main() -> None:
    """Measure the sizes asked for, print, and write the section into docs/performance.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--items", type=int, nargs="+", default=(10, 1_000, 100_000))
    asked.add_argument("--months", type=int, nargs="+", default=(12, 120))
    asked.add_argument("--keep", action="store_true", help="leave docs/performance.md as it is")
    said = asked.parse_args()
    for section in measured(said.items, said.months):
        print(section.markdown(), flush=True)
        if not said.keep:
            table.write(section)


if __name__ == "__main__":
    main()
