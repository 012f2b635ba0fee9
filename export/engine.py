"""Draws figures for any thread with one warm browser: one at a time, never for ever."""

import asyncio
import atexit
import base64
import json
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Literal, Self
from urllib.parse import unquote

import plotly.graph_objects as go

from export.browser import find_browser, usable
from export.loop import LoopThread
from export.page import WarmPage
from export.raster import printable
from export.refusals import (
    BrowserDiedError,
    DrawingError,
    EngineClosedError,
    NoBrowserError,
    PictureBusyError,
    PictureError,
    PictureTimeoutError,
)
from export.sizes import PictureSize

Format = Literal["png", "svg"]
_CLOSE_S = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much; seconds, pictures."""

    start_s: float = 60
    draw_s: float = 30
    answer_s: float = 120  # start, waiting for one's turn and drawing together
    waiting: int = 24
    recycle_after: int = 300  # a browser's memory grows with every picture


class PictureEngine:
    """One browser for the whole process. Costs nothing until the first picture."""

    def __init__(self, *, browser: Path | None = None, limits: Limits | None = None) -> None:
        self._browser = browser
        self._limits = limits or Limits()
        self._places = BoundedSemaphore(self._limits.waiting)
        self._turn = asyncio.Lock()
        self._page: WarmPage | None = None
        self._loop: LoopThread | None = None
        self._state = Lock()
        self._closed = False

    def unavailable(self) -> str | None:
        """Return the text key of the reason why nothing can be drawn, or None."""
        if self._closed:
            return EngineClosedError.text_key
        return None if self._executable() else NoBrowserError.text_key

    def draw(self, figure: go.Figure, size: PictureSize, fmt: Format = "png") -> bytes:
        """Return the picture of a figure from ``for_report``, exactly ``size.pixels`` large.

        Callable from any thread; each caller gets its own picture.

        Raises:
            PictureError: one of its kinds; no call lasts longer than ``limits.answer_s``.
        """
        url = self._answer(_script(figure, size, fmt))
        header, _, body = url.partition(",")
        if fmt == "svg":
            return unquote(body).encode() if header.startswith("data:") else url.encode()
        return printable(base64.b64decode(body), size)

    def warm(self) -> None:
        """Start the browser now, so that the first reader need not wait for it.

        Raises:
            PictureError: when it does not start.
        """
        self._answer("Promise.resolve(Plotly.version)")

    def close(self) -> None:
        """End the browser and the thread; waiting callers are refused. Can be called twice."""
        with self._state:
            self._closed = True
            loop, self._loop = self._loop, None
        if loop is not None:
            atexit.unregister(self.close)
            try:
                loop.submit(self._drop()).result(_CLOSE_S)
            finally:
                loop.close(_CLOSE_S)

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _answer(self, expression: str) -> str:
        if not self._executable():
            raise NoBrowserError
        if not self._places.acquire(blocking=False):
            raise PictureBusyError
        try:
            return self._awaited(expression)
        finally:
            self._places.release()

    def _awaited(self, expression: str) -> str:
        answer = self._running().submit(self._in_turn(expression))
        try:
            return answer.result(self._limits.answer_s)
        except TimeoutError as slow:
            answer.cancel()
            raise PictureTimeoutError(seconds=f"{self._limits.answer_s:g}") from slow
        except CancelledError as ended:
            raise EngineClosedError from ended

    def _running(self) -> LoopThread:
        with self._state:
            if self._closed:
                raise EngineClosedError
            if self._loop is None:
                self._loop = LoopThread("pictures")
                atexit.register(self.close)
            return self._loop

    def _executable(self) -> Path | None:
        return usable(self._browser) if self._browser else find_browser()

    async def _in_turn(self, expression: str) -> str:
        async with self._turn:
            try:
                return await self._once(expression)
            except BrowserDiedError:  # killed for memory, say: one new browser, one more try
                return await self._once(expression)

    async def _once(self, expression: str) -> str:
        page = await self._ready_page()
        try:
            return await page.answer(expression, self._limits.draw_s)
        except DrawingError:
            raise
        except (PictureError, asyncio.CancelledError):  # the page may be stuck: a new one next time
            await self._drop()
            raise

    async def _ready_page(self) -> WarmPage:
        if self._page and self._page.answers >= self._limits.recycle_after:
            await self._drop()
        if self._page is None:
            executable = self._executable()
            if executable is None:
                raise NoBrowserError
            self._page = await WarmPage.opened(executable, self._limits.start_s)
        return self._page

    async def _drop(self) -> None:
        page, self._page = self._page, None
        if page:
            await page.end()


def _script(figure: go.Figure, size: PictureSize, fmt: Format) -> str:
    across, down = size.layout_px
    values = [across, down, 1 if fmt == "svg" else size.scale, fmt]
    rest = ",".join(json.dumps(value) for value in values)
    return f"drawReport({figure.to_json()},{rest})"
