"""Stands before Streamlit, which would serve media, uploads, counters and sockets to anybody."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from store.login import Backend, Login, is_loopback
from store.refusals import LedgerError
from store.sessions import Session
from texts import catalogue
from ui import probes
from ui.gate.allowance import Allowance
from ui.gate.answers import Dressed, onward, refuse
from ui.gate.asked import Asked
from ui.gate.doorkeeper import KEY, USER, Doorkeeper

ACTOR = "x-plan-actor"  # server.trustedUserHeaders hands it to the pages as st.user
_OURS = {name.encode() for name in (ACTOR, USER, KEY)}  # nobody else sends them on
_TOLD_BY_NOBODY = {ACTOR.encode()}
_SHUT = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
_OPEN = {"/_stcore/health", "/favicon.png", probes.LIVES, probes.READY}
_CODE = "/static/"  # the program's own, the same for everybody
_LOGIN, _BACK, _ACCOUNT = "/login", "/login/back", "/account"
_OF_ACCOUNT = (_ACCOUNT, "/logout")
_LOOK_S = 2.0  # how soon an open page notices that its session ended
_ENDED, _NOT_FOUND, _UNKNOWN, _TOO_MUCH, _UNAVAILABLE = 4401, 404, 401, 429, 503
_Next = Callable[[Receive, Send], Awaitable[None]]


class Gate:
    """Lets through whom the doorkeeper knows, under the name it knows them by."""

    def __init__(self, app: ASGIApp, keeper: Doorkeeper) -> None:
        self._app = app
        self._keeper = keeper
        self._allowance = Allowance(keeper.now)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on a request or a web socket."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        asked = Asked.of(scope, self._keeper.login)
        dressed = Dressed(send, asked.path, encrypted=asked.encrypted)
        kept = [pair for pair in scope["headers"] if pair[0].lower() not in _unheard(asked.path)]
        inner = {**scope, "headers": kept}
        if (why := wrong_with(asked, self._keeper.login)) is not None:
            await refuse(scope, receive, dressed, why)
        elif asked.path.startswith(_SHUT) or self._leads_nowhere(asked.path):
            await refuse(scope, receive, dressed, "", _NOT_FOUND)
        elif asked.path == _LOGIN:
            await self._app(inner, receive, dressed)
        elif not self._keeper.login.is_asked or asked.path == _BACK or _is_open(asked.path):
            await self._pass(asked, inner, receive, dressed, who="")
        else:
            await self._ask_who(asked, inner, receive, dressed)

    def _leads_nowhere(self, path: str) -> bool:
        """Tell whether it is the way back from a provider where there is none."""
        login = self._keeper.login
        return path == _BACK and login.is_asked and login.backend is not Backend.OIDC

    async def _ask_who(self, asked: Asked, inner: Scope, receive: Receive, send: Send) -> None:
        try:
            session = await asyncio.to_thread(self._keeper.session, asked)
        except LedgerError as trouble:
            await refuse(
                inner, receive, send, _said(trouble.text_key, **trouble.more), _UNAVAILABLE
            )
            return
        if session is None:
            await _show_the_way_in(asked, inner, receive, send)
        elif session.must_change and asked.path not in _OF_ACCOUNT:
            await _show_the_account(asked, inner, receive, send)
        else:
            name = (ACTOR.encode(), quote(session.name, safe="").encode())
            inner["headers"].append(name)
            listening = (
                receive if asked.kind == "http" else self._listening(asked, receive, session)
            )
            await self._pass(asked, inner, listening, send, who=session.name)

    async def _pass(
        self, asked: Asked, inner: Scope, receive: Receive, send: Send, *, who: str
    ) -> None:
        if self._allowance.refuses(asked, who):
            await refuse(inner, receive, send, _said("gate.too_much"), _TOO_MUCH)
        else:
            await self._app(inner, receive, send)

    def _listening(self, asked: Asked, receive: Receive, session: Session) -> Receive:
        """Hear an open page until its session ends, which then closes the line at once."""
        waiting: asyncio.Future[Message] | None = None

        async def hear() -> Message:
            nonlocal waiting
            while True:
                waiting = waiting or asyncio.ensure_future(receive())
                done, _ = await asyncio.wait({waiting}, timeout=_LOOK_S)
                if await self._has_ended(asked, session, moved=bool(done)):
                    waiting.cancel()
                    return {"type": "websocket.disconnect", "code": _ENDED}
                if done:
                    heard, waiting = waiting.result(), None
                    return heard

        return hear

    async def _has_ended(self, asked: Asked, session: Session, *, moved: bool) -> bool:
        try:
            now = await asyncio.to_thread(self._keeper.session, asked, touch=moved)
        except LedgerError:
            return not moved  # a page nobody uses can be opened again once the ledger answers
        return now is None or now.name != session.name


def wrong_with(asked: Asked, login: Login) -> str | None:
    """Return the sentence for a request nobody may send, None for one that goes on."""
    if not login.is_asked and (asked.is_forwarded or not is_loopback(asked.peer)):
        return _said("gate.only_here")
    if not asked.names(login):
        return _said("gate.other_host")
    if asked.comes_from_another_site:
        return _said("gate.other_site")
    if login.is_asked and asked.is_readable_on_the_way(login):
        return _said("gate.not_encrypted")
    return None


def _unheard(path: str) -> set[bytes]:
    """Return the headers that are left out; only the desk hears what a gateway announces."""
    return _TOLD_BY_NOBODY if path in {_LOGIN, *_OF_ACCOUNT} else _OURS


def _is_open(path: str) -> bool:
    return path in _OPEN or path.startswith(_CODE)


async def _show_the_way_in(asked: Asked, inner: Scope, receive: Receive, send: Send) -> None:
    if not asked.is_for_a_page:
        await refuse(inner, receive, send, _said("gate.sign_in"), _UNKNOWN)
    elif asked.came_by_a_link:
        await onward(asked.address)(inner, receive, send)
    else:
        way = f"/login?next={quote(asked.address, safe='')}"
        await RedirectResponse(way, 303)(inner, receive, send)


async def _show_the_account(asked: Asked, inner: Scope, receive: Receive, send: Send) -> None:
    if asked.is_for_a_page:
        await RedirectResponse(_ACCOUNT, 303)(inner, receive, send)
    else:
        await refuse(inner, receive, send, _said("gate.change_first"))


def _said(key: str, **more: object) -> str:
    """Say it in both languages: nobody knows yet which one is read."""
    return "\n".join(catalogue(language)(key, **more) for language in ("zh", "en"))
