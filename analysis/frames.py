"""Small steps every metric shares: taking a native table in, joining, giving it back."""

from typing import Any, TypeAlias

import narwhals as nw
from narwhals.typing import IntoFrame, IntoFrameT

from domain.rules import MONTHS, ScheduleRule

Frame: TypeAlias = nw.LazyFrame[Any]

PPM_PER_PERCENT = 10_000
_MONTH_STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_FEBRUARY = 2


def lazy(table: IntoFrame) -> Frame:
    """Take a pandas, DuckDB, Ibis or Spark table as one lazy frame."""
    return nw.from_native(table).lazy()


def given_back(frame: Frame, like: IntoFrameT) -> IntoFrameT:
    """Return ``frame`` as the kind of table that ``like`` is."""
    if isinstance(nw.from_native(like), nw.DataFrame):
        return frame.collect().to_native()
    return frame.to_native()


def share(part: nw.Expr, whole: nw.Expr) -> nw.Expr:
    """Return part ÷ whole in percent; empty where either is empty or the whole is zero."""
    divisor = nw.when(whole != 0).then(whole.cast(nw.Float64))
    return part.cast(nw.Float64) * 100 / divisor


def schedule_percent(period: nw.Expr, rule: ScheduleRule) -> nw.Expr:
    """Return 序时进度 of a period column (text, ``2026-10``) in percent.

    Source: the same two rules as ``domain.rules.schedule_percent``; a test holds them equal.
    """
    month = period.str.slice(5, 2).cast(nw.Int64)
    if rule is ScheduleRule.MONTHS:
        return month.cast(nw.Float64) * 100 / MONTHS
    year = period.str.slice(0, 4).cast(nw.Int64)
    leap = ((year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))).cast(nw.Int64)
    passed: nw.Expr = nw.when(month == 1).then(nw.lit(_MONTH_STARTS[1]))
    for number in range(_FEBRUARY, MONTHS + 1):
        days = leap + _MONTH_STARTS[number]
        passed = nw.when(month == number).then(days).otherwise(passed)
    return passed.cast(nw.Float64) * 100 / (leap + 365)
