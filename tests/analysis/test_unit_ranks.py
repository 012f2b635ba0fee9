"""Units that report equally well share a rank, and nobody is named last for being a tie."""

import pandas as pd

from analysis.metrics import unit_ranks


def ranked(**rates):
    table = pd.DataFrame({"responsible_unit": list(rates), "rate": list(rates.values())})
    found = unit_ranks.ranked(table.astype({"rate": "Float64"}), "rate")
    return {row.responsible_unit: row.rank for row in found.itertuples(index=False)}, {
        row.responsible_unit for row in found.itertuples() if row.is_last
    }


def test_equal_rates_share_a_rank_and_the_next_rank_counts_them_all():
    ranks, _ = ranked(甲=100, 乙=100, 丙=90, 丁=80)
    assert ranks == {"甲": 1, "乙": 1, "丙": 3, "丁": 4}


def test_two_thirds_and_four_sixths_are_the_same_rate():
    ranks, _ = ranked(甲=2 * 100 / 3, 乙=4 * 100 / 6, 丙=10)
    assert (ranks["甲"], ranks["乙"]) == (1, 1)


def test_the_last_three_are_named():
    assert ranked(甲=100, 乙=90, 丙=80, 丁=70, 戊=60)[1] == {"丙", "丁", "戊"}


def test_a_tie_that_reaches_beyond_three_is_left_out():
    assert ranked(甲=100, 乙=90, 丙=90, 丁=90, 戊=60)[1] == {"戊"}


def test_the_lowest_rank_is_named_whole_however_many_share_it():
    assert ranked(甲=100, 乙=90, 丙=90, 丁=90, 戊=90)[1] == {"乙", "丙", "丁", "戊"}


def test_nobody_is_last_where_all_are_first():
    assert ranked(甲=0, 乙=0) == ({"甲": 1, "乙": 1}, set())


def test_the_first_of_three_is_not_among_the_last_three():
    assert ranked(甲=100, 乙=90, 丙=80)[1] == {"乙", "丙"}


def test_a_unit_without_a_rate_is_not_ranked():
    assert ranked(甲=None, 乙=50) == ({"乙": 1}, set())
