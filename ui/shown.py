"""Which version readers are shown: the newest one that is worked out, so that nobody waits for it.

A commit makes every figure of every page new. A few readers see the next version at once, for
there is time to work out what they ask. In a crowd each would wait for all others, so a crowd keeps
the version before for the seconds it takes to work the new one out beside it (``ui/ahead.py``);
every page says of which version it is. Who made a version sees it at once (``ui/cache.newest``).
"""

from collections.abc import Callable
from threading import Lock

from ui.turns import TURNS

Prepare = Callable[[int], object]


class Shown:
    """The version this process shows; before it serves readers, whichever is the newest."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: int | None = None
        self._prepare: Prepare | None = None
        self._is_crowd: Callable[[], bool] = TURNS.are_many

    def begin(self, prepare: Prepare, is_crowd: Callable[[], bool] = TURNS.are_many) -> None:
        """Hold a crowd to what is worked out; ``prepare`` has a newer version worked out."""
        with self._lock:
            self._prepare, self._is_crowd = prepare, is_crowd

    def end(self) -> None:
        """Show whichever version is the newest again."""
        with self._lock:
            self._prepare = self._version = None

    def now(self, version: int) -> None:
        """Show a version from now on, unless a newer one is shown already."""
        with self._lock:
            if self._prepare is not None:
                self._version = max(version, self._version or 0)

    def of(self, newest: int) -> int:
        """Return the version to show while the ledger is at ``newest``.

        A ledger that was put back in place of a longer one is shown as it is.
        """
        with self._lock:
            shown, prepare = self._version, self._prepare
        if shown is None or newest <= shown or prepare is None:
            return newest
        prepare(newest)
        if self._is_crowd():
            return shown
        self.now(newest)  # nobody who saw it is taken back when others come
        return newest


SHOWN = Shown()  # a process serves one ledger
