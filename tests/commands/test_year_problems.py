"""The made-up year's ledger of problems stands on any day where a table written by hand says."""

from datetime import date

import pytest

from analysis.metrics.columns import Troubled
from analysis.problem_tables import problems_on
from analysis.stated import is_back, last_stated, stated, untaken
from analysis.views import problems as views
from domain.periods import Period
from domain.problems import ProblemType
from store.boards import board_of
from store.problem_acts import problems
from store.readable import end_of
from store.tables import tables
from store.watching import watched

# Day; open ones by number with their days open; days overdue of those that are; closed ones.
EXPECTED = (
    (date(2026, 4, 7), {}, {}, ()),
    (date(2026, 4, 8), {1: 0}, {}, ()),
    (date(2026, 6, 30), {1: 83, 2: 33}, {}, ()),  # 1 is due on this day
    (date(2026, 7, 1), {1: 84, 2: 34, 3: 0}, {1: 1}, ()),
    (date(2026, 7, 20), {3: 19}, {}, (1, 2)),
    (date(2026, 9, 5), {2: 100, 3: 66, 4: 24}, {2: 5}, (1,)),  # reopened, five days over
    (date(2026, 10, 12), {2: 137, 3: 103, 4: 61, 5: 32}, {3: 12}, (1,)),  # 2 got a later day
    (date(2026, 11, 1), {2: 157, 3: 123, 4: 81, 5: 52, 6: 17}, {3: 32, 4: 12}, (1,)),
)
NOVEMBER = date(2026, 11, 1)


def at(office, day):
    now = tables(office.ledger, office.ledger.version_on(day))
    return board_of(office, now, until=end_of(day))


def seen(office, day):
    return watched(office, at(office, day), Period(2026, 10), today=day, until=end_of(day))


def waiting(office, day):
    board = at(office, day)
    every = stated(board.reports, board.periods[-1])
    return untaken(every, problems(office.ledger, until=end_of(day)).values())


@pytest.mark.parametrize(("day", "days_open", "overdue", "closed"), EXPECTED, ids=str)
def test_the_ledger_stands_where_the_table_says(made, day, days_open, overdue, closed):
    table = problems_on(problems(made.ledger, until=end_of(day)).values(), day)
    still = table[table.closed_on.isna()]
    late = still[still.days_overdue > 0]
    assert dict(zip(still.problem_number, still.days_open, strict=True)) == days_open
    assert dict(zip(late.problem_number, late.days_overdue, strict=True)) == overdue
    assert tuple(table[table.closed_on.notna()].problem_number) == closed


def test_every_type_a_closed_one_and_a_reopened_one_appear(made):
    known = problems(made.ledger).values()
    assert {one.entries.type for one in known} == set(ProblemType)
    assert [one.number for one in known if not one.is_open] == [1]
    assert [one.number for one in known if one.reopened] == [2]


@pytest.mark.parametrize(
    ("day", "owner"), [(date(2026, 9, 27), "经济发展局"), (date(2026, 9, 28), "财政局")]
)
def test_the_owner_changed_on_its_day(made, day, owner):
    assert problems(made.ledger, until=end_of(day))[5].entries.owner == owner


def test_open_problems_by_type_and_unit(made):
    table = views.by_type_and_unit(seen(made, NOVEMBER))
    rows = table[["owner_unit", "problem_type", Troubled.OPEN, Troubled.OVERDUE]].to_numpy()
    assert {tuple(row) for row in rows.tolist()} == {
        ("国土规划建设管理局", "征拆", 1, 0),
        ("国土规划建设管理局", "用地", 1, 1),
        ("经济发展局", "市场", 1, 1),
        ("财政局", "资金", 1, 0),
        ("服务业促进局", "其他", 1, 0),
    }


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 7, 1), {"0-30": (1, 0), "31-60": (1, 0), "61-90": (1, 1), "91-": (0, 0)}),
        (NOVEMBER, {"0-30": (1, 0), "31-60": (1, 0), "61-90": (1, 1), "91-": (2, 1)}),
    ],
)
def test_open_and_overdue_problems_by_age(made, day, counts):
    table = views.by_age(seen(made, day))
    pairs = zip(table[Troubled.OPEN], table[Troubled.OVERDUE], strict=True)
    assert dict(zip(table[Troubled.BAND], pairs, strict=True)) == counts


def test_what_reports_state_month_after_month_is_one_problem_to_be_raised(made):
    (road, pipes) = [one for one in waiting(made, NOVEMBER) if one.stands]
    assert (road.item_id, str(road.first), str(road.last), road.type) == (
        "P09",
        "2026-09",
        "2026-09",
        None,
    )
    assert (pipes.item_id, pipes.unit, pipes.type) == ("T05", "社会事务局", ProblemType.FUNDS)


def test_what_was_raised_waits_no_longer(made):
    june = [one for one in waiting(made, date(2026, 6, 30)) if one.item_id == "P03" and one.stands]
    assert [(one.what, one.months) for one in june] == [("示例：用地指标未落实", 1)]
    july = [one for one in waiting(made, date(2026, 7, 1)) if one.item_id == "P03" and one.stands]
    assert july == []


def test_a_closed_problem_that_reports_still_state_is_told(made):
    day = date(2026, 8, 31)
    board = at(made, day)
    every = {one.key: one for one in stated(board.reports, board.periods[-1])}
    known = problems(made.ledger, until=end_of(day))
    assert [number for number, one in known.items() if is_back(one, every)] == [2]
    assert str(last_stated(known[2], every)) == "2026-08"
