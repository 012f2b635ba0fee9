"""From the command to the first picture in a real browser, beside Streamlit's own example."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser

from bench.clock import cost_of, machine
from bench.illustrated import an_office
from bench.table import Section
from bench.viewers.reader import browsing, opened
from bench.viewers.served import ROOT, started

_TIMES = 3
_HEADING = "h1"  # the first page of the example has no picture
_STREAMLIT = (sys.executable, "-m", "streamlit")
_QUIET = ("--server.headless=true", "--server.port={port}", "--browser.gatherUsageStats=false")
_BEFORE = """
`make run` for the second time: what looks whether everything is there, then the server, then a
reader whose browser is open already and has nothing in its cache. **The first reader** is timed
from the start of the server, **the next** from opening the page. The ledger holds the made-up year.
`streamlit hello` is timed to the heading of its first page, which has no picture. Medians of {}.
"""


@dataclass(frozen=True, slots=True)
class _App:
    name: str
    command: tuple[str, ...]
    environ: dict[str, str]
    seen: str


def measured() -> Iterator[Section]:
    """Start both, by turns."""
    with TemporaryDirectory() as scratch, browsing() as browser:
        folder = Path(scratch)
        an_office(folder / "state").ledger.close()
        state = {"PLAN_STATE": str(folder / "state")}
        bars = ".js-plotly-plot .barlayer .point"
        apps = (
            _App("`make run`", (*_STREAMLIT, "run", "dashboard.py", *_QUIET), state, bars),
            _App("`streamlit hello`", (*_STREAMLIT, "hello", *_QUIET), {}, _HEADING),
        )
        looked = cost_of(_look).seconds
        rows = [_row(app, folder / "log", browser) for app in apps]
        yield Section(
            name="start",
            title="From the command to the first picture",
            columns=("", "the first reader s", "the next reader s"),
            rows=rows,
            before=f"{_BEFORE.format(_TIMES).strip()} {machine()}",
            after=f"Looking whether everything is there took {looked:.2f} s before that.",
        )


def _look() -> None:
    subprocess.run(["scripts/prepare", "run"], cwd=ROOT, check=True)  # noqa: S607 - as make does


def _row(app: _App, log: Path, browser: Browser) -> tuple[str, ...]:
    firsts: list[float] = []
    later: list[float] = []
    for _ in range(_TIMES):
        began = perf_counter()
        with started(app.command, app.environ, log, healthy="/_stcore/health") as server:
            with opened(browser, server.address, app.seen):
                firsts.append(perf_counter() - began)
            with opened(browser, server.address, app.seen) as one:
                later.append(one.first_picture_s)
    return app.name, f"{median(firsts):.1f}", f"{median(later):.1f}"
