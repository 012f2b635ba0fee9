"""A crowd of readers on one process, beside the least Streamlit costs and beside the plain way.

Without arguments it is the run of docs/performance.md, a quarter of an hour; ``--viewers 10
--seconds 10 --settling 10 --keep`` is a short one that leaves the document as it is.
"""

import argparse
import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import table
from bench.clock import machine
from bench.viewers import crowd, pieces
from bench.viewers.crowd import Step, Waits
from bench.viewers.served import ROOT, Server, served
from bench.viewers.session import Session
from commands.illustrated.loading import load_year
from domain.columns import Reports
from store.opening import Office, open_office
from store.shapes import PROGRESS, SHAPES
from store.submission import Submission
from store.tables import tables

_APPS = Path(__file__).parent / "viewers" / "apps"
_OURS, _FLOOR, _PLAIN = "ours", "one line", "the plain way"
_READY = "the same pieces, ready-made"
_SECTIONS = ("pages", "crowd", "still")
_ROWS = 20  # reports of one upload
_LEAST = ("--runner.postScriptGC=false",)  # the floor with our setting; Streamlit's own is slower
_DAY = datetime(2026, 11, 22, 4, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Run:
    """How large and how long a run is."""

    viewers: Sequence[int] = (1, 10, 50, 100)
    think_s: Sequence[float] = (8.0,)
    seconds: float = 20.0
    settling_s: float = 30.0  # before a crowd is measured
    re_runs: int = 2_000  # of the heaviest page, for its memory
    each_page: int = 20
    sections: Sequence[str] = _SECTIONS


@dataclass(frozen=True, slots=True)
class _App:
    name: str
    server: Server
    step: Step


def measured(run: Run | None = None) -> Iterator[table.Section]:
    """Serve the three apps one beside the other and measure them by turns."""
    run = run or Run()
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        office = _office(folder)
        stack.callback(office.ledger.close)
        apps = _served(folder, office, stack)
        asyncio.run(_warm(apps))
        if "pages" in run.sections:
            yield _of_pages(apps, run)
        if "still" in run.sections:
            yield _of_still_crowds(apps[0], run)
        if "crowd" in run.sections:
            yield _of_crowds(apps, office, run)


def _office(folder: Path) -> Office:
    """Open a ledger with the made-up year."""
    environ = {"PLAN_STATE": str(folder / "state")}
    office = open_office(environ, ROOT, today=_DAY.date(), at=_DAY)
    load_year(office, actor="bench")
    return office


def _served(folder: Path, office: Office, stack: ExitStack) -> list[_App]:
    now = tables(office.ledger)
    now.projects.to_csv(folder / "projects.csv", index=False)
    now.reports.to_csv(folder / "reports.csv", index=False)
    state, plain = {"PLAN_STATE": str(folder / "state")}, {"PLAIN_TABLES": str(folder)}

    def serve(script: Path, environ: dict[str, str], *options: str) -> Server:
        log = folder / f"{script.stem}.log"
        return stack.enter_context(served(script, environ, log, options=options))

    return [
        _App(_OURS, serve(ROOT / "dashboard.py", state), crowd.walk),
        _App(_FLOOR, serve(_APPS / "floor.py", {}, *_LEAST), crowd.slide),
        _App(_PLAIN, serve(_APPS / "plain.py", plain), crowd.again),
    ]


async def _warm(apps: list[_App]) -> None:
    """Let every app import what it needs and every page be shown once."""
    for app in apps:
        async with Session(app.server.address) as session:
            await session.go()
            for page in session.pages:
                await session.go(page)


def _of_pages(apps: list[_App], run: Run) -> table.Section:
    costs = asyncio.run(_costs(apps, run.each_page))
    (floor,) = (cost.processor_ms for cost in costs if cost.app == _FLOOR)
    (plain,) = (cost.processor_ms for cost in costs if cost.app == _PLAIN)
    heaviest = max((one for one in costs if one.app == _OURS), key=lambda one: one.processor_ms)
    costs.append(_ready_made(apps[0].server, heaviest, run.each_page))
    grown = asyncio.run(_grown(apps[0].server, heaviest.address, run.re_runs))
    return table.Section(
        name="load-pages",
        title="A re-run of each page",
        columns=("page", "processor ms", "÷ one line", "÷ the plain way", "median ms", "KB sent"),
        rows=[
            (
                f"{cost.app}: {cost.page}" if cost.page else cost.app,
                f"{cost.processor_ms:.1f}",
                f"{cost.processor_ms / floor:.1f}",
                f"{cost.processor_ms / plain:.2f}",
                f"{cost.median_ms:.0f}",
                f"{cost.kilobytes:.0f}",
            )
            for cost in costs
        ],
        before="One reader lets a page run again as it is, with the made-up year. Processor time "
        "is of the server's process, so that other work on the machine counts little; the median "
        f"is of {run.each_page} answers. **One line** is a page of a slider and its number, with "
        "our setting of the garbage collection; **the plain way** is four charts, four figures and "
        "a table of the same projects and reports, read and drawn on every run, with Streamlit's "
        f"own settings; **{_READY}** is as many charts, texts, controls and frames as our heaviest "
        "page sends, with nothing behind them and nothing worked out: what Streamlit itself takes "
        f"for a page of that size. {machine()}",
        after=f"After {run.re_runs:,} re-runs of the heaviest page (`{heaviest.page}`) the process "
        f"held {grown:+.1f} MB against before.",
    )


def _ready_made(ours: Server, heaviest: "_Cost", times: int) -> "_Cost":
    """Serve a page of the same pieces with nothing behind them, and measure that."""
    found = asyncio.run(pieces.of_page(ours.address, heaviest.address))
    with TemporaryDirectory() as folder:
        environ, log = {"READY_PIECES": json.dumps(found)}, Path(folder) / "ready.log"
        with served(_APPS / "ready.py", environ, log, options=_LEAST) as server:
            (cost,) = asyncio.run(_costs([_App(_READY, server, crowd.again)], times))
    return cost


@dataclass(frozen=True, slots=True)
class _Cost:
    app: str
    page: str
    processor_ms: float
    median_ms: float
    kilobytes: float

    @property
    def address(self) -> str:
        """The page as its address has it: the first page has none."""
        return "" if self.page == "overview" else self.page


async def _costs(apps: list[_App], times: int) -> list[_Cost]:
    costs: list[_Cost] = []
    for app in apps:
        async with Session(app.server.address) as session:
            await session.go()
            for page in session.pages if app.name == _OURS else ("",):
                await session.go(page)
                await session.again()
                before, received = app.server.processor_ms(), session.bytes_received
                answers = [await session.again() for _ in range(times)]
                spent = (app.server.processor_ms() - before) / times
                sent = (session.bytes_received - received) / times / 1024
                name = (page or "overview") if app.name == _OURS else ""
                costs.append(_Cost(app.name, name, spent, 1000 * median(answers), sent))
    return costs


async def _grown(server: Server, page: str, times: int) -> float:
    """Return how many MB a process holds more after so many re-runs; the first hundred warm up."""
    async with Session(server.address) as session:
        await session.go()
        await session.go(page)
        for _ in range(100):
            await session.again()
        before = server.memory_mb()
        for _ in range(times):
            await session.again()
        return server.memory_mb() - before


def _of_crowds(apps: list[_App], office: Office, run: Run) -> table.Section:
    rows = [
        _row(app, viewers, think_s, run, partial(_upload, office) if app.name == _OURS else None)
        for think_s in run.think_s
        for viewers in run.viewers
        for app in apps
    ]
    return table.Section(
        name="load",
        title="A crowd of readers on one process",
        columns=_WAITED,
        rows=rows,
        before="Readers without a browser open the app over its socket, walk all pages but the "
        "upload and change the chains they filter by, each after a pause that is on average the "
        f"think time, for {run.seconds:g} s, after {run.settling_s:g} s that do not count. Every "
        f"10 s another process commits a sheet of {_ROWS} reports to the ledger ours reads; an "
        "answer is near it when it was asked for less than a second after, or was still awaited. "
        f"Server and readers share the machine's processors. {machine()}",
    )


_WAITED = (
    *("", "readers", "think s", "answers", "p50 ms", "p95 ms", "p99 ms"),
    *("p95 ms near an upload", "processor ms", "memory MB", "troubles"),
)


def _of_still_crowds(ours: _App, run: Run) -> table.Section:
    return table.Section(
        name="load-still",
        title="The same crowd while nobody uploads",
        columns=_WAITED,
        rows=[
            _row(ours, viewers, think_s, run, None)
            for think_s in run.think_s
            for viewers in run.viewers
        ],
        before=f"The readers of the other crowd at one version of the ledger, for {run.seconds:g} "
        f"s each, after {run.settling_s:g} s that do not count, in which the first of them work "
        f"out the parts of the plan they filter by. {machine()}",
    )


def _row(
    app: _App, viewers: int, think_s: float, run: Run, upload: Callable[[], None] | None
) -> tuple[str, ...]:
    waits = asyncio.run(
        crowd.measured(
            app.server,
            app.step,
            viewers=viewers,
            think_s=think_s,
            seconds=run.seconds,
            settling_s=run.settling_s,
            upload=upload,
        )
    )
    return (app.name, str(viewers), f"{think_s:g}", *_said(waits))


def _said(waits: Waits) -> tuple[str, ...]:
    shares = (f"{1000 * waits.share(of):.0f}" for of in (0.5, 0.95, 0.99))
    near = f"{1000 * crowd.share(waits.near_upload, 0.95):.0f}" if waits.near_upload else ""
    answers = len(waits.later) + len(waits.first)
    held = f"{waits.memory_mb:.0f}"
    troubles = str(len(waits.troubles))
    return (str(answers), *shares, near, f"{waits.processor_ms_each():.1f}", held, troubles)


def _upload(office: Office) -> None:
    """Commit the last reports again, each one thousandth further."""
    base = office.ledger.version()
    frame = tables(office.ledger).reports.tail(_ROWS)[list(SHAPES[PROGRESS].columns)]
    further = (frame[Reports.PERCENT_PPM.value] + 1_000) % 1_000_000
    submission = Submission(
        PROGRESS,
        "progress.csv",
        f"bench {base}".encode(),
        frame.assign(**{Reports.PERCENT_PPM.value: further}).reset_index(drop=True),
    )
    office.ledger.commit(submission, actor="bench", at=_DAY, base=base, token=f"bench {base}")


def main() -> None:
    """Measure, print, and write the sections into docs/performance.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    short = Run()
    asked.add_argument("--viewers", type=int, nargs="+", default=short.viewers)
    asked.add_argument("--think", type=float, nargs="+", default=short.think_s, help="seconds")
    asked.add_argument("--seconds", type=float, default=short.seconds, help="of each crowd")
    asked.add_argument("--settling", type=float, default=short.settling_s, help="seconds before")
    asked.add_argument("--re-runs", type=int, default=short.re_runs, help="for the memory")
    asked.add_argument("--keep", action="store_true", help="leave docs/performance.md as it is")
    asked.add_argument("--sections", nargs="+", choices=_SECTIONS, default=_SECTIONS)
    said = asked.parse_args()
    run = Run(
        said.viewers,
        said.think,
        said.seconds,
        said.settling,
        said.re_runs,
        sections=said.sections,
    )
    for section in measured(run):
        print(section.markdown(), flush=True)
        if not said.keep:
            table.write(section)


if __name__ == "__main__":
    main()
