"""The one rule of what is overdue, for every metric that counts or warns of it."""

import narwhals as nw

from analysis.metrics.columns import Counted

_FULL = 100


def is_done() -> nw.Expr:
    """Tell whether an item is done: 100 percent, whenever it was reported."""
    return (nw.col(Counted.PERCENT_DONE) >= _FULL).fill_null(value=False)


def is_overdue(period: str) -> nw.Expr:
    """Tell whether an item is overdue at the end of ``period`` (逾期).

    It is not done, and the month it is due in lies before ``period``: within the due month there is
    still time. An item without such a month is never overdue. The columns are ``percent_done`` and
    ``due_period``.
    """
    gone_by = (nw.col(Counted.DUE_PERIOD) < period).fill_null(value=False)
    return ~is_done() & gone_by
