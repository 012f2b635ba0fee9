"""The made-up year shows every badge of the reporting board where a table written by hand says."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.metrics.columns import Counted
from analysis.metrics.reporting_board import State
from analysis.views.supervision import board_of_units
from domain.columns import Reports
from domain.periods import Period, between
from store.boards import board_of
from store.readable import end_of
from store.tables import tables
from store.watching import watched

MONTHS = between(Period(2025, 10), Period(2026, 10))
NOVEMBER = date(2026, 11, 1)

# Everybody reports on the 23rd but for what year.toml turns. Month, unit, and from which day on the
# cell shows which badge; before the first of its days nobody looks.
EXPECTED = (
    # The 25th of September is 中秋节: due on Monday the 28th, on which one unit is still in time.
    (
        "2026-09",
        "社会事务局",
        ((date(2026, 9, 1), "outstanding"), (date(2026, 9, 28), "on_time"), (NOVEMBER, "on_time")),
    ),
    (
        "2026-09",
        "关堤乡",
        (
            (date(2026, 9, 1), "outstanding"),
            (date(2026, 9, 28), "outstanding"),
            (date(2026, 9, 29), "missing"),
            (date(2026, 9, 30), "late"),
            (NOVEMBER, "late"),
        ),
    ),
    # 15 % was sent for 51 %, and the right number eleven days later.
    (
        "2026-08",
        "振中街道",
        (
            (date(2026, 8, 22), "outstanding"),
            (date(2026, 8, 23), "on_time"),
            (date(2026, 9, 2), "on_time"),
            (date(2026, 9, 3), "corrected"),
            (NOVEMBER, "corrected"),
        ),
    ),
    ("2026-10", "科学技术局", ((date(2026, 10, 22), "outstanding"), (NOVEMBER, "same_as_last"))),
    # T05 does not come; the 25th of October is a Sunday.
    (
        "2026-10",
        "财政局",
        ((date(2026, 10, 26), "outstanding"), (date(2026, 10, 27), "missing")),
    ),
    # P07 says what it said; P09 does not come, which weighs more once it is due.
    (
        "2026-10",
        "经济发展局",
        ((date(2026, 10, 26), "same_as_last"), (date(2026, 10, 27), "missing")),
    ),
    ("2026-10", "振中街道", ((date(2026, 10, 22), "outstanding"), (date(2026, 10, 23), "on_time"))),
    ("2026-07", "振中街道", ((date(2026, 7, 23), "on_time"), (NOVEMBER, "on_time"))),
    ("2025-09", "振中街道", ((NOVEMBER, "nothing_expected"),)),  # before anybody reported
)
CELLS = [(day, month, unit, state) for month, unit, days in EXPECTED for day, state in days]

# The 25th of the month, or the next workday after it.
DUE = {
    "2025-10": "2025-10-27",  # a Saturday
    "2025-11": "2025-11-25",
    "2025-12": "2025-12-25",
    "2026-01": "2026-01-26",  # a Sunday
    "2026-02": "2026-02-25",  # two days after 春节
    "2026-03": "2026-03-25",
    "2026-04": "2026-04-27",  # a Saturday
    "2026-05": "2026-05-25",
    "2026-06": "2026-06-25",
    "2026-07": "2026-07-27",  # a Saturday
    "2026-08": "2026-08-25",
    "2026-09": "2026-09-28",  # 中秋节 from Friday to Sunday
    "2026-10": "2026-10-26",  # a Sunday
}


def cells(office, months, day, board=None):
    """The cells of the reporting board as of a day, by unit and month."""
    if board is None:
        now = tables(office.ledger, office.ledger.version_on(day))
        board = board_of(office, now, until=end_of(day))
    table = board_of_units(watched(office, board, months[-1], today=day, until=end_of(day)), months)
    key = [Reports.RESPONSIBLE_UNIT.value, Reports.PERIOD.value]
    return table.set_index(key)


def test_the_table_has_every_badge():
    assert {state for *_, state in CELLS} == set(State)


@pytest.mark.parametrize(("day", "month", "unit", "state"), CELLS, ids=str)
def test_a_badge_is_shown_where_the_table_says(made, day, month, unit, state):
    shown = cells(made, (Period.parse(month),), day)
    assert shown.loc[(unit, month), Counted.STATE] == state


def test_no_other_cell_of_the_year_is_anything_but_in_time(made):
    shown = cells(made, MONTHS, NOVEMBER)
    found = {place for place, state in shown[Counted.STATE].items() if state != State.ON_TIME}
    said = {(unit, month) for month, unit, days in EXPECTED if days[-1][1] != State.ON_TIME}
    # 经济发展局 repeats what nobody wrote into the script: two projects that had not begun to build
    # said the same in the second month, and P07 stood still in September too.
    repeats = {("经济发展局", "2025-11"), ("经济发展局", "2026-09")}
    assert found == said - {("振中街道", "2025-09")} | repeats


def test_what_was_sent_again_says_what_it_should_have_said(made):
    def percent(day):
        now = tables(made.ledger, made.ledger.version_on(day)).reports
        row = now[(now.period == "2026-08") & (now.item_id == "T03")]
        return row[row.responsible_unit == "振中街道"].percent_done_ppm.item() / 10_000

    assert (percent(date(2026, 9, 2)), percent(date(2026, 9, 3))) == (15, 51)


def test_reports_are_due_on_the_next_workday_after_a_holiday(made):
    shown = cells(made, MONTHS, NOVEMBER).loc["振中街道"]
    assert shown[Counted.DUE_ON].to_dict() == DUE


def test_another_due_day_changes_only_the_cells_from_its_month_on(made):
    august = Period(2026, 8)
    board = board_of(made, tables(made.ledger))
    book = board.plan.rulebook
    earlier = replace(book.at(august), name="早", effective=august, due_day=10)
    before, after = (
        cells(made, MONTHS, NOVEMBER, one)
        for one in (board, board.judged_by(book.with_set(earlier)))
    )
    changed = before[Counted.DUE_ON] != after[Counted.DUE_ON]
    assert {month for _, month in changed[changed].index} == {"2026-08", "2026-09", "2026-10"}
    same = before.index.get_level_values(Reports.PERIOD) < str(august)
    assert before[same].equals(after[same])
    assert set(after.loc["振中街道"][Counted.STATE][-3:]) == {State.LATE}  # came on the 23rd
