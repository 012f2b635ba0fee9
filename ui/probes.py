"""What a proxy or a monitor asks: whether the process lives, and whether it can serve readers."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from logging import getLogger
from threading import Event
from typing import TYPE_CHECKING, cast

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from store.refusals import LedgerUnavailableError
from store.trouble import EXPECTED
from store.writers import STOPPING

if TYPE_CHECKING:  # opening it is heavy, and a probe is asked before that
    from store.ledger import Ledger

LIVES, READY = "/healthz", "/readyz"
_LOG = getLogger(__name__)
_UNAVAILABLE = 503
LOADED = Event()  # the code of the pages is there, and the first page was begun


def _ledger_version() -> int:
    ledger = cast("Ledger", import_module("ui.cache").ledger())  # imported when first asked
    ledger.writers.must_go_on()
    return ledger.version()


def routes(read: Callable[[], int] = _ledger_version, loaded: Event = LOADED) -> list[Route]:
    """Return the two questions; neither tells a stranger anything about the ledger."""

    async def lives(_: Request) -> Response:
        return _said("ok")

    async def ready(_: Request) -> Response:
        if not loaded.is_set():
            return _said("starting", _UNAVAILABLE)
        try:
            await asyncio.to_thread(read)
        except EXPECTED as trouble:
            _LOG.warning("not ready: %s", trouble)
            stops = isinstance(trouble, LedgerUnavailableError) and trouble.cause == STOPPING
            return _said("stopping" if stops else "no ledger", _UNAVAILABLE)
        return _said("ready")

    return [Route(LIVES, lives), Route(READY, ready)]


def _said(word: str, code: int = 200) -> Response:
    return PlainTextResponse(word, code, headers={"cache-control": "no-store"})
