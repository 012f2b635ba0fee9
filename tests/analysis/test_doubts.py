"""Beside a sum stands whose amounts in it are in doubt."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import doubts
from analysis.charts.words import Words
from analysis.views import warned
from domain.periods import Period
from tests.analysis.submitted import submissions, watch
from texts import catalogue

HYDROGEN, MINING, HARBOUR, AIRPORT = "P1 氢能", "P2 矿山", "P3 港口", "P4 机场"


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def found(*rows):
    told = [(rule, figure, "项目", *item.split(), "财政局") for rule, figure, item in rows]
    columns = ["rule", "figure", "item_kind", "item_id", "item_name", "responsible_unit"]
    return doubts.amounts_of(pd.DataFrame(told, columns=columns))


def test_a_tile_names_the_item_whose_amount_it_counts_once_and_no_other(words):
    doubted = found(
        ("measure_suspect", "done_total_yuan", HYDROGEN),
        ("regressing", "done_total_yuan", HYDROGEN),
        ("regressing", "percent_done_ppm", MINING),
        ("behind", None, HARBOUR),
    )
    assert doubts.note(doubts.Doubted(doubted, found()), "done", words) == "▲ 含存疑金额：P1 氢能"
    assert doubts.note(doubts.Doubted(doubted, found()), "completion", words) == ""
    assert doubts.note(doubts.Doubted(doubted, found()), "reporting", words) == ""


def test_the_rate_of_the_year_is_in_doubt_where_what_is_done_this_year_is(words):
    doubted = found(
        ("regressing", "done_ytd_yuan", HYDROGEN), ("regressing", "done_ytd_yuan", MINING)
    )
    assert (
        doubts.note(doubts.Doubted(doubted, found()), "completion", words)
        == "▲ 含存疑金额：P1 氢能等 2 项"
    )
    assert doubts.note(doubts.Doubted(doubted, found()), "done", words) == ""


def test_the_line_of_a_page_names_whose_amounts_they_are_and_counts_the_rest(words):
    three, four = (HYDROGEN, MINING, HARBOUR), (HYDROGEN, MINING, HARBOUR, AIRPORT)
    said = doubts.line(found(*(("regressing", "done_total_yuan", one) for one in three)), words)
    assert said.endswith("请核对：P1 氢能（财政局）、P2 矿山（财政局）、P3 港口（财政局）")
    said = doubts.line(found(*(("regressing", "done_total_yuan", one) for one in four)), words)
    assert "其中 4 项" in said
    assert said.endswith("P1 氢能（财政局）、P2 矿山（财政局）等")


def test_nothing_is_said_where_no_amount_is_in_doubt(words):
    assert doubts.line(found(), words) == ""
    assert doubts.line(found(("behind", None, HYDROGEN)), words) == ""


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ((), (HYDROGEN,), "▲ 上月数含存疑金额：P1 氢能"),
        ((), (HYDROGEN, MINING), "▲ 上月数含存疑金额：P1 氢能等 2 项"),
        ((MINING,), (HYDROGEN,), "▲ 含存疑金额：P2 矿山"),
    ],
)
def test_a_month_told_against_a_doubtful_one_says_so(words, now, before, said):
    doubted = doubts.Doubted(
        *(
            found(*(("regressing", "done_total_yuan", one) for one in side))
            for side in (now, before)
        )
    )
    assert doubts.note(doubted, "done", words) == said
    assert "较上月的增减受其影响：P1 氢能（财政局）" in doubts.line_before(doubted.before, words)


def slipped(board, month):
    """A look at a board of which P02 slipped in October and was right again in November."""
    amounts = {"2026-09": 1_000_000_000, "2026-10": 100_000, "2026-11": 1_100_000_000}
    came = submissions(
        *((one, "P02", "经济发展局", {"done_total_yuan": yuan}) for one, yuan in amounts.items())
    )
    return replace(watch(board, month), submissions=came)


def test_the_month_after_a_slip_knows_what_its_difference_rests_on(illustrated_board):
    november = Period(2026, 11)
    doubted = doubts.beside(slipped(illustrated_board, november), november)
    assert doubted.now.empty
    assert set(doubted.before["item_id"]) == {"P02"}


def test_amounts_in_doubt_are_found_alone_as_among_all_warnings(illustrated_board):
    october = Period(2026, 10)
    seen = slipped(illustrated_board, october)
    alone = doubts.amounts_of(warned.of_amounts(seen, october)).reset_index(drop=True)
    assert len(alone)
    among = doubts.amounts_of(warned.of_month(seen, october)).reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, among, check_dtype=False)


def test_the_first_month_of_all_has_none_before_it(plan_board):
    first = Period(2020, 3)
    assert doubts.beside(watch(plan_board, first), first).before.empty
