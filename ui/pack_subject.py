"""What a pack of the screen is made of: who asks is read on the click, the figures afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from analysis.board import Board
from analysis.circular.writing import Chosen
from analysis.views.supervision import Watched
from analysis.views.supervision import part as part_of
from domain.periods import Period
from export.pack.subject import Subject
from store.contacts import hidden_problems
from store.own_deck import own_deck
from store.versions import versions
from store.warning_acts import table_with_life
from store.watching import month_warnings, watched
from texts import Texts
from ui import cache, downloads, own_sentences
from ui.reader import eyes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader ticked; no ``charts`` are the usual ones, None is that all were taken away."""

    parts: tuple[str, ...]
    charts: tuple[str, ...] | None
    native_charts: bool

    @property
    def is_whole(self) -> bool:
        """Tell whether there is something to be made."""
        return bool(self.parts) and self.charts is not None


def prepared(wanted: Wanted, board: Board, period: Period, t: Texts) -> Callable[[], Subject]:
    """Return how to work out the subject in a thread, which has no session to ask.

    Read here is what belongs to the reader: board, rights, day, filters and wording. Worked out
    there is what takes time: warnings, and whatever the parts then draw of them.

    Raises:
        LedgerError: when the ledger cannot be read.
    """
    settings, ledger = cache.office().settings, cache.ledger()
    illustrative, source, own = cache.illustrative(), downloads.published(), own_sentences.in_use(t)
    courses, watch = cache.courses(), _watching(board, period)

    def worked_out() -> Subject:
        seen, template = watch(), own_deck(settings)
        return Subject(
            board=board,
            period=period,
            t=t,
            illustrative=illustrative,
            watched=seen,
            warnings=table_with_life(month_warnings(seen, period), courses),
            committed_at=versions(ledger, board.version)[-1].at,
            source=source,
            charts=wanted.charts or (),
            wording=Chosen(own=own),
            native_charts=wanted.native_charts,
            template=template.read_bytes() if template else None,
        )

    return worked_out


def _watching(board: Board, period: Period) -> Callable[[], Watched]:
    """Return how to work out what ``cache.watch`` returns, as the reader may see it now."""
    office, whole, until = cache.office(), cache.board(), cache.known_until()
    today, seen_by = cache.day(), eyes(cache.ledger())

    def seen() -> Watched:
        found = watched(office, whole, period, today=today, until=until)
        shown = replace(found, problems=hidden_problems(found.problems, seen_by))
        return part_of(shown, board) if board.selection else shown

    return seen
