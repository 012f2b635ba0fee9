"""The illustrative year: a ledger whose entries bear the made-up days."""

from dataclasses import replace
from datetime import date

import pytest

from commands.illustrated import year
from commands.illustrated.loading import load_year
from domain.columns import Projects, Reports
from domain.warnings import Warned
from store.tables import tables
from tests.conftest import ROOT

SCRIPT = year.script(ROOT / "data")
SUSPECT = Warned.MEASURE_SUSPECT


def test_the_plans_own_items_report_for_a_year_and_a_month(made):
    now = tables(made.ledger)
    assert now.illustrative
    assert len(now.reports[Reports.PERIOD].unique()) == 13
    assert len(now.projects) == len(now.tasks) == 10


def test_what_the_plan_does_not_disclose_stays_so(made):
    now = tables(made.ledger)
    assert now.projects[Projects.TOTAL_YUAN].isna().sum() == 6
    undisclosed = now.projects[Projects.ID][now.projects[Projects.TOTAL_YUAN].isna()]
    reported = now.reports[now.reports[Reports.ITEM_ID].isin(undisclosed)]
    assert reported[Reports.DONE_TOTAL_YUAN].isna().all()


def test_a_day_of_the_year_can_be_looked_back_to(made):
    spring = tables(made.ledger, made.ledger.version_on(date(2026, 4, 1)))
    assert spring.latest_period == "2026-03"


def test_one_unit_came_after_the_due_day(made):
    late = [one for one in made.ledger.uploads() if "关堤乡" in one.filename]
    assert [one.at.date() for one in late] == [date(2026, 9, 30)]


def test_the_finish_that_moved_says_why(made):
    (moved,) = [one for one in made.ledger.uploads() if one.reason]
    assert (moved.kind, moved.at.date()) == ("projects", date(2026, 6, 10))


def test_what_is_done_since_the_start_and_this_year_agree_for_every_project(made):
    reports = tables(made.ledger).reports.dropna(subset=[Reports.DONE_TOTAL_YUAN])
    mistaken = {(one.item_id, str(one.period)) for one in SCRIPT.turns if one.warning == SUSPECT}
    done = {
        (row[Reports.ITEM_ID], row[Reports.PERIOD]): row[Reports.DONE_TOTAL_YUAN]
        for row in reports.to_dict("records")
    }
    for row in reports.dropna(subset=[Reports.DONE_YTD_YUAN]).to_dict("records"):
        item, period = row[Reports.ITEM_ID], row[Reports.PERIOD]
        if (item, period) not in mistaken and (item, "2025-12") in done and period > "2025-12":
            since = row[Reports.DONE_TOTAL_YUAN] - done[item, "2025-12"]
            assert (item, period, row[Reports.DONE_YTD_YUAN]) == (item, period, since)


@pytest.mark.parametrize("turn", SCRIPT.turns, ids=lambda turn: f"{turn.warning} {turn.item_id}")
def test_every_turn_meets_a_row_of_the_year(made, turn):
    (planned,) = [
        row
        for row in year.Year(SCRIPT, tables(made.ledger, 2)).planned(turn.period)
        if turn.touches(row)
    ]
    assert planned[0] == str(turn.period)


def test_every_slip_meets_one_row_and_is_said_otherwise_than_it_is(made):
    for slip in SCRIPT.corrections:
        rows = year.Year(SCRIPT, tables(made.ledger, 2)).planned(slip.period)
        (right,) = [row for row in rows if slip.touches(row)]
        assert slip.slipped(right) != right


def test_loading_again_adds_nothing(made):
    before = made.ledger.version()
    assert load_year(made, actor="示例") == ()
    assert made.ledger.version() == before


def test_a_plan_with_projects_of_its_own_is_told_so(made, script):
    other = replace(script, courses={"P01": script.courses["P01"]})
    assert not year.Year(other, tables(made.ledger, 2)).is_of_this_plan
    assert year.Year(script, tables(made.ledger, 2)).is_of_this_plan
