"""Who is furthest behind: of equal gaps the dearer item first, and how many are red in all."""

from dataclasses import replace

import pytest

from analysis.charts.words import Words
from analysis.gallery import EXHIBITS
from analysis.views import past
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def tied_board(illustrated_board):
    """Everything reported is a tenth done, whatever it costs."""
    same = {"year_plan_yuan": None, "percent_done_ppm": 100_000}
    reports = illustrated_board.reports
    known = {name: cell for name, cell in same.items() if name in reports}
    tied = reports.assign(**known).astype(reports.dtypes.to_dict())
    return replace(illustrated_board, reports=tied)


def test_of_equal_gaps_the_item_with_more_money_at_stake_stands_first(tied_board):
    table = past.furthest_behind(tied_board, OCTOBER)
    assert table["gap_points"].nunique() == 1
    totals = tied_board.projects.set_index("project_id")["total_investment_yuan"].dropna()
    stakes = [totals[item] for item in table["item_id"] if item in totals]
    assert len(stakes) > 1
    assert stakes == sorted(stakes, reverse=True)
    assert table["item_id"].iloc[0] in totals


def test_it_is_said_how_many_are_red_where_not_all_are_listed(tied_board):
    words = Words(catalogue("zh"), tied_board.plan)
    count = len(past.furthest_behind(tied_board, OCTOBER))
    said = EXHIBITS["gaps"].measure(tied_board, OCTOBER, words)
    assert said == f"百分点（差距相同的，年度计划投资多者在前）｜共 {count} 项严重滞后，列出前 8 项"
