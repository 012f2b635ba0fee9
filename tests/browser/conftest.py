"""Two servers and one headless browser for everything that needs real eyes."""

import importlib
import os
import subprocess
import sys

import pytest

from export.browser import find_browser
from tests.browser.screen import Screen
from tests.browser.server import ROOT, served
from tests.pages.offices import planted

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
PATIENCE_MS = 30_000
_MOST_READ_OFF = 4_000  # letters of one screen


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """The address of a dashboard nobody has reported to when the tests begin."""
    _need_browser()
    with served(planted(tmp_path_factory.mktemp("served") / "office", samples=False)) as address:
        yield address


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The address of a dashboard with illustrative data on a machine without a browser."""
    _need_browser()
    state = planted(tmp_path_factory.mktemp("served") / "demonstration", samples=True)
    with served(state, BROWSER_PATH="/nonexistent") as address:
        yield address


@pytest.fixture(scope="session")
def year(tmp_path_factory):
    """The address of a dashboard with a made-up year, more months than a phone has room for."""
    _need_browser()
    state = tmp_path_factory.mktemp("served") / "year"
    load = [sys.executable, "manage.py", "demo", "--year", "--no-serve"]
    subprocess.run(load, cwd=ROOT, env=os.environ | {"PLAN_STATE": str(state)}, check=True)
    with served(state) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    """A browser of one test module: its driver must be gone before another one starts."""
    _need_browser()
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(find_browser()), args=FLAGS, timeout=PATIENCE_MS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def screen_of(browser):
    """Open screens at an address, each with cookies and memory of its own."""
    opened = []

    def screen(address: str, **more) -> Screen:
        context = browser.new_context(
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": 1280, "height": 900},
            color_scheme="light",
            **more,
        )
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return Screen(context.new_page(), address)

    yield screen
    for context in opened:
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Show beside a failure what stood on the screens that were open, for nobody was there."""
    report = yield
    if report.when == "call" and report.failed and "browser" in item.funcargs:
        for page in (page for one in item.funcargs["browser"].contexts for page in one.pages):
            report.sections.append((f"screen {page.url}", _read_off(page)))
    return report


def _read_off(page) -> str:
    try:
        return page.locator("body").inner_text(timeout=2_000)[:_MOST_READ_OFF]
    except importlib.import_module("playwright.sync_api").Error as gone:
        return f"nothing to be read: {gone}"


def _need_browser() -> None:
    if find_browser() is None:
        pytest.skip("no browser on this machine")
