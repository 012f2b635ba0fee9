"""Works the first page of a new version out in the background, so that no reader waits for it."""

from collections.abc import Callable
from logging import getLogger
from threading import Lock, Thread

from analysis import ahead
from analysis.charts.words import Words
from analysis.exhibits import pace, progress, reporting
from store import derived
from store.trouble import EXPECTED
from store.watching import month_warnings
from texts import LANGUAGES, catalogue
from ui import cache, dressed

_LOG = getLogger(__name__)
Say = Callable[[str, int, Exception], None]


class Ahead:
    """Works something out once for each newer version, one thread at a time.

    While a version is being worked out later ones only wait: of many that come meanwhile the
    newest is next, for nobody will be shown the others.
    """

    def __init__(self, work_out: Callable[[int], None], say: Say = _LOG.warning) -> None:
        self._work_out, self._say = work_out, say
        self._lock = Lock()
        self._wanted = 0  # the newest version anybody told of
        self._running: Thread | None = None

    def of(self, version: int) -> Thread | None:
        """Let ``version`` be worked out if it is newer than all before; return the thread at it."""
        with self._lock:
            if version > self._wanted:
                self._wanted = version
                if self._running is None:
                    self._running = Thread(target=self._run, name="ahead", daemon=True)
                    self._running.start()
            return self._running

    def _run(self) -> None:
        done = 0
        while (version := self._next(done)) is not None:
            try:
                self._work_out(version)
            except EXPECTED as trouble:  # whoever asks for the page is told
                self._say("version %s was not worked out ahead: %s", version, trouble)
            done = version

    def _next(self, done: int) -> int | None:
        """Return the version to work out, else end: whoever comes later starts another thread."""
        with self._lock:
            if self._wanted > done:
                return self._wanted
            self._running = None
            return None


def _first_page(version: int) -> None:
    """Work out the tables of the overview, then draw its pictures as most readers see them."""
    board = cache.board_at(version)
    ahead.work_out(board)
    if board.periods:  # the overview counts the warnings of the newest month
        newest = board.periods[-1]
        month_warnings(cache.watched_at(version, newest), newest)
        words = Words(catalogue(LANGUAGES[0]), board.plan)
        for draw in (pace.completion, progress.gaps, reporting.owed):
            if (drawn := draw(board, newest, words)) is not None:
                dressed.dressed(drawn, dark=False)


_AHEAD = Ahead(_first_page)


def of(version: int) -> None:
    """Let the first page of ``version`` be worked out in the background, once."""
    _AHEAD.of(version)


def after_commit() -> None:
    """Let the first page of the version just made be worked out, where that takes a while."""
    try:
        version = cache.ledger().version()
        if derived.is_worth_it(version, cache.frames(version).reports):
            of(version)
    except EXPECTED as trouble:  # the commit stands, and the next page says what is wrong
        _LOG.warning("nothing was worked out ahead: %s", trouble)


def at_start() -> None:
    """Open the ledger and let the first page be worked out before the first reader comes."""
    try:
        of(cache.ledger().version())
    except EXPECTED as trouble:  # the first page says it
        _LOG.warning("the ledger was not opened ahead: %s", trouble)
