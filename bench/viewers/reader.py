"""A reader with a real browser: the first picture they see, what a filter costs, what is sent."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from export.browser import find_browser

_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage")
_PATIENCE_MS = 60_000
_BARS = ".js-plotly-plot .barlayer .point"
_LOOK_MS = 10


@dataclass(slots=True)
class Opened:
    """A page somebody has opened: seconds to its first picture, bytes that came for it."""

    page: Page
    first_picture_s: float = 0.0
    received: int = 0

    def kilobytes(self) -> float:
        """Return what has come so far, as it came over the line."""
        return self.received / 1024

    def settle(self) -> "Opened":
        """Wait until no bar has been drawn for a second."""
        drawn, since = -1, perf_counter()
        while perf_counter() - since < 1:
            now = self.page.locator(_BARS).count()
            if now != drawn:
                drawn, since = now, perf_counter()
            self.page.wait_for_timeout(_LOOK_MS)
        return self

    def changed(self, click: Callable[[Page], None]) -> float:
        """Return the seconds from a click until the charts have another number of bars.

        Raises:
            TimeoutError: when they never have.
        """
        before, began = self.page.locator(_BARS).count(), perf_counter()
        click(self.page)
        while self.page.locator(_BARS).count() == before:  # looks into shadow roots, as Panel has
            if perf_counter() - began > _PATIENCE_MS / 1000:
                raise TimeoutError(self.page.url)
            self.page.wait_for_timeout(_LOOK_MS)
        return perf_counter() - began


@contextmanager
def browsing() -> Generator[Browser]:
    """Start the browser of this machine until the block ends."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(find_browser()), args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, seen: str = _BARS) -> Generator[Opened]:
    """Open an address with an empty cache and wait for its first picture, or for ``seen``."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    context.set_default_timeout(_PATIENCE_MS)
    one = Opened(context.new_page())
    _count(one)
    began = perf_counter()
    one.page.goto(address, wait_until="commit")
    one.page.wait_for_selector(seen)
    one.first_picture_s = perf_counter() - began
    yield one
    context.close()


def _count(one: Opened) -> None:
    line = one.page.context.new_cdp_session(one.page)
    line.send("Network.enable")

    def loaded(said: Any) -> None:  # noqa: ANN401 - the browser's own
        one.received += int(said["encodedDataLength"])

    def framed(said: Any) -> None:  # noqa: ANN401 - the browser's own
        frame = said["response"]
        length = len(frame["payloadData"])  # binary ones come in base64
        one.received += length if frame["opcode"] == 1 else length * 3 // 4

    line.on("Network.loadingFinished", loaded)
    line.on("Network.webSocketFrameReceived", framed)
