"""An illustrative ledger at size as it came: a table of projects a year, progress month by month.

Its entries bear made-up days, as those of the illustrative year do: nearly all units report in
time, so that what is late, and looking back to a day, can be tried with 500 projects too.
"""

from collections.abc import Iterator
from datetime import date, datetime
from random import Random

from commands.illustrated.course import PERIODS
from commands.illustrated.progress import months, progress_csv, reporters, task_pairs
from commands.illustrated.projects import MadeUp, made_up, projects_csv
from commands.illustrated.year import Sent
from domain.periods import MONTHS, Period
from store.intake import Sheet
from store.opening import Office
from store.readable import SHANGHAI
from store.tables import Tables, tables

BEGINS = datetime(2023, 11, 9, 9, tzinfo=SHANGHAI)
_PLANTED = 2  # the version that holds the delivered plan and nothing else
_HOUR, _TABLE_DAY, _IN_TIME_DAY, _LATE_DAY = 16, 10, 23, 2  # late: of the month after
_LATE_MONTHS = 6  # in each of the last months one unit comes late


def sent(office: Office) -> Iterator[Sent]:
    """Yield every made-up sheet with the moment it came, oldest first, always the same bytes."""
    now = tables(office.ledger, _PLANTED)
    made = made_up(office.plan, len(now.projects))
    every = [*_of_projects(now, made), *_of_progress(office, now, made)]
    yield from sorted(every, key=lambda one: one.at)


def _of_projects(now: Tables, made: tuple[MadeUp, ...]) -> Iterator[Sent]:
    """Yield the table of projects of each year, and the last one: the phases go on."""
    for period in (*PERIODS[::MONTHS], PERIODS[-1]):
        table = projects_csv(now.projects, made, period)
        yield Sent(Sheet(table, f"projects-large-{period}.csv"), _on(period, _TABLE_DAY))


def _of_progress(office: Office, now: Tables, made: tuple[MadeUp, ...]) -> Iterator[Sent]:
    """Yield the progress of each month; in the last ones a unit sends its own sheet, late."""
    reporting = reporters(now.projects, made, office.plan.coordinating_unit)
    pairs = task_pairs(now.tasks, now.assignments)
    units = sorted({unit for _, _, unit, _ in reporting} | {unit for _, _, unit in pairs})
    for period, name in months():
        late = _late_unit(period, units)
        of_items = [one for one in reporting if one[2] != late]
        in_time = progress_csv(period, of_items, [one for one in pairs if one[2] != late])
        yield Sent(Sheet(in_time, name), _on(period, _IN_TIME_DAY))
        if late:
            of_items = [one for one in reporting if one[2] == late]
            own = progress_csv(period, of_items, [one for one in pairs if one[2] == late])
            sheet = Sheet(own, name.replace(".csv", f"-{late}.csv"))
            yield Sent(sheet, _on(period.earlier(-1), _LATE_DAY))


def _late_unit(period: Period, units: list[str]) -> str:
    if period not in PERIODS[-_LATE_MONTHS:]:
        return ""
    return Random(f"{period} late").choice(units)  # noqa: S311 - an illustration hides nothing


def _on(period: Period, day: int) -> datetime:
    on = date(period.year, period.month, day)
    return datetime(on.year, on.month, on.day, _HOUR, tzinfo=SHANGHAI)
