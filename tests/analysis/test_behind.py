"""Who is furthest behind: of equal gaps the dearer item first, and how many are red in all."""

from dataclasses import replace

import pytest

from analysis.behind import ALL
from analysis.exhibits import progress
from analysis.gallery import EXHIBITS
from analysis.views import past
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def tied_board(illustrated_board):
    """Everything reported is a tenth done, whatever it costs."""
    return tied(illustrated_board, 100_000)


def tied(board, percent_done_ppm):
    same = {"year_plan_yuan": None, "percent_done_ppm": percent_done_ppm}
    known = {name: cell for name, cell in same.items() if name in board.reports}
    reports = board.reports.assign(**known).astype(board.reports.dtypes.to_dict())
    return replace(board, reports=reports)


def test_of_equal_gaps_the_item_with_more_money_at_stake_stands_first(tied_board):
    table = past.furthest_behind(tied_board, OCTOBER)
    assert table["gap_points"].nunique() == 1
    totals = tied_board.projects.set_index("project_id")["total_investment_yuan"].dropna()
    stakes = [totals[item] for item in table["item_id"] if item in totals]
    assert len(stakes) > 1
    assert stakes == sorted(stakes, reverse=True)
    assert table["item_id"].iloc[0] in totals


def test_it_is_said_how_many_are_red_where_not_all_are_listed(tied_board):
    count = len(past.furthest_behind(tied_board, OCTOBER))
    said = EXHIBITS["gaps"].extent(tied_board, OCTOBER).said(catalogue("zh"))
    assert said == f"共 {count} 项严重滞后，列出前 8 项"


def test_where_nothing_is_red_it_is_said_how_many_are_behind(illustrated_board):
    board = tied(illustrated_board, 700_000)  # 13.3 points behind at the end of October
    count = len(past.furthest_behind(board, OCTOBER))
    said = EXHIBITS["gaps"].extent(board, OCTOBER).said(catalogue("zh"))
    assert said == f"共 {count} 项，图示第 1—8 项"


def test_what_is_on_schedule_is_not_counted_as_behind(illustrated_board):
    assert EXHIBITS["gaps"].extent(tied(illustrated_board, 820_000), OCTOBER) is None


def test_what_is_on_schedule_is_not_among_what_is_behind(illustrated_board):
    lights = set(progress.behind_of(illustrated_board, OCTOBER, ALL)["light"])
    assert lights == {"red", "yellow"}
    assert "green" in set(past.furthest_behind(illustrated_board, OCTOBER)["light"])
