"""What the gate adds to every answer, and how it says no."""

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

# The one script that Streamlit writes into its page itself; a test computes it anew.
INLINE_SCRIPT = "sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA="
# blob: is for components whose code Streamlit hands to the browser as one; only our own page can
# make a blob.
POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' blob: '{INLINE_SCRIPT}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")
_TOLD_BY_NOBODY = b"server"
_KEPT = "/static/"  # the program's own code, the same for everybody
_REFUSED_SOCKET = 1008
_FORBIDDEN = 403


class Dressed:
    """Sends an answer with the security headers, and tells no cache to keep it."""

    def __init__(self, send: Send, path: str, *, encrypted: bool) -> None:
        self._send = send
        self._path = path
        self._encrypted = encrypted

    async def __call__(self, message: Message) -> None:
        """Pass a message on; the first one of an answer is given its headers."""
        if message["type"] == "http.response.start":
            message = {**message, "headers": self._headers(message.get("headers", []))}
        await self._send(message)

    def _headers(self, said: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        ours = list(HEADERS.items()) + ([_TRANSPORT] if self._encrypted else [])
        known = {name.lower(): value for name, value in said}
        is_page = known.get(b"content-type", b"").startswith(b"text/html")
        if is_page or (not self._path.startswith(_KEPT) and b"cache-control" not in known):
            ours.append((b"cache-control", b"no-store"))
        replaced = {name for name, _ in ours} | {_TOLD_BY_NOBODY}
        return [pair for pair in said if pair[0].lower() not in replaced] + ours


async def refuse(
    scope: Scope, receive: Receive, send: Send, sentence: str, status: int = _FORBIDDEN
) -> None:
    """Answer a request with a sentence, and a web socket by closing it before it opens."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _REFUSED_SOCKET})
        return
    await PlainTextResponse(sentence, status)(scope, receive, send)


def onward(path: str) -> Response:
    """Send the browser on from a page of ours.

    A cookie for our own site alone is not sent along a redirect that began elsewhere.
    """
    return HTMLResponse(f'<!doctype html><meta http-equiv="refresh" content="0;url={path}">')
