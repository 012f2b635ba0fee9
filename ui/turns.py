"""Whose turn it is: pages that run come first, work in the background takes what they leave.

Python runs one thread at a time. Work that nobody waits for would hold up every page by its own
share, so while readers are there it takes a quarter of the time, and pauses while a page runs.
"""

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Condition
from time import monotonic, thread_time

_PAUSE = 3  # for each second of work, while readers are there
_LONGEST_S = 0.5  # of waiting for a page to end
_CROWD, _CROWD_S = 7, 10.0  # so many pages in so many seconds


class Turns:
    """The pages that run in this process, and how many ever did."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._changed = Condition()
        self._running = self._begun = 0
        self._latest_s: deque[float] = deque(maxlen=_CROWD)  # when the last pages began

    @contextmanager
    def page(self) -> Generator[None]:
        """Have the first turn while a page runs."""
        with self._changed:
            self._running += 1
            self._begun += 1
            self._latest_s.append(self._now())
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    def are_many(self) -> bool:
        """Tell whether pages are asked for so often that the next is due before one is new."""
        with self._changed:
            latest = self._latest_s
            return len(latest) == _CROWD and self._now() - latest[0] < _CROWD_S

    def others(self) -> "Others":
        """Return what work in the background calls between its parts, from one thread."""
        return Others(self)

    def pause(self, seconds: float, seen: int) -> int:
        """Wait as long when a page began after ``seen`` of them, then for those that run."""
        with self._changed:
            if self._begun != seen or self._running:
                self._changed.wait_for(_never, seconds)
                self._changed.wait_for(lambda: not self._running, _LONGEST_S)
            return self._begun


class Others:
    """Work in the background: it lets pages pass for three times as long as it worked."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._worked_until_s = thread_time()
        self._seen = 0

    def __call__(self) -> None:
        """Let the pages pass."""
        worked_s = thread_time() - self._worked_until_s
        self._seen = self._turns.pause(_PAUSE * worked_s, self._seen)
        self._worked_until_s = thread_time()


def _never() -> bool:
    return False


TURNS = Turns()
