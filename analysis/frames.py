"""Small steps every metric shares: taking a native table in, joining, giving it back."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

import narwhals as nw
from narwhals.typing import IntoFrame, IntoFrameT

from domain.rulebook import Rulebook, RuleSet
from domain.rules import MONTHS, ScheduleRule

Frame: TypeAlias = nw.LazyFrame[Any]
Said = TypeVar("Said")

PPM_PER_PERCENT = 10_000
_POINT_STEPS = 1e9  # a gap keeps nine decimals
_MOST_POINTS = 1e6  # beyond it nine decimals are not there to be kept, and a whole number overflows
_MONTH_STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_FEBRUARY = 2
_NO_MONTH = "0000-01"  # an empty text is no number in any engine


class UnsafeTableError(TypeError):
    """A pyarrow table was handed to a metric."""


def lazy(table: IntoFrame) -> Frame:
    """Take a pandas, DuckDB, Ibis or Spark table as one lazy frame.

    Raises:
        UnsafeTableError: for a pyarrow table, on which a window over 100,000 rows was seen to give
            wrong values without an error; ``table.to_pandas()`` is safe.
    """
    frame = nw.from_native(table)
    if frame.implementation.is_pyarrow():
        raise UnsafeTableError("a metric takes pandas or a lazy engine, not a pyarrow table")
    return frame.lazy()


def given_back(frame: Frame, like: IntoFrameT) -> IntoFrameT:
    """Return ``frame`` as the kind of table that ``like`` is."""
    if isinstance(nw.from_native(like), nw.DataFrame):
        return frame.collect().to_native()
    return frame.to_native()


def share(part: nw.Expr, whole: nw.Expr) -> nw.Expr:
    """Return part ÷ whole in percent; empty where either is empty or the whole is zero."""
    divisor = nw.when(whole != 0).then(whole.cast(nw.Float64))
    return part.cast(nw.Float64) * 100 / divisor


def constant(number: float) -> nw.Expr:
    """Return the same float in every row; PostgreSQL takes a bare literal for a decimal."""
    return nw.lit(repr(float(number))).cast(nw.Float64)


def counted(condition: nw.Expr) -> nw.Expr:
    """Return 1 where the condition holds and 0 elsewhere, to be summed.

    PostgreSQL cannot cast true to a whole number.
    """
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def summed(*columns: str) -> list[nw.Expr]:
    """Return sums as whole numbers again: DuckDB and PostgreSQL make decimals of them."""
    return [nw.col(column).cast(nw.Int64) for column in columns]


def mean(total: nw.Expr, number: nw.Expr) -> nw.Expr:
    """Return sum ÷ number; empty where there is no number.

    The engines' own means divide in types of their own, so their last digits differ.
    """
    return total.cast(nw.Float64) / nw.when(number > 0).then(number.cast(nw.Float64))


def rounded_points(points: nw.Expr) -> nw.Expr:
    """Return 百分点 with nine decimals, half upwards, so that 80 - 80 is 0.

    Every engine rounds halves in its own way, but floors alike.
    """
    steps = (points * _POINT_STEPS + 0.5).floor().cast(nw.Float64)
    within = (points > -_MOST_POINTS) & (points < _MOST_POINTS)
    return nw.when(within).then(steps / _POINT_STEPS).otherwise(points)


def month_number(period: nw.Expr) -> nw.Expr:
    """Count months of a period column (text, ``2026-10``) from year 0, as ``Period.index`` does.

    An empty period counts as the first month.
    """
    text = period.fill_null(_NO_MONTH).str
    return text.slice(0, 4).cast(nw.Int64) * MONTHS + text.slice(5, 2).cast(nw.Int64) - 1


def by_rule_of_its_time(
    period: nw.Expr,
    rulebook: Rulebook,
    said: Callable[[RuleSet], Said],
    judged: Callable[[Said], nw.Expr],
) -> nw.Expr:
    """Judge each row by what the set in force in its month (text, ``2026-10``) says.

    Months are looked at only where a set says something else than the one before it; with one set
    the expression is ``judged`` itself.
    """
    first, *later = rulebook.in_order
    now = said(first)
    found = judged(now)
    for one in later:
        if said(one) != now:
            now = said(one)
            since = period >= str(one.effective)
            found = nw.when(since).then(judged(now)).otherwise(found)
    return found


def schedule_percent(period: nw.Expr, rulebook: Rulebook) -> nw.Expr:
    """Return 序时进度 of a period column (text, ``2026-10``) in percent, by the rule of its time.

    Source: the same rules as ``Rulebook.schedule_percent``; a test holds them equal.
    """
    return by_rule_of_its_time(
        period, rulebook, lambda one: one.schedule, lambda rule: _schedule_percent(period, rule)
    )


def _schedule_percent(period: nw.Expr, rule: ScheduleRule) -> nw.Expr:
    month = period.str.slice(5, 2).cast(nw.Int64)
    if rule is ScheduleRule.MONTHS:
        return month.cast(nw.Float64) * 100 / MONTHS
    year = period.str.slice(0, 4).cast(nw.Int64)
    leap = counted((year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0)))
    passed: nw.Expr = nw.when(month == 1).then(nw.lit(_MONTH_STARTS[1]))
    for number in range(_FEBRUARY, MONTHS + 1):
        days = leap + _MONTH_STARTS[number]
        passed = nw.when(month == number).then(days).otherwise(passed)
    return passed.cast(nw.Float64) * 100 / (leap + 365)
