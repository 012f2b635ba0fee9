"""Choosing a part of the board: every table follows, and no item's own figures move."""

from dataclasses import replace

import pytest

from analysis.choices import choices
from analysis.metrics.columns import Counted
from analysis.narrowing import narrowed
from analysis.selection import DIMENSIONS, NOT_STATED, Selection
from domain.columns import Assignments, Projects, Reports, Tasks
from domain.periods import Period

OCTOBER = Period(2026, 10)
LIFE, FINANCE = "生命科学与生物技术", "财政局"


def test_nothing_chosen_is_the_board_itself(illustrated_board):
    assert narrowed(illustrated_board, Selection()) is illustrated_board


def test_a_chain_keeps_its_projects_and_the_tasks_they_come_from(illustrated_board):
    board = narrowed(illustrated_board, Selection(chain=(LIFE,)))
    assert board.projects[Projects.ID].tolist() == ["P01", "P06", "P08"]
    assert board.tasks[Tasks.ID].tolist() == ["T08"]
    figures = board.key_figures(OCTOBER)
    assert (figures["projects"], figures["undisclosed_projects"]) == (3, 2)
    assert figures[Projects.TOTAL_YUAN] == 11_000_000_000


def test_without_inferred_chains_a_chain_is_only_what_the_plan_states(illustrated_board):
    board = narrowed(illustrated_board, Selection(chain=(LIFE,), with_inferred=False))
    assert board.projects[Projects.ID].tolist() == ["P01"]


@pytest.mark.parametrize(
    ("selection", "projects"),
    [
        (Selection(phase=("在建",)), ["P01", "P02", "P03", "P04"]),
        (Selection(phase=(NOT_STATED,)), ["P10"]),
        (Selection(chain=("未归链",)), ["P05", "P07", "P09"]),
        (Selection(chain=(LIFE,), phase=("在建", "谋划")), ["P01", "P08"]),
        (Selection(leader=("查无此人",)), []),
        (Selection(section=("(一)加强生态保护修复",)), []),
    ],
)
def test_within_a_dimension_any_and_between_them_all_must_hold(
    illustrated_board, selection, projects
):
    assert narrowed(illustrated_board, selection).projects[Projects.ID].tolist() == projects


def test_a_section_keeps_its_tasks_and_the_projects_that_come_from_them(illustrated_board):
    last = illustrated_board.sections[-1]
    board = narrowed(illustrated_board, Selection(section=(last,)))
    assert board.tasks[Tasks.ID].tolist() == ["T06", "T07", "T08", "T09", "T10"]
    assert len(board.projects) == 10
    assert board.sections == [last]


def test_a_unit_has_its_own_load_and_reports_and_the_items_it_shares(illustrated_board):
    board = narrowed(illustrated_board, Selection(unit=(FINANCE,)))
    assert board.load[Assignments.RESPONSIBLE_UNIT].tolist() == [FINANCE]
    assert board.load[Counted.TASKS].tolist() == [4]
    assert set(board.owed(OCTOBER)[Reports.RESPONSIBLE_UNIT]) == {FINANCE}
    assert set(board.series["units"][Counted.SUBJECT]) == {FINANCE}
    assert len(board.tasks) == 4


def test_units_with_nothing_to_do_with_a_chain_leave_its_charts(illustrated_board):
    board = narrowed(illustrated_board, Selection(chain=("大数据",)))
    assert len(board.units) == 4
    assert (board.reporting(OCTOBER)[Counted.EXPECTED] > 0).all()


def test_a_shared_item_stands_where_it_stands_for_everybody(illustrated_board):
    whole = illustrated_board.standing(OCTOBER).set_index(Reports.ITEM_ID)
    part = narrowed(illustrated_board, Selection(unit=(FINANCE,))).standing(OCTOBER)
    part = part.set_index(Reports.ITEM_ID)
    assert part[Counted.PERCENT_DONE].equals(whole.loc[part.index, Counted.PERCENT_DONE])
    assert part[Counted.UNITS_REPORTED].equals(whole.loc[part.index, Counted.UNITS_REPORTED])


def test_a_light_is_that_of_the_chosen_month(illustrated_board):
    red = Selection(light=("red",)).at(OCTOBER)
    standing = narrowed(illustrated_board, red).standing(OCTOBER)
    whole = illustrated_board.standing(OCTOBER)
    assert set(standing[Counted.LIGHT]) == {"red"}
    assert len(standing) == (whole[Counted.LIGHT] == "red").sum()


def test_what_begins_in_the_course_of_the_year_can_be_left_out_or_looked_at_alone(
    illustrated_board,
):
    begins = illustrated_board.projects[Projects.ID].map({"P01": "2026-03", "P02": "2026-01"})
    projects = illustrated_board.projects.assign(planned_start=begins.astype("str"))
    board = replace(illustrated_board, projects=projects)
    assert choices(board)["begun"] == ["otherwise", "this_year"]
    alone, others = (
        narrowed(board, Selection(begun=(one,)).at(OCTOBER)) for one in ("this_year", "otherwise")
    )
    assert (list(alone.projects[Projects.ID]), len(alone.tasks)) == (["P01"], 0)
    assert "P01" not in set(others.projects[Projects.ID])
    assert (len(others.projects), len(others.tasks)) == (len(board.projects) - 1, len(board.tasks))
    next_year = Selection(begun=("otherwise",)).at(Period(2027, 1))
    assert len(narrowed(board, next_year).projects) == len(board.projects)


def test_a_choice_takes_no_month_away(illustrated_board):
    nobody = narrowed(illustrated_board, Selection(leader=("查无此人",)))
    assert nobody.periods == illustrated_board.periods
    assert nobody.key_figures(OCTOBER)["projects"] == 0


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_parts_of_a_dimension_make_up_the_projects_and_tasks(illustrated_board, dimension):
    seen = set()
    for value in choices(illustrated_board)[dimension]:
        selection = Selection().choosing(dimension, (value,)).at(OCTOBER)
        board = narrowed(illustrated_board, selection)
        seen |= {*board.projects[Projects.ID], *board.tasks[Tasks.ID]}
        board.key_figures(OCTOBER)
    wanted = {"P01", "P10"} if dimension in {"chain", "phase", "leader"} else {"T01", "T10"}
    assert wanted <= seen
