"""A crowd of readers: each walks the pages, filters, thinks and walks on; what they waited."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from time import perf_counter
from typing import Protocol

from bench.viewers.session import Session


class Served(Protocol):
    """What a crowd is let in at: one process, or several behind one address."""

    @property
    def address(self) -> str:
        """Return the address readers open."""
        ...

    def cookies(self) -> str:
        """Return what a new reader's browser says of itself."""
        ...

    def processor_ms(self) -> float:
        """Return processor time since the start, of all processes."""
        ...

    def memory_mb(self) -> float:
        """Return the memory they hold now."""
        ...


Step = Callable[[Session, Random], Awaitable[float]]
_UPLOAD_EVERY_S = 10.0
_AT_ONCE = 10  # sockets opened at a time: a meeting comes in through a door
_NOT_WALKED = ("upload",)  # not walked: what an officer does there is measured by the uploads


@dataclass(slots=True)
class Waits:
    """What a crowd went through: seconds of first loads and of later answers, and troubles."""

    first: list[float] = field(default_factory=list[float])
    later: list[float] = field(default_factory=list[float])
    near_upload: list[float] = field(default_factory=list[float])
    troubles: list[str] = field(default_factory=list[str])
    processor_ms: float = 0.0
    memory_mb: float = 0.0
    uploads: list[float] = field(default_factory=list[float])  # when they were committed

    def share(self, of: float) -> float:
        """Return the seconds that this share of the later answers did not exceed."""
        return share(self.later, of)

    def processor_ms_each(self) -> float:
        """Return processor time per answer, first loads and uploads included."""
        return self.processor_ms / max(len(self.later) + len(self.first), 1)


def share(seconds: list[float], of: float) -> float:
    """Return the value that ``of`` (0 to 1) of the values do not exceed.

    >>> share([0.1, 0.4, 0.2, 0.3], 0.5), share([0.1], 0.99), share([], 0.5)
    (0.3, 0.1, 0.0)
    """
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(of * len(ordered)))] if ordered else 0.0


async def walk(session: Session, random: Random) -> float:
    """Go to another page, open the filters of the one that is open, or change them.

    Who comes from a meeting, which holds one version, follows the ledger again first.
    """
    if session.has("unfreeze"):
        return await session.press("unfreeze")
    if random.random() < 1 / 2:
        if chains := session.options.get("filter-chain", ()):
            return await session.choose("filter-chain", random.sample(chains, random.randint(0, 1)))
        if session.has("filter-open"):
            return await session.open("filter-open")
    pages = [page for page in session.pages if page not in _NOT_WALKED]
    return await session.go(random.choice(pages))


async def slide(session: Session, random: Random) -> float:
    """Move the slider of the floor."""
    return await session.slide("n", random.randint(0, 100))


async def again(session: Session, random: Random) -> float:
    """Choose other chains on the page of the plain way."""
    chains = session.options["chains"]
    return await session.choose("chains", random.sample(chains, random.randint(0, 1)))


async def measured(
    server: Served,
    step: Step,
    *,
    viewers: int,
    think_s: float,
    seconds: float,
    settling_s: float = 0.0,
    upload: Callable[[], None] | None = None,
) -> Waits:
    """Let a crowd read for some seconds while ``upload`` is done now and then; return its waits.

    What they wait while the crowd settles is left out.
    """
    waits, door = Waits(), asyncio.Semaphore(_AT_ONCE)
    span = _Span(perf_counter() + settling_s, perf_counter() + settling_s + seconds)
    dice = [Random(number) for number in range(viewers)]  # noqa: S311 - the same crowd every time
    readers = [_reader(server, step, waits, door, one, think_s, span) for one in dice]
    officer = [_officer(upload, waits, _UPLOAD_EVERY_S, span.until)] if upload else []
    crowd = asyncio.gather(*readers, *officer)
    await asyncio.sleep(settling_s)
    before = server.processor_ms()
    await crowd
    waits.processor_ms = server.processor_ms() - before
    waits.memory_mb = server.memory_mb()
    return waits


@dataclass(frozen=True, slots=True)
class _Span:
    """The time that is measured."""

    begin: float
    until: float


async def _reader(
    server: Served,
    step: Step,
    waits: Waits,
    door: asyncio.Semaphore,
    random: Random,
    think_s: float,
    span: _Span,
) -> None:
    try:
        async with Session(server.address, server.cookies()) as session:
            async with door:
                first = await session.go()
            if perf_counter() >= span.begin:
                waits.first.append(first)
            await asyncio.sleep(random.random() * think_s)
            while perf_counter() < span.until:
                asked = perf_counter()
                waited = await step(session, random)
                if asked >= span.begin:
                    waits.later.append(waited)
                    if any(-waited <= asked - at <= 1 for at in waits.uploads):
                        waits.near_upload.append(waited)
                await asyncio.sleep(random.expovariate(1 / think_s))
            waits.troubles += session.troubles
    except (OSError, TimeoutError, KeyError) as trouble:
        waits.troubles.append(repr(trouble))


async def _officer(upload: Callable[[], None], waits: Waits, every_s: float, until: float) -> None:
    while perf_counter() + every_s < until:
        await asyncio.sleep(every_s)
        await asyncio.to_thread(upload)
        waits.uploads.append(perf_counter())
