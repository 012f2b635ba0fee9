"""Works a new version out in the background, so that no reader waits for it."""

import gc
from collections.abc import Callable
from logging import getLogger
from threading import Lock, Thread

from analysis import ahead, memo
from analysis.again import ask_again
from analysis.charts.words import Words
from analysis.exhibits import pace, progress, reporting
from store.contacts import Eyes
from store.trouble import EXPECTED
from store.watching import month_warnings
from texts import LANGUAGES, catalogue
from ui import cache, dressed, moment, state, versions
from ui.editions import edition, eyes_on
from ui.moment import Seat
from ui.shown import SHOWN
from ui.turns import TURNS

_LOG = getLogger(__name__)
Say = Callable[[str, int, Exception], None]


class Ahead:
    """Works something out once for each newer version, one thread at a time, then says so.

    While a version is being worked out later ones only wait: of many that come meanwhile the
    newest is next, for nobody need be shown the others. ``work_out`` is told which version it
    worked out before, 0 for none. What fails is said to be there as well: whoever asks for the
    page is told what is wrong.
    """

    def __init__(
        self,
        work_out: Callable[[int, int], None],
        say: Say = _LOG.warning,
        *,
        ready: Callable[[int], None] = SHOWN.now,
    ) -> None:
        self._work_out, self._say, self._ready = work_out, say, ready
        self._lock = Lock()
        self._wanted = 0  # the newest version anybody told of
        self._done = 0
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

    def wait(self) -> None:
        """Return when every version that anybody told of is worked out."""
        while (running := self._running) is not None:
            running.join()

    def _run(self) -> None:
        while (version := self._next()) is not None:
            try:
                self._work_out(version, self._done)
            except EXPECTED as trouble:
                self._say("version %s was not worked out ahead: %s", version, trouble)
            except Exception:  # noqa: BLE001 - whoever asks is told, and the next one must come
                _LOG.exception("version %s was not worked out ahead", version)
            self._ready(version)
            self._done = version

    def _next(self) -> int | None:
        """Return the version to work out, else end: whoever comes later starts another thread."""
        with self._lock:
            if self._wanted > self._done:
                return self._wanted
            self._running = None
            return None


def _work_out(version: int, before: int) -> None:
    """Work out the first page, then what readers asked of the version worked out before."""
    with memo.ahead(), moment.seated(Seat(version, None)):
        _first_page(version)
        versions.work_out_newest()
    for seen_by, unasked in eyes_on(edition(cache.ledger(), before)).items():
        with memo.ahead(unasked + 1), moment.seated(Seat(version, seen_by)):
            _asked_before(before, version, seen_by)
    _leave_in_peace()


def _asked_before(before: int, version: int, seen_by: Eyes) -> None:
    old, new = (cache.board_at(one, seen_by=seen_by) for one in (before, version))
    months = {old.periods[-1]: new.periods[-1]} if old.periods and new.periods else {}
    for trouble in ask_again(old, new, between=TURNS.others(), months=months):
        _LOG.warning("a question to version %s failed ahead: %r", version, trouble)


def _leave_in_peace() -> None:
    """Leave a version out of every later search for garbage, for that holds up all pages.

    A version that is gone goes without a search (``memo.forget``). What else is left over is looked
    for among everything while there is no crowd to wait for it.
    """
    if not TURNS.are_many():
        gc.unfreeze()
        gc.collect()
    gc.freeze()


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


def after_commit() -> None:
    """Show whoever committed the version just made, and let it be worked out for all others."""
    try:
        version = cache.ledger().version()
    except EXPECTED as trouble:  # the commit stands, and the next page says what is wrong
        _LOG.warning("nothing was worked out ahead: %s", trouble)
        return
    state.made(version)
    SHOWN.of(version)


def at_start() -> Ahead:
    """Open the ledger and let the first page be worked out before the first reader comes.

    From then on every version is worked out before readers are shown it.
    """
    one = Ahead(_work_out)
    SHOWN.begin(one.of)
    try:
        one.of(cache.ledger().version())
    except EXPECTED as trouble:  # the first page says it
        _LOG.warning("the ledger was not opened ahead: %s", trouble)
    return one
