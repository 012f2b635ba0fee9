"""The ledger of problems counted and drawn, and what reports state beside it."""

from dataclasses import replace
from datetime import date

import pytest

from analysis import problem_tables, problem_words
from analysis.charts.words import Words
from analysis.gallery import WATCHED
from analysis.metrics import problems
from analysis.metrics.columns import Troubled
from analysis.narrowing import narrowed
from analysis.problem_tables import problems_on
from analysis.selection import Selection
from analysis.stated import is_back, stated, untaken
from analysis.views import problems as views
from analysis.views.supervision import Watched, part
from domain.columns import Reports
from domain.periods import Period
from domain.problems import ProblemType
from tests.analysis.submitted import a_problem
from tests.conftest import story
from tests.engines import made
from texts import catalogue

TODAY, OCTOBER = date(2026, 11, 2), Period(2026, 10)


KNOWN = (
    a_problem(1, ProblemType.LAND, "财政局", raised=date(2026, 10, 3), due=date(2026, 10, 31)),
    a_problem(2, ProblemType.LAND, "财政局", raised=date(2026, 10, 2), reopened=1),
    a_problem(3, ProblemType.FUNDS, "财政局", raised=date(2026, 8, 3), item=None),
    a_problem(4, ProblemType.FUNDS, "关堤乡", raised=date(2026, 1, 1), closed=date(2026, 2, 1)),
)
TABLE = problems_on(KNOWN, TODAY)


def watched(board, known=KNOWN):
    return Watched(board, board.reports.iloc[:0], TODAY.isoformat(), {}, problems=tuple(known))


def test_open_problems_are_counted_by_type_and_unit():
    found = problems.by_type_and_unit(TABLE)
    assert found.to_numpy().tolist() == [["财政局", "用地", 2, 1], ["财政局", "资金", 1, 0]]


def test_a_unit_has_its_rate_of_closing_and_the_age_of_its_oldest(plan_board):
    table = views.by_unit(watched(plan_board)).set_index("responsible_unit")
    names = [Troubled.RAISED, Troubled.OPEN, Troubled.CLOSED, Troubled.REOPENED]
    assert table.loc["财政局", names].tolist() == [3, 3, 0, 1]
    assert table.loc["财政局", Troubled.LONGEST_DAYS] == 91
    assert table.loc["关堤乡", Troubled.CLOSED_PERCENT] == 100
    nobody = table.loc["振中街道"]
    assert nobody[Troubled.OPEN] == 0
    assert nobody[[Troubled.LONGEST_DAYS, Troubled.CLOSED_PERCENT]].isna().all()


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0-30"), (30, "0-30"), (31, "31-60"), (60, "31-60"), (61, "61-90"), (90, "61-90"),
     (91, "91-"), (3000, "91-")],
)  # fmt: skip
def test_a_problem_is_of_the_band_of_its_days(days, band):
    raised = date.fromordinal(TODAY.toordinal() - days)
    table = problems_on([a_problem(1, ProblemType.LAND, "财政局", raised=raised)], TODAY)
    counts = problems.by_age(table, problem_tables.bands())
    assert dict(zip(counts.age_band, counts.open_problems, strict=True))[band] == 1
    assert counts.open_problems.sum() == 1


def test_an_owner_that_the_plan_names_no_longer_is_counted_last(plan_board):
    gone = [a_problem(1, ProblemType.LAND, "撤并单位", raised=TODAY)]
    table = views.by_unit(watched(plan_board, gone))
    assert table.responsible_unit.iloc[-1] == "撤并单位"
    assert table.open_problems.iloc[-1] == 1


def test_a_narrowed_board_counts_only_the_problems_of_its_items(illustrated_board):

    land = narrowed(illustrated_board, Selection(chain=("大数据",)))
    assert views.shown(part(watched(illustrated_board), land)).empty
    assert len(views.shown(watched(illustrated_board))) == 4
    assert views.by_type(part(watched(illustrated_board, ()), land)).open_problems.sum() == 0


@pytest.mark.parametrize("key", ["problems_by_unit", "problems_by_age"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_story_of_a_chart_of_problems(key, language, illustrated_board, snapshot):
    words = Words(catalogue(language), illustrated_board.plan)
    assert story(WATCHED[key].draw(watched(illustrated_board), OCTOBER, words)) == snapshot


@pytest.mark.parametrize("key", ["problems_by_unit", "problems_by_age"])
def test_with_nothing_open_nothing_is_drawn(key, plan_board):
    closed = watched(plan_board, KNOWN[3:])
    words = Words(catalogue("zh"), plan_board.plan)
    assert WATCHED[key].draw(closed, OCTOBER, words) is None


def reports(*rows):
    """Reports of (month, unit, problem, to be coordinated) about the project P03."""
    table = made.reports(
        [
            {
                Reports.PERIOD.value: month,
                Reports.KIND.value: "项目",
                Reports.ITEM_ID.value: "P03",
                Reports.RESPONSIBLE_UNIT.value: unit,
            }
            for month, unit, _, _ in rows
        ]
    )
    said = {
        Reports.PROBLEM.value: [row[2] for row in rows],
        Reports.COORDINATION.value: [row[3] for row in rows],
        Reports.PROBLEM_TYPE.value: ["土地"] * len(rows),
    }
    return table.assign(**said)


def test_the_same_words_month_after_month_are_one_problem_in_its_newest_words():
    table = reports(
        ("2026-08", "财政局", "指标未落实", None),
        ("2026-09", "财政局", "指标，未落实。", "请协调"),
        ("2026-10", "财政局", "指标 未落实", None),
    )
    (one,) = stated(table, OCTOBER)
    assert (one.what, one.coordination, one.months, one.stands) == (
        "指标 未落实",
        "请协调",
        3,
        True,
    )
    assert (str(one.first), str(one.last), one.type) == ("2026-08", "2026-10", ProblemType.LAND)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "2026年8月起，2 期"), ("en", "since Aug 2026, 2 months")]
)
def test_since_when_reports_state_a_problem_is_said_in_months_as_people_read_them(language, said):
    table = reports(("2026-08", "财政局", "缺资金", None), ("2026-09", "财政局", "缺资金", None))
    (one,) = stated(table, OCTOBER)
    assert problem_words.months_of(one, catalogue(language)) == said


def test_what_the_newest_report_no_longer_states_does_not_stand():
    table = reports(("2026-09", "财政局", "指标未落实", None), ("2026-10", "财政局", "暂无", "无"))
    assert [one.stands for one in stated(table, OCTOBER)] == [False]


def test_two_units_state_two_problems_and_coordination_alone_states_one():
    table = reports(
        ("2026-10", "财政局", "指标未落实", None), ("2026-10", "关堤乡", None, "请协调指标")
    )
    assert {(one.unit, one.what) for one in stated(table, OCTOBER)} == {
        ("财政局", "指标未落实"),
        ("关堤乡", "请协调指标"),
    }


def test_reports_of_more_than_a_year_ago_and_of_later_months_are_left_out():
    table = reports(
        ("2025-09", "财政局", "很久以前", None),
        ("2025-10", "财政局", "一年以前", None),
        ("2026-11", "财政局", "以后", None),
    )
    assert [one.what for one in stated(table, OCTOBER)] == ["一年以前"]


@pytest.mark.parametrize(
    ("closed", "back"), [(date(2026, 9, 30), True), (date(2026, 10, 1), False)]
)
def test_a_problem_closed_before_the_month_of_a_report_that_states_it_is_back(closed, back):
    every = {
        one.key: one for one in stated(reports(("2026-10", "财政局", "未落实", None)), OCTOBER)
    }
    problem = replace(KNOWN[0], closed_on=closed, stated=frozenset(every))
    assert is_back(problem, every) is back
    assert untaken(every.values(), [problem]) == []
