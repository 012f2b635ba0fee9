"""Where the parts of a pack have their pictures drawn, count their steps and can be stopped."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Event
from typing import TypeAlias

import plotly.graph_objects as go

from export.caption import Caption
from export.engine import Format, PictureEngine
from export.pack.ahead import DressedAhead, Wanted
from export.refusals import (
    BrowserDiedError,
    DrawingError,
    NoBrowserError,
    PackStoppedError,
    PictureError,
    PictureStoppedError,
    PictureTimeoutError,
)
from export.sizes import PictureSize
from texts import Texts

_TRIES = 3  # each with a browser of its own where the one before died
_FAILURES = 3  # in a row, of the browser and not of the figure: more would only take longer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pack has come: ``done`` of ``of`` steps, now at ``title``."""

    done: int
    of: int
    title: str


Heard: TypeAlias = Callable[[Progress], None]


class Studio:
    """Draws for one pack. A browser that cannot draw is asked a few times, not for every chart."""

    def __init__(
        self,
        engine: PictureEngine,
        t: Texts,
        *,
        stop: Event | None = None,
        heard: Heard = lambda _: None,
    ) -> None:
        self._engine = engine
        self._t = t
        self._stop = stop or Event()
        self._heard = heard
        self._ahead = DressedAhead(t)
        self._of = self._done = self._failed = 0
        self._given_up: PictureError | None = None

    def expect(self, steps: int) -> None:
        """Say how many steps are still to come."""
        self._of += steps

    def expect_pictures(self, wanted: Iterable[Wanted]) -> None:
        """Say which pictures will be asked for next, so that each is dressed in time."""
        if self._given_up is None and self._engine.unavailable() is None:
            self._ahead.expect(wanted)

    def step(self, title: str) -> None:
        """Say that a step begins.

        Raises:
            PackStoppedError: when nobody wants the pack any more.
        """
        if self._stop.is_set():
            raise PackStoppedError
        self._heard(Progress(self._done, max(self._of, 1), title))
        self._done += 1

    def picture(
        self, figure: go.Figure, about: Caption, size: PictureSize, fmt: Format = "png"
    ) -> bytes:
        """Return the figure of the screen dressed and drawn.

        Raises:
            PictureError: when it cannot be drawn.
            PackStoppedError: when nobody wants the pack any more.
        """
        if self._given_up:
            raise self._given_up
        dressed = self._ahead.take(Wanted(figure, about, size))
        try:
            drawn = self._drawn(dressed, size, fmt)
        except PictureStoppedError as stopped:
            raise PackStoppedError from stopped
        except (BrowserDiedError, NoBrowserError, PictureTimeoutError) as failed:
            self._failed += 1
            if isinstance(failed, NoBrowserError) or self._failed == _FAILURES:
                self._given_up = failed
            raise
        self._failed = 0
        return drawn

    def why(self, refused: PictureError) -> str:
        """Say why there is no picture."""
        return self._t(refused.text_key, **refused.more)

    def _drawn(self, dressed: go.Figure, size: PictureSize, fmt: Format) -> bytes:
        for _ in range(_TRIES - 1):
            try:
                return self._engine.draw(dressed, size, fmt, stop=self._stop)
            except BrowserDiedError:
                continue
            except DrawingError:
                raise
        return self._engine.draw(dressed, size, fmt, stop=self._stop)
