"""Readers in a real browser: this product beside plain Streamlit, Dash and Panel."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from bench.clock import machine
from bench.illustrated import an_office
from bench.table import Section
from bench.viewers.reader import browsing, opened
from bench.viewers.served import ROOT, Server, served, started
from store.tables import tables

_APPS = Path(__file__).parent / "viewers" / "apps"
_TIMES = 5
_CHAIN = "航空航天"
_PLAIN = ("--runner.postScriptGC=false",)  # our setting too: what is compared is the product
_BEFORE = """
The projects and reports of the made-up year, one reader in headless Chromium on the machine of the
server, each time with an empty cache. **Ours** is the page of investment: its charts, captions,
sentences, filters and the menu of all pages. The others show four charts of the same tables, drawn
by the same lines, and a choice of chains, served as their own documentation says for one process.
A filter is timed from the click on one chain until another number of bars is drawn. Medians of {}.
Sent is what came over the line for the first picture, memory the server's after all that.
"""


@dataclass(frozen=True, slots=True)
class _Product:
    name: str
    server: Server
    page: str
    choose: Callable[[Page], Callable[[Page], None]]  # opens the choice; returns the last click


def measured() -> Iterator[Section]:
    """Serve all of them side by side and read them by turns."""
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        products = _served(Path(scratch), stack)
        browser = stack.enter_context(browsing())
        rows = [_row(one, browser) for one in products]
        yield Section(
            name="peers",
            title="The first picture and a filter, beside other products",
            columns=("", "first picture s", "filter s", "sent KB", "server memory MB"),
            rows=rows,
            before=f"{_BEFORE.format(_TIMES).strip()} {machine()}",
        )


def _served(folder: Path, stack: ExitStack) -> list[_Product]:
    office = an_office(folder / "state")
    stack.callback(office.ledger.close)
    now = tables(office.ledger)
    now.projects.to_csv(folder / "projects.csv", index=False)
    now.reports.to_csv(folder / "reports.csv", index=False)
    plain = {"PLAIN_TABLES": str(folder), "PYTHONPATH": str(_APPS)}
    state = {"PLAN_STATE": str(folder / "state")}
    python = sys.executable

    def log(name: str) -> Path:
        return folder / f"{name}.log"

    def run(name: str, *command: str, healthy: str = "/") -> Server:
        whole = (python, *command)
        server = started(whole, plain, log(name), folder=folder, healthy=healthy)
        return stack.enter_context(server)

    ours = stack.enter_context(served(ROOT / "dashboard.py", state, log("ours")))
    four = _APPS / "streamlit_four.py"
    streamlit = stack.enter_context(served(four, plain, log("streamlit"), options=_PLAIN))
    dash = run("dash", str(_APPS / "dash_four.py"))
    serve = ("-m", "panel", "serve", str(_APPS / "panel_four.py"), "--port", "{port}")
    panel = run("panel", *serve, healthy="/panel_four")
    return [
        _Product("ours", ours, "/investment", _from_filters),
        _Product("Streamlit, plain", streamlit, "/", _from_list),
        _Product("Dash", dash, "/", _from_boxes),
        _Product("Panel", panel, "/panel_four", _from_boxes),
    ]


def _row(product: _Product, browser: Browser) -> tuple[str, ...]:
    firsts: list[float] = []
    filters: list[float] = []
    sent: list[float] = []
    with opened(browser, product.server.address + product.page):
        pass  # what a process does at its very first reader is not what is compared
    for _ in range(_TIMES):
        with opened(browser, product.server.address + product.page) as one:
            firsts.append(one.first_picture_s)
            sent.append(one.kilobytes())
            filters.append(one.settle().changed(product.choose(one.page)))
    figures = f"{median(firsts):.2f}", f"{median(filters):.2f}", f"{median(sent):,.0f}"
    return (product.name, *figures, f"{product.server.memory_mb():.0f}")


def _from_filters(page: Page) -> Callable[[Page], None]:
    page.locator(".st-key-filter-open button").click()
    page.locator(".st-key-filter-chain input").click()
    return _click_option


def _from_list(page: Page) -> Callable[[Page], None]:
    page.locator(".st-key-chains input").click()
    return _click_option


def _click_option(page: Page) -> None:
    page.get_by_role("option", name=_CHAIN).first.click()


def _from_boxes(_: Page) -> Callable[[Page], None]:
    return lambda page: page.get_by_text(_CHAIN, exact=True).first.click()
