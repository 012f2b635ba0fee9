"""show: metric tables of a version and a period; and which board a command is about."""

from dataclasses import dataclass
from datetime import date

from analysis.board import Board
from analysis.catalogue import METRICS
from analysis.selection import EVERYTHING, Selection
from commands.answer import Answer, laid_out, records
from commands.chosen import part, unknown
from domain.periods import Period
from store.boards import board_of
from store.frames_kept import FramesKept
from store.opening import Office
from store.readable import SHANGHAI, end_of
from texts import Texts


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the ledger a command is about; None is now, and the newest month."""

    as_of: date | int | None = None  # a day or a version
    period: Period | None = None
    selection: Selection = EVERYTHING


def show(office: Office, metric: str, t: Texts, wanted: Wanted, *, otherwise: Period) -> Answer:
    """Work out one metric table; money in 元, percent as 0 to 100."""
    if early := before_the_ledger(office, wanted.as_of, t):
        return Answer((early,), {"refused": [early]}, ok=False)
    whole, _ = board_wanted(office, wanted.as_of)
    if refused := unknown(whole, wanted.selection, t):
        return Answer(refused, {"refused": list(refused)}, ok=False)
    period = wanted.period or latest(whole, otherwise)
    rows = records(METRICS[metric](part(whole, wanted.selection, period), period))
    return Answer(laid_out(rows), rows)


def before_the_ledger(office: Office, as_of: date | int | None, t: Texts) -> str:
    """Say on which day the ledger begins, when a day before that is asked for."""
    if not isinstance(as_of, date) or office.ledger.version_on(as_of):
        return ""
    first = office.ledger.uploads()[0].at.astimezone(SHANGHAI).date()
    return t("command.before_the_ledger", day=as_of, first=first)


def board_wanted(office: Office, as_of: date | int | None) -> tuple[Board, bool]:
    """Return the board as the pages have it, with the engine and what is kept of its tables."""
    ledger = office.ledger
    version = ledger.version_on(as_of) if isinstance(as_of, date) else as_of
    kept = FramesKept(ledger, office.settings.state_folder)
    now = kept.at(ledger.version() if version is None else version)
    until = end_of(as_of) if isinstance(as_of, date) else None
    return board_of(office, now, until=until), now.illustrative


def latest(board: Board, otherwise: Period) -> Period:
    """Return the newest month with a report."""
    return board.periods[-1] if board.periods else otherwise
