"""What an upload would mean is said before it is written."""

import pandas as pd
import pytest

from analysis.consequences import Consequence, Kind, of_projects, of_reports
from analysis.effects import with_reports
from domain.columns import ItemKind, Projects, Reports

OCTOBER, NOVEMBER = "2026-10", "2026-11"


@pytest.fixture(scope="module")
def october(illustrated_board):
    """Return what was reported of one project in October."""
    reports = illustrated_board.reports
    return reports[(reports[Reports.PERIOD] == OCTOBER) & (reports[Reports.ITEM_ID] == "P02")]


def meant(board, uploaded):
    found = of_reports(board, with_reports(board, uploaded), uploaded)
    return {kind: [one for one in found if one.kind is kind] for kind in Kind}


def test_a_cumulative_figure_below_that_of_an_earlier_month_goes_back(illustrated_board, october):
    lower = october.assign(**{Reports.PERIOD: NOVEMBER, Reports.PERCENT_PPM: 50_000})
    (back,) = meant(illustrated_board, lower)[Kind.GOES_BACK]
    assert (back.item_id, back.period, back.column) == ("P02", NOVEMBER, Reports.PERCENT_PPM)
    assert (back.before, back.after) == (660_000, 50_000)


def test_percent_done_of_a_task_begins_anew_in_january(illustrated_board, october):
    task = october.assign(**{Reports.KIND: ItemKind.TASK, Reports.ITEM_ID: "T01"})
    board = with_reports(illustrated_board, task.assign(**{Reports.PERIOD: NOVEMBER}))
    for month, expected in (("2026-12", 1), ("2027-01", 0)):
        lower = task.assign(**{Reports.PERIOD: month, Reports.PERCENT_PPM: 50_000})
        lower[Reports.DONE_TOTAL_YUAN] = None
        assert len(meant(board, lower)[Kind.GOES_BACK]) == expected


def test_a_correction_downwards_of_the_same_month_goes_back_too(illustrated_board, october):
    lower = october.assign(**{Reports.DONE_TOTAL_YUAN: 1})
    (back,) = meant(illustrated_board, lower)[Kind.GOES_BACK]
    assert back.before == october[Reports.DONE_TOTAL_YUAN].iloc[0]


def test_the_same_again_is_called_so_unless_the_item_is_done(illustrated_board, october):
    again = october.assign(**{Reports.PERIOD: NOVEMBER})
    assert [one.item_id for one in meant(illustrated_board, again)[Kind.SAME_AS_LAST]] == ["P02"]
    done = october.assign(**{Reports.PERCENT_PPM: 1_000_000})
    board = with_reports(illustrated_board, done)
    assert not meant(board, done.assign(**{Reports.PERIOD: NOVEMBER}))[Kind.SAME_AS_LAST]


def test_the_reports_the_same_unit_still_owes_are_named(illustrated_board, october):
    owed = meant(illustrated_board, october.assign(**{Reports.PERIOD: NOVEMBER}))[Kind.STILL_OWED]
    assert owed
    assert "P02" not in {one.item_id for one in owed}
    assert {one.period for one in owed} == {NOVEMBER}


def test_a_target_that_is_first_stated_has_not_moved(plan_board):
    projects = plan_board.projects
    later = projects.assign(**{Projects.PLANNED_FINISH: "2026-12"})
    assert of_projects(projects, later) == []
    moved = of_projects(later, later.assign(**{Projects.PLANNED_FINISH: "2027-06"}))
    assert {(one.before, one.after) for one in moved} == {("2026-12", "2027-06")}
    assert {one.kind for one in moved} == {Kind.TARGET_MOVED}


def test_a_project_that_the_new_table_no_longer_has_would_go(plan_board):
    projects = plan_board.projects
    first = projects.iloc[0]
    gone = Consequence(Kind.GOES, first[Projects.ID], first[Projects.NAME])
    assert of_projects(projects, pd.DataFrame(projects.iloc[1:])) == [gone]
