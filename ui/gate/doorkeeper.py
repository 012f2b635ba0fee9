"""Who somebody is: the cookie of a session, and with a gateway in front its header as well."""

import hmac
from collections.abc import Callable
from datetime import datetime
from urllib.parse import unquote

from store import sessions
from store.ledger import Ledger
from store.login import Backend, Login, is_loopback
from store.sessions import Session
from ui.gate.asked import Asked

PLAIN, GUARDED = "plan", "__Host-plan"
USER, KEY = "x-plan-user", "x-plan-proxy-key"
_QUIET = ("/ledger/newer", "/_stcore/health")  # asked by open pages, not by people


class Doorkeeper:
    """Knows the readers of one ledger; every answer is read anew from it."""

    def __init__(
        self, login: Login, ledger: Callable[[], Ledger], now: Callable[[], datetime]
    ) -> None:
        self.login = login
        self.ledger = ledger
        self.now = now

    def session(self, asked: Asked, *, touch: bool = True) -> Session | None:
        """Return whose request it is, None for nobody's; blocking."""
        token = self.token(asked)
        if not token:
            return None
        moved = touch and asked.path not in _QUIET
        found = sessions.current(self.ledger(), token, at=self.now(), touch=moved)
        if found is not None and self.login.backend is Backend.HEADER:
            return found if self.announced(asked) == found.name else None
        return found

    def token(self, asked: Asked) -> str:
        """Return what the session's cookie holds, empty without one."""
        return asked.cookies.get(self.cookie(asked), "")

    def cookie(self, asked: Asked) -> str:
        """Return the cookie's name: on an encrypted line one that no other host can set."""
        return GUARDED if asked.encrypted else PLAIN

    def announced(self, asked: Asked) -> str | None:
        """Return whom the gateway in front signed in; anybody else's word is not taken.

        The name is UTF-8, percent-encoded or as it is.
        """
        trusted = asked.peer in self.login.proxies or (
            not self.login.proxies and is_loopback(asked.peer)
        )
        said = asked.headers.get(KEY, "").encode("latin-1")
        if not trusted or not hmac.compare_digest(said, self.login.proxy_key.encode()):
            return None
        name = asked.headers.get(USER, "").encode("latin-1").decode("utf-8", "replace")
        return unquote(name).strip() or None
