"""What supervision looks at on the command line: a month, as it stood at the end of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.charts.rows import Row, rows_of
from analysis.views.supervision import Watched
from commands.answer import Answer
from commands.problems import board_at
from domain.periods import Period
from store.opening import Office
from store.readable import end_of
from store.warning_acts import Course, courses, table_with_life
from store.watching import month_warnings, watched
from texts import Texts


@dataclass(frozen=True, slots=True)
class Look:
    """A month as supervision saw it at the end of a day, with what had been said by then."""

    seen: Watched
    month: Period
    said: Mapping[str, Course]
    illustrative: bool

    def warned(self) -> list[Row]:
        """Return the warnings of the month, each with the life it was in."""
        return rows_of(self.warned_table())

    def warned_table(self) -> pd.DataFrame:
        """Return them as a table."""
        return table_with_life(month_warnings(self.seen, self.month), self.said)


def looked_at(office: Office, period: Period | None, today: date) -> Look:
    """Look at the month asked for, else the newest, as the ledger and its acts stood on a day."""
    found, now = board_at(office, today)
    month = period or (found.periods[-1] if found.periods else Period(today.year, today.month))
    seen = watched(office, found, month, today=today, until=end_of(today))
    said = courses(office.ledger, until=end_of(today))
    return Look(seen, month, said, now.illustrative)


def nothing_yet(look: Look, t: Texts) -> Answer | None:
    """Say that nothing is expected before the first report; None once there is one."""
    if look.seen.has_begun:
        return None
    return Answer((t("supervision.not_begun"),), [])
