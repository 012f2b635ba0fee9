"""calendar: which days are due in the coming months; checking and supplying a table of holidays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from analysis.charts import due_days as said
from commands.answer import Answer
from domain.due_days import due_days
from domain.periods import Period
from domain.workdays import Workdays
from store.calendars import checked, supply
from store.opening import Office
from store.rule_acts import plan_at
from texts import Texts

_MONTHS = 12


def calendar(office: Office, t: Texts, *, table: Path | None, use: bool, today: date) -> Answer:
    """List the due days of the coming months, as they were with the years of ``table`` if given.

    A table is checked; ``use`` keeps it in the state folder.
    """
    if table is None:
        return _due(office, t, today)
    folder = office.settings.state_folder
    found = supply(table, folder) if use else checked(table)
    with_it = replace(office, workdays=office.workdays.with_years_of(found))
    answer = _due(with_it, t, today)
    lines = [_year(found, year, t) for year in found.years]
    lines += [t("calendar.supplied", folder=folder)] if use else []
    data = {**answer.data, "checked_years": list(found.years), "supplied": use}
    return Answer((*lines, *answer.lines), data)


def _due(office: Office, t: Texts, today: date) -> Answer:
    book = plan_at(office.ledger, office.plan).rulebook
    days = due_days(Period(today.year, today.month), _MONTHS, book, office.workdays)
    lines = ["  ".join(said.line(one, t).values()) for one in days]
    data = {
        "years": list(office.workdays.years),
        "due": [
            {
                "period": str(one.period),
                "asked": one.asked.isoformat(),
                "due_on": one.due.isoformat(),
                "moved": one.moved.value,
                "holidays_known": one.is_known,
            }
            for one in days
        ],
    }
    return Answer((*said.how_far(office.workdays, days, t), *lines), data)


def _year(found: Workdays, year: int, t: Texts) -> str:
    off, on = (sum(day.year == year for day in days) for days in (found.off, found.on))
    return t("calendar.year_said", year=year, off=off, on=on)
