"""How much may be sent to be uploaded: it is held in memory before anybody has looked at it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from ui.gate.asked import Asked

_MEGABYTE = 1024 * 1024
OF_ONE, OF_ALL = 100 * _MEGABYTE, 300 * _MEGABYTE  # within the window
WINDOW = timedelta(minutes=10)
_UPLOADS = "/_stcore/upload_file"


class Allowance:
    """Counts what was sent in the last minutes, by session and by all together."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._sent: deque[tuple[datetime, str, int]] = deque()

    def refuses(self, asked: Asked, who: str) -> bool:
        """Tell whether an upload is too much; one that hides its size is."""
        if not asked.path.startswith(_UPLOADS) or asked.method not in {"PUT", "POST"}:
            return False
        length = asked.headers.get("content-length", "")
        if not (length.isascii() and length.isdecimal()):
            return True
        now, size = self._now(), int(length)
        while self._sent and self._sent[0][0] < now - WINDOW:
            self._sent.popleft()
        own = sum(sent for _, sender, sent in self._sent if sender == who)
        if own + size > OF_ONE or sum(sent for *_, sent in self._sent) + size > OF_ALL:
            return True
        self._sent.append((now, who, size))
        return False
