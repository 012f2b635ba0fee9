"""Figures dressed for a report while the browser still draws the one before."""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import plotly.graph_objects as go

from export.caption import Caption
from export.report import for_report
from export.sizes import PictureSize
from texts import Texts


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A picture that will be asked for."""

    figure: go.Figure
    about: Caption
    size: PictureSize

    def is_same(self, other: "Wanted") -> bool:
        """Tell whether both are one picture; figures are compared by identity."""
        alike = (self.about, self.size) == (other.about, other.size)
        return alike and self.figure is other.figure


class DressedAhead:
    """Dresses the next of the pictures expected, in a thread; one waits at most."""

    def __init__(self, t: Texts) -> None:
        self._t = t
        self._expected: deque[Wanted] = deque()
        self._ready: tuple[Wanted, Future[go.Figure]] | None = None
        self._hand = ThreadPoolExecutor(1, "dressing")  # starts its thread with its first work

    def expect(self, wanted: Iterable[Wanted]) -> None:
        """Say what will be asked for, in its order; what was expected before is forgotten."""
        self._expected = deque(wanted)
        self._ready = None
        self._begin()

    def take(self, wanted: Wanted) -> go.Figure:
        """Return a picture dressed, and begin with the one after it."""
        ready = self._ready
        if ready is None or not ready[0].is_same(wanted):
            return for_report(wanted.figure, wanted.about, wanted.size, self._t)
        dressed = ready[1].result()
        self._begin()
        return dressed

    def _begin(self) -> None:
        self._ready = None
        if self._expected:
            one = self._expected.popleft()
            work = self._hand.submit(for_report, one.figure, one.about, one.size, self._t)
            self._ready = (one, work)
