"""The made-up year shows every warning where a table written by hand says, on any day."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from analysis.charts import warned
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted, Raised
from domain.columns import Reports
from domain.periods import Period, between
from domain.warnings import Warned
from store.boards import board_of
from store.readable import end_of
from store.tables import tables
from store.warning_acts import key_of_row, month_of
from store.watching import month_warnings, watched
from tests.conftest import ROOT
from texts import catalogue

# Month, day looked at it, warning, item, unit (of a warning that is about one).
EXPECTED = (
    ("2026-10", date(2026, 11, 1), "missing", "T05", "财政局"),
    ("2026-10", date(2026, 11, 1), "missing", "P09", "经济发展局"),
    ("2026-09", date(2026, 10, 1), "late", "T01", "关堤乡"),
    ("2026-10", date(2026, 11, 1), "same_as_last", "T07", "科学技术局"),
    ("2026-10", date(2026, 11, 1), "stagnating", "P07", None),
    ("2026-07", date(2026, 8, 1), "regressing", "P06", "经济发展局"),
    ("2026-10", date(2026, 11, 1), "behind", "P03", None),
    ("2026-07", date(2026, 8, 1), "overdue", "T10", None),
    ("2026-10", date(2026, 11, 1), "over_total", "P04", None),
    ("2026-05", date(2026, 6, 1), "measure_suspect", "P02", "经济发展局"),
    ("2026-06", date(2026, 7, 1), "target_moved", "P03", None),
    ("2026-10", date(2026, 11, 1), "units_disagree", "T06", None),
    # The same year looked at while it was going on.
    ("2026-05", date(2026, 5, 31), "measure_suspect", "P02", "经济发展局"),
    ("2026-06", date(2026, 6, 30), "target_moved", "P03", None),
    ("2026-07", date(2026, 7, 31), "regressing", "P06", "经济发展局"),
    ("2026-07", date(2026, 7, 31), "stagnating", "P06", None),
    ("2026-09", date(2026, 9, 30), "late", "T01", "关堤乡"),
    ("2026-10", date(2026, 10, 27), "missing", "T05", "财政局"),  # the day after the due day
)
UNEXPECTED = (
    ("2026-09", date(2026, 9, 29), "late", "T02", "社会事务局"),  # the 25th was a holiday: in time
    ("2026-10", date(2026, 10, 26), "missing", "T05", "财政局"),  # not due before the evening
    ("2026-06", date(2026, 7, 1), "overdue", "T10", None),  # the month it is due in
    ("2026-09", date(2026, 10, 1), "over_total", "P04", None),
    ("2026-06", date(2026, 6, 20), "missing", "T05", "财政局"),  # not due before the 25th
    ("2026-06", date(2026, 6, 5), "target_moved", "P03", None),  # it was moved later that month
    ("2026-04", date(2026, 5, 1), "measure_suspect", "P02", "经济发展局"),
    # The right month after the wrong one.
    ("2026-06", date(2026, 6, 30), "measure_suspect", "P02", "经济发展局"),
    ("2026-06", date(2026, 7, 1), "measure_suspect", "P02", "经济发展局"),
)


@pytest.fixture(scope="session")
def found_in(made):
    """Give the warnings of a month as they are on a day, worked out once."""

    @cache
    def found_in_(month, day):
        now = tables(made.ledger, made.ledger.version_on(day))
        board = board_of(made, now, until=end_of(day))
        period = Period.parse(month)
        return month_warnings(watched(made, board, period, today=day, until=end_of(day)), period)

    return found_in_


def raised(found):
    units = [None if unit != unit else unit for unit in found.responsible_unit]  # noqa: PLR0124 - NaN
    return set(zip(found.rule, found.item_id, units, strict=True))


def test_the_table_has_every_warning():
    assert {one[2] for one in EXPECTED} == set(Warned)


@pytest.mark.parametrize(("month", "day", "rule", "item", "unit"), EXPECTED, ids=str)
def test_a_warning_is_raised_where_the_table_says(found_in, month, day, rule, item, unit):
    assert (rule, item, unit) in raised(found_in(month, day))


@pytest.mark.parametrize(("month", "day", "rule", "item", "unit"), UNEXPECTED, ids=str)
def test_no_warning_is_raised_before_its_time(found_in, month, day, rule, item, unit):
    assert (rule, item, unit) not in raised(found_in(month, day))


@pytest.mark.parametrize(
    "asked", {one[2]: one for one in EXPECTED}.values(), ids=lambda one: one[2]
)
def test_a_warning_says_its_rule_its_threshold_and_the_figures_it_rests_on(made, found_in, asked):
    month, day, rule, item, _ = asked
    words = Words(catalogue("zh"), made.plan)
    rows = [
        row
        for row in rows_of(found_in(month, day))
        if (row[Raised.RULE], row[Reports.ITEM_ID]) == (rule, item)
    ]
    for row in rows:
        threshold = row[Raised.THRESHOLD]
        shown = "" if threshold is None else f"{threshold:,g}".replace("-", "−")
        assert warned.named(rule, words)
        assert shown in warned.rule(row, words)
        assert any(letter.isdigit() for letter in warned.seen(row, words))
    assert rows


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_warning_that_the_readme_answers_is_raised_in_the_year_too(found_in, page):
    (key,) = re.findall(r"warning explain '([^']+)'", (ROOT / page).read_text("utf-8"))
    rows = rows_of(found_in(month_of(key), date(2026, 11, 1)))
    assert key in {key_of_row(row) for row in rows}


def test_what_is_behind_names_the_measure_it_was_judged_by(made, found_in):
    words = Words(catalogue("zh"), made.plan)
    rows = rows_of(found_in("2026-10", date(2026, 11, 1)))
    said = {row["item_id"]: warned.seen(row, words) for row in rows if row["rule"] == "behind"}
    assert said["P03"] == "2026年10月投资完成率 47.8%，序时进度 83.3%，相差 −35.6 个百分点"
    assert said["P05"].startswith("2026年10月完成进度 40.1%，")  # it states no year plan


def test_another_rule_changes_only_the_months_from_its_effective_month_on(made):
    day, august = date(2026, 11, 1), Period(2026, 8)
    board = board_of(made, tables(made.ledger))
    book = board.plan.rulebook
    stricter = replace(
        book.at(august),
        name="严",
        effective=august,
        yellow_below=0,
        red_below=-1,
        due_day=10,
        stagnant_periods=1,
        spread_points=1,
    )
    changed = board.judged_by(book.with_set(stricter))
    for month in between(Period(2026, 1), Period(2026, 10)):
        before, after = (
            month_warnings(watched(made, one, month, today=day), month) for one in (board, changed)
        )
        assert before.equals(after) == (month < august), str(month)
        lights = [list(one.standing(month)[Counted.LIGHT]) for one in (board, changed)]
        assert (lights[0] == lights[1]) or month >= august, str(month)


@pytest.mark.parametrize("month", ["2026-01", "2026-02"])
def test_the_new_year_takes_no_task_for_one_that_fell_or_stood(found_in, month):
    found = found_in(month, date(2026, 3, 1))
    of_tasks = found[(found.item_kind == "任务") & found.rule.isin(["regressing", "stagnating"])]
    assert of_tasks.empty
