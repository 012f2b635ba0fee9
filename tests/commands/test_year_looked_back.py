"""supervise --today shows the ledger and what was said as they stood at the end of that day."""

from argparse import Namespace
from datetime import UTC, date, datetime

from commands import supervised, supervision
from domain.periods import Period
from texts import catalogue

t = catalogue("zh")
ALONE = {"out": None, "csv": None}


def test_who_owed_on_a_day_of_the_past_is_told_as_of_that_day(made):
    day = date(2026, 9, 20)
    owing = supervision.owing(made, t, period=None, today=day).data
    assert {row["period"] for row in owing} == {"2026-09"}
    assert sum(row["owed_reports"] for row in owing) == 62


def test_without_a_month_the_newest_of_that_day_is_looked_at(made):
    warned = supervision.warnings(made, t, period=None, today=date(2026, 8, 10)).data
    assert {row["period"] for row in warned} == {"2026-07"}


def test_a_month_to_come_is_refused_in_a_sentence(made):
    asked = Namespace(what="warnings", period=Period(2027, 3), **ALONE)
    noon = datetime(2026, 11, 1, 4, tzinfo=UTC)
    answer = supervised.answer(asked, made, t, today=date(2026, 11, 1), at=noon)
    assert not answer.ok
    said = "2027年3月尚未到来（截至2026年11月1日），请查看2026年11月及以前的月份。"
    assert answer.lines == (said,)
