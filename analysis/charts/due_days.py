"""Due days in the reader's words, for the page of the rules and the command line."""

from datetime import date

from domain.due_days import DueDay, Moved
from domain.workdays import Workdays
from texts import Texts


def line(one: DueDay, t: Texts) -> dict[str, str]:
    """Say when a month's reports are due and what moved the day, by the name of its column."""
    moved = t(f"calendar.moved_{one.moved}", days=(one.due - one.asked).days)
    return {
        "month": t("chart.month_in_full", year=one.period.year, month=one.period.month),
        "asked": _day(one.asked, t),
        "falls_on": _day(one.due, t) + ("" if one.is_known else t("calendar.unknown")),
        "moved": moved if one.moved is not Moved.NOT else t("calendar.moved_not"),
    }


def how_far(workdays: Workdays, days: list[DueDay], t: Texts) -> list[str]:
    """Say up to which year the holidays are known, and of which years shown they are not."""
    years = workdays.years
    said = [t("calendar.known_to", year=years[-1]) if years else t("calendar.known_none")]
    asked = {year for one in days for year in (one.asked.year, one.due.year)}
    unknown = sorted(year for year in asked if not workdays.knows(year))
    if unknown and years:
        said.append(t("calendar.not_published", years=t("calendar.and").join(map(str, unknown))))
    return said


def _day(day: date, t: Texts) -> str:
    return t("calendar.day", date=day.isoformat(), weekday=t(f"calendar.weekday_{day.weekday()}"))
