"""What another rulebook would change in warnings, told before it is written."""

from dataclasses import replace

import pytest

from analysis.rule_warnings import Gain, gains, judged_otherwise
from analysis.views.supervision import Watched
from domain.periods import Period
from domain.warnings import Warned
from tests.analysis.submitted import submissions

SEPTEMBER, OCTOBER = Period(2026, 9), Period(2026, 10)
CAME = submissions(("2026-10", "T05", "财政局", {"received_on": "2026-10-23"}))


@pytest.fixture
def earlier(plan):
    """The delivered rules, and reports due five days earlier from October on."""
    return plan.rulebook.with_set(replace(plan.rulebook.at(OCTOBER), effective=OCTOBER, due_day=20))


def looks(board, book):
    now = Watched(board, CAME, "2026-10-24", {OCTOBER: "2026-10-26"}, first=OCTOBER)
    then = replace(now, board=board.judged_by(book), due={OCTOBER: "2026-10-20"})
    return now, then


def test_only_months_that_another_set_judges_are_looked_at(plan, earlier):
    both = (SEPTEMBER, OCTOBER)
    assert judged_otherwise(plan.rulebook, earlier, both) == (OCTOBER,)
    assert judged_otherwise(plan.rulebook, plan.rulebook, both) == ()


def test_an_earlier_due_day_makes_reports_late_and_missing(illustrated_board, earlier):
    now, then = looks(illustrated_board, earlier)
    found = {one.rule: one for one in gains(now, then, (OCTOBER,))}
    assert found[Warned.LATE] == Gain(OCTOBER, Warned.LATE, gained=1, lost=0)
    expected = len(illustrated_board.expected)
    assert found[Warned.MISSING] == Gain(OCTOBER, Warned.MISSING, gained=expected - 1, lost=0)
    assert set(found) == {Warned.LATE, Warned.MISSING}


def test_taken_the_other_way_round_they_are_lost(illustrated_board, earlier):
    now, then = looks(illustrated_board, earlier)
    found = {one.rule: (one.gained, one.lost) for one in gains(then, now, (OCTOBER,))}
    assert found[Warned.LATE] == (0, 1)
