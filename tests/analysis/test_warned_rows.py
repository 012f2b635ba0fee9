"""A warning shows the rows it rests on: those it compared, and no other."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.metrics.columns import Raised
from analysis.views.supervision import Watched
from analysis.warned_rows import due_of, reports_of, standing_of
from domain.columns import Reports
from domain.periods import Period
from tests.analysis.submitted import submissions

OCTOBER = Period(2026, 10)
CAME = submissions(
    ("2026-08", "T05", "财政局", {}),
    ("2026-09", "T05", "财政局", {}),
    ("2026-10", "T05", "财政局", {}),
    ("2026-09", "T05", "审计局", {}),
    ("2026-10", "T05", "审计局", {}),
    ("2026-10", "T06", "财政局", {}),
)


@pytest.fixture
def seen(illustrated_board):
    due = {OCTOBER: "2026-10-26"}
    return Watched(illustrated_board, CAME, "2026-11-01", due, first=OCTOBER)


def warning(rule, unit, **evidence):
    empty = dict.fromkeys(map(str, Raised))
    place = {Reports.KIND: "任务", Reports.ITEM_ID: "T05", Reports.RESPONSIBLE_UNIT: unit}
    return {**empty, **place, Reports.PERIOD: "2026-10", "rule": rule, **evidence}


def told(table):
    return list(zip(table.period, table.responsible_unit, strict=True))


@pytest.mark.parametrize("rule", ["same_as_last", "regressing", "measure_suspect"])
def test_a_comparison_of_two_months_shows_these_two_reports_of_the_unit(seen, rule):
    row = warning(rule, "财政局", was_text="2026-08")
    assert told(reports_of(row, seen)) == [("2026-08", "财政局"), ("2026-10", "财政局")]


def test_a_standstill_shows_every_month_and_every_unit_of_the_item(seen):
    found = reports_of(warning("stagnating", None, was_text="2026-09"), seen)
    assert [month for month, _ in told(found)] == ["2026-09", "2026-09", "2026-10", "2026-10"]


def test_units_that_disagree_are_shown_side_by_side(seen):
    found = reports_of(warning("units_disagree", None), seen)
    assert {unit for _, unit in told(found)} == {"财政局", "审计局"}
    assert set(found.period) == {"2026-10"}


def test_what_is_missing_shows_its_due_day_and_no_receipt(seen):
    nothing = replace(seen, submissions=CAME.iloc[:0])
    found = due_of(warning("missing", "财政局"), nothing)
    assert list(found.due_on) == ["2026-10-26"]
    assert pd.isna(found.received_on).all()


def test_what_is_behind_shows_where_the_item_stands(seen):
    found = standing_of(warning("behind", None), seen)
    assert list(found.item_id) == ["T05"]
    assert reports_of(warning("behind", None), seen).empty
