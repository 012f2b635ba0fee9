"""The server's side of an open page: which version is newer than the one a browser shows.

A hundred open pages cost one look at the ledger per quarter second, and none when nobody waits.
"""

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from store.refusals import LedgerError
from ui.shown import SHOWN

_SCRIPT = Path(__file__).with_name("fresh.js").read_bytes()
_LOOK_S = 0.25  # between two looks at the ledger
_HOLD_S = 4.0  # a question is answered by then, so that a server that stops need not wait long


class Watch:
    """Looks at the version of the ledger for all who wait in this process."""

    def __init__(self, read: Callable[[], int], look_s: float = _LOOK_S) -> None:
        self._read = read
        self._look_s = look_s
        self._lock = asyncio.Lock()
        self._seen = 0
        self._next_look_s = 0.0

    async def newer(self, than: int, hold_s: float = _HOLD_S) -> int:
        """Return the version once it is beyond ``than``, or as it is after ``hold_s`` seconds.

        Raises:
            LedgerError: when the ledger cannot be read.
        """
        clock = asyncio.get_running_loop()
        until = clock.time() + hold_s
        while (  # noqa: ASYNC110 - another process commits, there is no event to wait for
            version := await self._version()
        ) <= than and clock.time() < until:
            await asyncio.sleep(self._look_s)
        return version

    async def _version(self) -> int:
        clock = asyncio.get_running_loop()
        async with self._lock:
            if clock.time() >= self._next_look_s:
                self._seen = await asyncio.to_thread(self._read)
                self._next_look_s = clock.time() + self._look_s
        return self._seen


def routes() -> list[Route]:
    """Return the script of open pages and what it asks."""
    return [Route("/fresh.js", _script), Route("/ledger/newer", _newer)]


def _ledger_version() -> int:
    version: int = import_module("ui.cache").ledger().version()  # imported when first asked
    return SHOWN.of(version)


_WATCH = Watch(_ledger_version)


async def _newer(request: Request) -> Response:
    than = request.query_params.get("than", "")
    if not (than.isascii() and than.isdecimal()):
        return Response(status_code=400)
    try:
        version = await _WATCH.newer(int(than))
    except LedgerError:
        return Response(status_code=503)
    return JSONResponse({"version": version}, headers={"cache-control": "no-store"})


async def _script(_: Request) -> Response:
    return Response(_SCRIPT, media_type="text/javascript", headers={"cache-control": "no-cache"})
