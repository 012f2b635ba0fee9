"""What is kept of a look of supervision is what would be worked out, and of that look alone."""

from datetime import date

from pandas.testing import assert_frame_equal

from analysis.exhibits.supervision import months_shown
from analysis.views import supervision
from domain.periods import Period
from store.aggregates import Aggregates
from store.boards import board_of
from store.tables import tables
from store.watching import month_warnings, watched

OCTOBER, IN_NOVEMBER, BEFORE_IT_IS_DUE = Period(2026, 10), date(2026, 11, 1), date(2026, 10, 20)


def told(office, board, day=IN_NOVEMBER):
    seen = watched(office, board, OCTOBER, today=day)
    months = months_shown(seen, OCTOBER)
    return [
        seen.submissions,
        supervision.board_of_units(seen, months),
        supervision.rates(seen, months),
        supervision.owing(seen, months),
        month_warnings(seen, OCTOBER),
    ]


def test_what_is_kept_is_the_same_on_every_day_that_is_looked_at(made, tmp_path):
    plain = board_of(made, tables(made.ledger))
    shelf = Aggregates(made.ledger, tmp_path, plain.version, plain.plan)
    for day in (IN_NOVEMBER, BEFORE_IT_IS_DUE, IN_NOVEMBER):  # worked out twice, then found
        kept = told(made, plain.backed_by(shelf=shelf), day)
        for one, other in zip(kept, told(made, plain, day), strict=True):
            assert_frame_equal(one, other)
    assert list(tmp_path.rglob("*.arrow"))
