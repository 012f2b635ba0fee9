"""The ASGI side of the app: what stands between Streamlit and the reader's browser."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache
from importlib import import_module
from logging import getLogger
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from store import accounts
from store.ledger import Ledger
from store.login import Login
from store.people_refusals import LoginSettingError
from store.refusals import LedgerError
from store.settings import Settings
from store.trouble import sentences
from texts import LANGUAGES, catalogue
from ui import clock, page_head, probes, state, watch
from ui.gate.desk import Desk
from ui.gate.doorkeeper import Doorkeeper
from ui.gate.gate import Gate
from ui.shown import SHOWN

_HERE = Path(__file__).parent
_FILES = {
    "built_in_words.js": "text/javascript",
    "search.js": "text/javascript",
    "pinned_names.js": "text/javascript",
    "entered_days.js": "text/javascript",
    "menu_click.js": "text/javascript",
    "rows_in_sight.js": "text/javascript",
    "legend_in_place.js": "text/javascript",
    "look.css": "text/css",
}
_LOG = getLogger(__name__)
_PATIENCE_S = 20.0  # a sheet of 100,000 rows is written in 4
_WRONGLY_CALLED = 2
_STALE = {b"content-length", b"etag", b"last-modified"}


class ChineseIndex:
    """Gives the page Streamlit serves its language, its title and the words of its own controls."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass every request on; rewrite the answer when it is the index page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        wanted = {**scope, "headers": plain} if _wants_page(scope) else scope
        await self._app(wanted, receive, _Rewriting(send))


class _Rewriting:
    """Holds an HTML answer back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_rewritten(self._start)
        else:
            await self._send(message)

    async def _send_rewritten(self, start: Message) -> None:
        body = page_head.rewritten(self._body)
        kept = [pair for pair in start["headers"] if pair[0] not in _STALE]
        length = (b"content-length", str(len(body)).encode())
        await self._send({**start, "headers": [*kept, length]})
        await self._send({"type": "http.response.body", "body": body})


def routes() -> list[Route]:
    """Return the routes of our own beside Streamlit's."""
    ours = [Route(f"/{name}", _file_of_ours(name, kind)) for name, kind in _FILES.items()]
    first = Route("/overview", _to_first_page)  # the overview has no name in its address
    return [*ours, first, *probes.routes(), *watch.routes(), *Desk(_keeper()).routes()]


def middleware() -> list[Middleware]:
    """Return what every request passes, the gate first."""
    return [Middleware(Gate, keeper=_keeper()), Middleware(ChineseIndex)]


def must_be_safe() -> None:
    """End the program with a sentence rather than serve a network without knowing who comes."""
    try:
        login = Login.from_environment(os.environ)
        login.must_fit(st.get_option("server.address") or "")
        if not login.is_asked:
            _must_hold_no_accounts()
        config.set_option("server.allowedHosts", list(login.hosts))
    except LoginSettingError as refusal:
        for language in LANGUAGES:
            said = catalogue(language)(refusal.text_key, **refusal.more)
            print(said, file=sys.stderr, flush=True)  # noqa: T201 - nobody reads a page yet
        os._exit(_WRONGLY_CALLED)  # sys.exit would show a traceback of the server's


def _must_hold_no_accounts() -> None:
    """Refuse to open an office's ledger to whoever sits at the machine."""
    held = False
    with suppress(LedgerError):  # what cannot be opened says so on the page
        settings = Settings.from_environment(os.environ, _HERE.parent)
        with Ledger.open(settings.database_url) as ledger:
            held = accounts.are_kept(ledger)
    if held:
        raise LoginSettingError("holds_accounts")


@cache
def _keeper() -> Doorkeeper:
    return Doorkeeper(Login.from_environment(os.environ), _ledger, clock.now)


def _ledger() -> Ledger:
    opened: Ledger = import_module("ui.cache").ledger()  # imported when first asked
    return opened


@asynccontextmanager
async def lifespan(_: Any) -> AsyncGenerator[None]:  # noqa: ANN401 - streamlit hands over its app
    """Close the way to page files without the door; load the pages' code before it is needed."""
    PagesManager.uses_pages_directory = False
    loading = asyncio.create_task(asyncio.to_thread(_load_pages_code))
    yield
    await loading
    SHOWN.end()
    await asyncio.to_thread(_finish_writing)


def _load_pages_code() -> None:
    """Import what the first page needs and leave it out of every later garbage collection.

    Then open the ledger, so that the first page is worked out before the first reader asks.
    """
    import_module("ui.figures")
    gc.collect()
    gc.freeze()
    import_module("ui.ahead").at_start()
    probes.LOADED.set()


def _finish_writing() -> None:
    """Let what is being written be written whole, for streamlit ends its pages' threads at once."""
    if probes.LOADED.is_set() and not _ledger().writers.stop(_PATIENCE_S):
        _LOG.warning("stopped while somebody was writing; what was not whole is not in the ledger")


def answer_trouble(trouble: Exception) -> bool:
    """Tell the reader in one sentence what failed; the log keeps an unexpected traceback."""
    t = catalogue(state.language())
    told = sentences(trouble, t)
    if not told:
        _LOG.error("a page failed", exc_info=trouble)
    for sentence in told or (t("access.trouble"),):
        st.error(sentence)
    return True


def _file_of_ours(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    content = (_HERE / name).read_bytes()

    async def give(_: Request) -> Response:
        return Response(content, media_type=kind, headers={"cache-control": "no-cache"})

    return give


async def _to_first_page(asked: Request) -> Response:
    """Lead to the first page, the choices in the address along; relative, for a proxy's sake."""
    choices = f"?{asked.url.query}" if asked.url.query else ""
    return RedirectResponse(f"./{choices}")


def _wants_page(scope: Scope) -> bool:
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in accepted


def _is_html(message: Message) -> bool:
    return any(
        name == b"content-type" and value.startswith(b"text/html")
        for name, value in message["headers"]
    )
