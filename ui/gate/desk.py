"""The routes of the gate: signing in and out, and one's own account."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from store import accounts, sessions, signing_in
from store.login import Backend
from store.people_refusals import LockedOutError, PeopleError
from texts import Texts, catalogue
from ui.gate import screens
from ui.gate.answers import onward
from ui.gate.asked import Asked, within
from ui.gate.doorkeeper import Doorkeeper
from ui.gate.screens import Notice

if TYPE_CHECKING:
    from ui.gate.provider import Provider

_MOST_BYTES = 4096
_AT_ONCE, _WAITING = 2, 20  # a check costs 19 MiB and a tenth of a second
_UNKNOWN, _TOO_MANY, _REFUSED, _BUSY = 401, 429, 403, 503


class Desk:
    """Signs people in by the one way that the settings name."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._waiting = 0
        self._provider = _provider(keeper) if keeper.login.backend is Backend.OIDC else None

    def routes(self) -> list[Route]:
        """Return the routes; without a login there are none."""
        if not self._keeper.login.is_asked:
            return []
        back = [Route("/login/back", self._back)] if self._provider else []
        return [
            *back,
            Route("/login", self._login, methods=["GET", "POST"]),
            Route("/logout", self._logout, methods=["POST"]),
            Route("/account", self._account, methods=["GET", "POST"]),
        ]

    async def _login(self, request: Request) -> Response:
        asked, t = self._asked(request), _texts(request, {})
        backend, there = self._keeper.login.backend, within(request.query_params.get("next", "/"))
        if backend is not Backend.ACCOUNTS and "stay" in request.query_params:
            said = Notice(t("gate.signed_out"), is_error=False)
            way = f"/login?next={quote(there, safe='')}"
            return _shown(screens.elsewhere(t, said, retry=way))
        if backend is Backend.HEADER:
            return await self._announced(asked, t, there)
        if self._provider is not None:
            return await self._provider.ask(request, there, t)
        if request.method == "POST":
            return await self._with_password(request, asked)
        left = "out" in request.query_params
        notice = Notice(t("gate.signed_out"), is_error=False) if left else None
        return _shown(screens.sign_in(t, onward=quote(there, safe=""), notice=notice))

    async def _with_password(self, request: Request, asked: Asked) -> Response:
        said = await _form(request)
        t, name = _texts(request, said), said.get("name", "").strip()
        there = within(_unquoted(said.get("next", "/")))
        try:
            await self._in_turn(self._must_know, name, said.get("password", ""), asked.client)
        except PeopleError as refusal:
            notice = Notice(t(refusal.text_key, **refusal.more))
            status = _TOO_MANY if isinstance(refusal, LockedOutError) else _UNKNOWN
            again = screens.sign_in(t, onward=quote(there, safe=""), name=name, notice=notice)
            return _shown(again, status)
        except BlockingIOError:
            again = screens.sign_in(
                t, onward=quote(there, safe=""), name=name, notice=Notice(t("gate.busy"))
            )
            return _shown(again, _TOO_MANY)
        return await self.let_in(asked, name, there, t)

    async def _in_turn(self, check: Callable[..., None], *said: str) -> None:
        """Check a password when it is its turn.

        Raises:
            BlockingIOError: when too many wait already.
        """
        if self._waiting >= _WAITING:
            raise BlockingIOError
        self._waiting += 1
        try:
            async with self._turn:
                await asyncio.to_thread(check, *said)
        finally:
            self._waiting -= 1

    def _must_know(self, name: str, password: str, address: str) -> None:
        ledger, at = self._keeper.ledger(), self._keeper.now()
        signing_in.must_know(ledger, name, password, address=address, at=at)

    def _change(self, name: str, old: str, new: str, address: str) -> None:
        ledger, at = self._keeper.ledger(), self._keeper.now()
        signing_in.change_password(ledger, name, old, new, address=address, at=at)

    async def _announced(self, asked: Asked, t: Texts, there: str) -> Response:
        name = self._keeper.announced(asked)
        if name is None:
            said = Notice(t("gate.nobody_announced"))
            return _shown(screens.elsewhere(t, said, retry="/"), _REFUSED)
        return await self.let_in(asked, name, there, t)

    async def _back(self, request: Request) -> Response:
        assert self._provider is not None  # noqa: S101 - the route is only there with one
        t = _texts(request, {})
        found = await self._provider.answered(request)
        if found is None:
            said = Notice(t("gate.provider_failed"))
            return _shown(screens.elsewhere(t, said, retry="/login"), _REFUSED)
        name, there = found
        response = await self.let_in(self._asked(request), name, there, t)
        self._provider.forget(response)
        return response

    async def let_in(self, asked: Asked, name: str, there: str, t: Texts) -> Response:
        """Begin a session for an account that is open, and send the browser on."""
        ledger, at = self._keeper.ledger(), self._keeper.now()
        account = await asyncio.to_thread(accounts.find, ledger, name)
        if account is None or account.closed:
            said = Notice(t("gate.unknown_here", name=name))
            return _shown(screens.elsewhere(t, said, retry="/login"), _REFUSED)
        begin, client = sessions.begin, asked.client
        token = await asyncio.to_thread(begin, ledger, account.name, address=client, at=at)
        response = onward(quote(there, safe="/?&=%+"))
        response.set_cookie(
            self._keeper.cookie(asked),
            token,
            max_age=int(sessions.LONGEST.total_seconds()),
            httponly=True,
            secure=asked.encrypted,
            samesite="strict",
        )
        return response

    async def _logout(self, request: Request) -> Response:
        asked, said = self._asked(request), await _form(request)
        ledger, at, keeper = self._keeper.ledger(), self._keeper.now(), self._keeper
        session = await asyncio.to_thread(keeper.session, asked)
        if session is not None and said.get("which") == "all":
            await asyncio.to_thread(sessions.end_all, ledger, session.name, by=session.name, at=at)
        elif session is not None:
            await asyncio.to_thread(sessions.end, ledger, keeper.token(asked), at=at)
        language = _texts(request, said).language
        response = RedirectResponse(f"/login?out=1&stay=1&lang={language}", 303)
        response.delete_cookie(
            keeper.cookie(asked), secure=asked.encrypted, httponly=True, samesite="strict"
        )
        return response

    async def _account(self, request: Request) -> Response:
        asked, said = self._asked(request), await _form(request)
        t, ledger = _texts(request, said), self._keeper.ledger()
        session = await asyncio.to_thread(self._keeper.session, asked)
        if session is None:
            return RedirectResponse("/login", 303)
        one = await asyncio.to_thread(accounts.get, ledger, session.name)
        notice = Notice(t("gate.must_change"), is_error=False) if one.must_change else None
        if request.method == "POST":
            try:
                notice = await self._changed(said, one.name, asked, t)
            except PeopleError as refusal:
                notice = Notice(t(refusal.text_key, **refusal.more))
            except BlockingIOError:
                busy = screens.own_account(t, one, has_password=True, notice=Notice(t("gate.busy")))
                return _shown(busy, _BUSY)
            if notice is None:
                done = Notice(t("gate.changed"), is_error=False)
                return _shown(screens.sign_in(t, onward="/", name=one.name, notice=done))
        local = self._keeper.login.backend is Backend.ACCOUNTS
        return _shown(screens.own_account(t, one, has_password=local, notice=notice))

    async def _changed(
        self, said: Mapping[str, str], name: str, asked: Asked, t: Texts
    ) -> Notice | None:
        if said.get("new", "") != said.get("again", ""):
            return Notice(t("gate.different"))
        old, new = said.get("old", ""), said.get("new", "")
        await self._in_turn(self._change, name, old, new, asked.client)
        return None

    def _asked(self, request: Request) -> Asked:
        return Asked.of(request.scope, self._keeper.login)


def _provider(keeper: Doorkeeper) -> "Provider":
    from ui.gate.provider import Provider  # noqa: PLC0415 - only some need its libraries

    return Provider(keeper)


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a short form; what is longer is cut off unread."""
    if request.method != "POST":
        return {}
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            return {}
    said = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: every[0] for name, every in said.items()}


def _texts(request: Request, said: Mapping[str, str]) -> Texts:
    """Return the texts of the language asked for, else of the browser's first."""
    asked = said.get("lang") or request.query_params.get("lang", "")
    first = request.headers.get("accept-language", "zh").lower()
    english = asked == "en" or (asked != "zh" and first.startswith("en"))
    return catalogue("en" if english else "zh")


def _unquoted(said: str) -> str:
    return parse_qs(f"n={said}").get("n", ["/"])[0]


def _shown(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status)
