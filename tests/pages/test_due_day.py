"""数据上报 says by which day this month's reports are due."""

from datetime import date

from domain.periods import Period
from texts import catalogue
from ui import cache, clock

t = catalogue("zh")


def test_the_due_day_is_that_of_the_offices_calendar(empty):
    app = empty.open("upload")
    today = clock.today()
    period = Period(today.year, today.month)
    due = cache.office().workdays.due(period, cache.plan().rulebook.at(period).due_day)
    shown = t("page.date", year=due.year, month=due.month, day=due.day)
    assert any(shown in caption.value for caption in app.caption)
    assert not cache.office().workdays.is_workday(date(2026, 10, 1)), "the table was read"
