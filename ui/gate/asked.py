"""What a request says about itself, and what of that can be believed."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.types import Scope

from store.login import Login, is_loopback

_SAFE = ("GET", "HEAD", "OPTIONS")
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-real-ip")
_ENCRYPTED = ("https", "wss")
_HOME = "/"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request or web socket, read once."""

    kind: str  # http or websocket
    method: str
    path: str
    query: str
    headers: dict[str, str]
    client: str  # the reader's machine, as far as it can be told
    peer: str  # whoever holds the other end of the line
    encrypted: bool

    @classmethod
    def of(cls, scope: Scope, login: Login) -> "Asked":
        """Read a request.

        uvicorn believes this machine alone about whom it asks for, and then leaves a port of 0,
        which no line has; any other proxy is believed when the settings name it.
        """
        headers: dict[str, str] = {}
        for name, said in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), said.decode("latin-1"))
        client, port = scope.get("client") or ("", 1)
        peer = "127.0.0.1" if port == 0 else client
        scheme = scope.get("scheme", "http")
        if peer in login.proxies:
            client = headers.get("x-forwarded-for", client).rpartition(",")[2].strip()
            scheme = headers.get("x-forwarded-proto", scheme)
        query = scope.get("query_string", b"").decode("latin-1")
        method = scope.get("method", "GET")
        encrypted = scheme in _ENCRYPTED
        return cls(scope["type"], method, scope["path"], query, headers, client, peer, encrypted)

    @property
    def cookies(self) -> dict[str, str]:
        """Return the cookies; of two of one name the first."""
        found: dict[str, str] = {}
        for pair in self.headers.get("cookie", "").split(";"):
            name, _, said = pair.strip().partition("=")
            found.setdefault(name, said)
        return found

    @property
    def is_for_a_page(self) -> bool:
        """Tell whether a browser wants to show the answer."""
        wants = "text/html" in self.headers.get("accept", "")
        return self.kind == "http" and self.method == "GET" and wants

    @property
    def is_forwarded(self) -> bool:
        """Tell whether somebody stands between the reader and this machine."""
        return any(name in self.headers for name in _FORWARDED)

    @property
    def comes_from_another_site(self) -> bool:
        """Tell whether a page of somebody else sends it, or may."""
        site = self.headers.get("sec-fetch-site", "none")
        origin = self.headers.get("origin")
        if self.kind == "websocket":
            return not self._is_ours(origin)
        if self.method in _SAFE:
            return False
        return site not in {"same-origin", "none"} or not (origin is None or self._is_ours(origin))

    @property
    def came_by_a_link(self) -> bool:
        """Tell whether a link on another site led here, so that cookies of ours were held back."""
        return self.headers.get("sec-fetch-site") in {"cross-site", "same-site"}

    @property
    def address(self) -> str:
        """Return path and question, to come back to; never another site."""
        asked = f"{self.path}?{self.query}" if self.query else self.path
        return quote(within(asked), safe="/?&=%+")

    def names(self, login: Login) -> bool:
        """Tell whether the reader used one of our own names."""
        try:
            host = urlsplit(f"//{self.headers.get('host', '')}").hostname or ""
        except ValueError:
            return False
        return host.rstrip(".") in login.hosts

    def is_readable_on_the_way(self, login: Login) -> bool:
        """Tell whether others on the network could read it along."""
        return not (self.encrypted or login.plain_http or is_loopback(self.client))

    def _is_ours(self, origin: str | None) -> bool:
        try:
            said = urlsplit(origin or "")
        except ValueError:
            return False
        scheme = "https" if self.encrypted else "http"
        return (said.scheme, said.netloc) == (scheme, self.headers.get("host"))


def within(path: str) -> str:
    r"""Return a path of ours, the home page for anything that could lead elsewhere.

    >>> within("/pace?period=2026-10"), within("//evil.example"), within("/\\evil.example")
    ('/pace?period=2026-10', '/', '/')
    """
    printable = path.isprintable() and "\\" not in path
    inside = path.startswith("/") and not path.startswith(("//", "/login", "/logout"))
    return path if printable and inside else _HOME
