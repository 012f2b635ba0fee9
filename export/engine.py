"""Draws figures for any thread with one warm browser: one at a time, never for ever."""

import asyncio
import atexit
import base64
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Event, Lock
from time import monotonic
from typing import Literal, Self, TypeAlias
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
    PictureStoppedError,
    PictureTimeoutError,
)
from export.sizes import PictureSize
from export.steady import steady_pdf

Format = Literal["png", "svg", "pdf"]
_Asking: TypeAlias = Callable[[WarmPage], Awaitable[str]]
_CLOSE_S = 20
_LOOK_S = 0.2  # how often a caller that may be stopped looks up
_PIXELS = {"png", "pdf"}  # both are made of the SVG
_WEIGH_EVERY = 10  # pictures; weighing a browser takes some milliseconds


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much; seconds, pictures, megabytes."""

    start_s: float = 60
    draw_s: float = 30
    answer_s: float = 120  # start, waiting for one's turn and drawing together
    waiting: int = 24
    recycle_after: int = 300  # a browser's memory grows with every picture
    memory_mb: float = 1_200  # of all its processes; a heavier one is replaced


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

    def draw(
        self,
        figure: go.Figure,
        size: PictureSize,
        fmt: Format = "png",
        *,
        stop: Event | None = None,
    ) -> bytes:
        """Return the picture of a figure from ``for_report``, exactly ``size.pixels`` large.

        Callable from any thread; each caller gets its own picture. Once ``stop`` is set nobody
        waits for it any more. An SVG has its letters as text, a PDF one page as large as the size.

        Raises:
            PictureError: one of its kinds; no call lasts longer than ``limits.answer_s``.
        """
        seconds, script = self._limits.draw_s, _script(figure, size, fmt)
        if fmt == "pdf":
            sides = (size.width_cm, size.height_cm)
            printed = self._answer(lambda page: page.printed(script, *sides, seconds), stop)
            return steady_pdf(base64.b64decode(printed))
        url = self._answer(lambda page: page.answer(script, seconds), stop)
        header, _, body = url.partition(",")
        if fmt == "png":
            return printable(base64.b64decode(body), size)
        return unquote(body).encode() if header.startswith("data:") else url.encode()

    def warm(self) -> None:
        """Start the browser now, so that the first reader need not wait for it.

        Raises:
            PictureError: when it does not start.
        """
        self._answer(lambda page: page.answer("Promise.resolve(Plotly.version)", 30))

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

    def _answer(self, ask: _Asking, stop: Event | None = None) -> str:
        if not self._executable():
            raise NoBrowserError
        if not self._places.acquire(blocking=False):
            raise PictureBusyError
        try:
            return self._awaited(self._running().submit(self._in_turn(ask)), stop)
        finally:
            self._places.release()

    def _awaited(self, answer: Future[str], stop: Event | None) -> str:
        """Wait for an answer; of a caller that was stopped, the browser finishes it for nobody."""
        until = monotonic() + self._limits.answer_s
        while not answer.done() and monotonic() < until:
            if stop is not None and stop.is_set():
                raise PictureStoppedError
            wait([answer], _LOOK_S if stop is not None else until - monotonic())
        if not answer.done():
            answer.cancel()
            raise PictureTimeoutError(seconds=f"{self._limits.answer_s:g}")
        try:
            return answer.result()
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

    async def _in_turn(self, ask: _Asking) -> str:
        async with self._turn:
            try:
                return await self._once(ask)
            except BrowserDiedError:  # killed for memory, say: one new browser, one more try
                return await self._once(ask)

    async def _once(self, ask: _Asking) -> str:
        page = await self._ready_page()
        try:
            return await ask(page)
        except DrawingError:
            raise
        except (PictureError, asyncio.CancelledError):  # the page may be stuck: a new one next time
            await self._drop()
            raise

    async def _ready_page(self) -> WarmPage:
        if self._page and self._is_spent(self._page):
            await self._drop()
        if self._page is None:
            executable = self._executable()
            if executable is None:
                raise NoBrowserError
            self._page = await WarmPage.opened(executable, self._limits.start_s)
        return self._page

    def _is_spent(self, page: WarmPage) -> bool:
        """Tell whether a browser has drawn its share, or takes more memory than it may."""
        if page.answers >= self._limits.recycle_after:
            return True
        weighed = page.answers % _WEIGH_EVERY == _WEIGH_EVERY - 1
        return weighed and page.memory_mb() > self._limits.memory_mb

    async def _drop(self) -> None:
        page, self._page = self._page, None
        if page:
            await page.end()


def _script(figure: go.Figure, size: PictureSize, fmt: Format) -> str:
    sides = ",".join(json.dumps(side) for side in size.layout_px)
    drawn = f'drawReport({figure.to_json()},{sides},1,"{fmt if fmt not in _PIXELS else "svg"}")'
    across, down = size.pixels
    return f"(steadyChance(),{f'onRows({drawn},{across},{down})' if fmt == 'png' else drawn})"
