"""A sheet without a column says nothing about it."""

import pandas as pd

from ingest.carried import AMOUNTS, with_amounts_kept

KEY = {"period": "2026-10", "item_id": "P01", "responsible_unit": "经济发展局"}


def reports(**amounts):
    row = {**KEY, **dict.fromkeys(AMOUNTS), **amounts}
    return pd.DataFrame([row]).astype(dict.fromkeys(AMOUNTS, "Int64"))


def test_an_absent_column_keeps_the_amount_already_reported():
    before = reports(year_plan_yuan=24, done_total_yuan=51)
    kept = with_amounts_kept(reports(done_total_yuan=66), before, {"done_total_yuan"})
    assert kept[list(AMOUNTS)].iloc[0].to_list() == [66, 24, pd.NA]


def test_an_empty_cell_of_a_column_that_is_there_takes_the_amount_back():
    before = reports(year_plan_yuan=24)
    kept = with_amounts_kept(reports(), before, set(AMOUNTS))
    assert kept["year_plan_yuan"].isna().all()


def test_a_report_about_something_new_keeps_nothing():
    before = reports(year_plan_yuan=24).assign(item_id="P02")
    assert with_amounts_kept(reports(), before, set())["year_plan_yuan"].isna().all()
