"""What supervision looks at: the board of a version, when its reports came, which targets moved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

import pandas as pd

from analysis.board import Board
from analysis.memo import Shelf
from analysis.views import warned
from analysis.views.supervision import Watched, no_moves
from domain.acts import Subject
from domain.columns import Moves, Reports
from domain.periods import Period, between
from domain.rulebook import Rulebook
from store import acts
from store.opening import Office
from store.problem_acts import problems
from store.readable import SHANGHAI
from store.submissions import submissions
from store.targets import Target, targets

MONTHS_LOOKED_BACK = 12  # an earlier report is not held against a later one
_KEY = [
    Reports.PERIOD.value,
    Reports.KIND.value,
    Reports.ITEM_ID.value,
    Reports.RESPONSIBLE_UNIT.value,
]


@dataclass(frozen=True, slots=True)
class Looked:
    """The shelf of a board for one look at it: whatever the look rests on is in every name."""

    shelf: Shelf
    made_of: str

    def either(self, name: str, work_out: Callable[[], Any]) -> Any:  # noqa: ANN401 - any result
        """Return what the shelf has of this look under ``name``, else work it out and keep it."""
        return self.shelf.either(f"{name} {self.made_of}", work_out)


def watched(
    office: Office, board: Board, period: Period, *, today: date, until: datetime | None = None
) -> Watched:
    """Return the board with the last 13 months up to ``period`` as they came, as of ``today``.

    Reports are expected from the first month anybody reported.

    Raises:
        LedgerError: when the ledger cannot be read.
    """
    months = between(period.earlier(MONTHS_LOOKED_BACK), period)
    first, last = str(months[0]), str(period)
    receipt = _newest_receipt(office, until)
    came = _came(office, board, months, receipt, until)
    received = f"submissions {first} {last} {receipt}"
    due = {month: _due(office, board, month) for month in months}
    acts_seen = acts.newest(office.ledger)
    return Watched(
        board=board,
        submissions=came,
        today=today.isoformat(),
        due=due,
        shelf=board.shelf and Looked(board.shelf, repr((received, today, due, until, acts_seen))),
        moves=_moves(targets(office.ledger, board.version)),
        first=board.periods[0] if board.periods else None,
        problems=tuple(problems(office.ledger, until=until).values()),
    )


def judged_by(office: Office, now: Watched, rulebook: Rulebook) -> Watched:
    """Return the same look as another rulebook would judge it; what came is not read again."""
    board = now.board.judged_by(rulebook)
    due = {month: _due(office, board, month) for month in now.due}
    return replace(now, board=board, due=due, shelf=None)


def _came(
    office: Office,
    board: Board,
    months: Sequence[Period],
    receipt: int,
    until: datetime | None,
) -> pd.DataFrame:
    """Return the reports of months that follow each other with when they came.

    Each month is kept for itself, so that of two looks at different months what both see is read
    once.
    """

    def between_months(first: str, last: str) -> pd.DataFrame:
        within = (board.reports[Reports.PERIOD] >= first) & (board.reports[Reports.PERIOD] <= last)
        came = submissions(office.ledger, board.version, first, last, until=until)
        return board.reports[within].merge(came, on=_KEY, how="inner")

    reported = set(board.reports[Reports.PERIOD].unique())
    if board.shelf is None or not reported.intersection(map(str, months)):
        return between_months(str(months[0]), str(months[-1]))
    parts = [
        board.shelf.either(
            f"submissions {month} {receipt} {until}", partial(between_months, month, month)
        )
        for month in map(str, months)
        if month in reported
    ]
    return pd.concat(parts, ignore_index=True)


def _newest_receipt(office: Office, until: datetime | None) -> int:
    """Return the number of the newest act that says when a sheet really came, 0 for none."""
    told = acts.acts(office.ledger, subject=Subject.RECEIPT, until=until)
    return max((act.number for act in told), default=0)


def _due(office: Office, board: Board, month: Period) -> str:
    due_day = board.plan.rulebook.at(month).due_day
    return office.workdays.due(month, due_day).isoformat()


def _moves(known: tuple[Target, ...]) -> pd.DataFrame:
    rows = list(_moved(known))
    if not rows:
        return no_moves()
    return pd.DataFrame(rows, columns=[move.value for move in Moves]).astype("str")


def _moved(known: tuple[Target, ...]) -> Iterator[tuple[str | None, ...]]:
    for target in known:
        for move in target.moves:
            day = move.at.astimezone(SHANGHAI)
            month = str(Period(day.year, day.month))
            said = (_text(move.before), _text(move.after), move.reason or None, month)
            yield (target.project_id, target.column, *said)


def _text(stated: str | int | None) -> str | None:
    return None if stated is None else str(stated)


def month_warnings(seen: Watched, period: Period) -> pd.DataFrame:
    """Return the warnings of a month by the rules of its time, columns of ``analysis.evidence``."""
    return warned.of_month(seen, period)
