"""When an item would be finished at its own pace: an estimate, never a plan."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, constant, given_back, lazy, month_number, summed
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.periods import MONTHS, Period

LAST_REPORTS = 6
FEWEST_REPORTS = 3
SLOWER, FASTER = 0.5, 2.0  # of the pace, at least: what items do later is seldom further off
FAR_YEARS = 5  # a month further off is false precision
FAR, STILL = "far", "still"  # why no month is named: it is further off, or nothing moves
_KEY = [Reports.KIND.value, Reports.ITEM_ID.value]
_INDEX, _NEWEST, _RANK, _PAIRS, _SLOPE = "_index", "_newest", "_rank", "_pairs", "_slope"
_FULL = 100
_MOST_MONTHS = 600
_WHOLE = 1e-9  # a month more than this is a month more


def of_items(by_item: IntoFrameT, items: IntoFrameT, period: str) -> IntoFrameT:
    """Measure the pace of every item. One row per item of the plan, by kind and number.

    ``points_a_month`` is the Theil–Sen slope of percent done over the months of the item's last six
    reports up to ``period``: the median of the slopes between every two of them, which one odd
    report cannot move far. The slow pace is half of it and the fast pace double of it; where the
    reports themselves lie further apart, the lower and the upper quartile of the same slopes, each
    the slope at its nearest rank. The percent of a task begins anew in January,
    so of tasks only reports of the year of ``period`` count. All three are empty with fewer than
    three reports; ``reported_months`` tells how many there are. Percent done and its month are the
    last reported ones.

    Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, Journal of
    the American Statistical Association 63 (1968); quartiles by nearest rank.
    """
    last = _last_reports(lazy(by_item), period)
    newest = last.filter(nw.col(_NEWEST) == 1).select(
        *_KEY, nw.col(Reports.PERIOD).alias(Counted.REPORTED_PERIOD.value), Counted.PERCENT_DONE
    )
    months = (
        last.group_by(*_KEY)
        .agg(nw.len().alias(Counted.REPORTED_MONTHS.value))
        .with_columns(*summed(Counted.REPORTED_MONTHS))
    )
    table = (
        lazy(items)
        .join(newest, on=_KEY, how="left")
        .join(months, on=_KEY, how="left")
        .join(_paces(_slopes(last)), on=_KEY, how="left")
        .with_columns(nw.col(Counted.REPORTED_MONTHS).fill_null(0).cast(nw.Int64))
        .sort(*_KEY)
    )
    return given_back(table, items)


def finishes(paces: IntoFrameT) -> IntoFrameT:
    """Carry each pace on to 100 percent. One row per item that is not done, by kind and number.

    A month is that of the last report plus (100 − percent done) ÷ pace, rounded up to whole
    months: at the fast pace the earliest one, at the slow pace the latest. A pace that does not
    grow, or would need more than fifty years, reaches no month, which is left empty. Months are
    whole numbers kept as floats, since a whole number cannot be empty in pandas.

    The percent of a task begins anew in January: it reaches no month after December of the year of
    its last report, and what each pace makes of it by then, from 0 to 100, is its
    ``year_end_percent``, which is empty for projects.
    """
    percent = nw.col(Counted.PERCENT_DONE)
    by_pace = (
        (Counted.YEAR_END_HIGH.value, Counted.FAST_PACE.value),
        (Counted.YEAR_END.value, Counted.PACE.value),
        (Counted.YEAR_END_LOW.value, Counted.SLOW_PACE.value),
    )
    table = (
        lazy(paces)
        .filter(~(percent >= _FULL).fill_null(value=False))
        .with_columns(
            _reached(pace).alias(month)
            for month, pace in (
                (Counted.EARLIEST.value, Counted.FAST_PACE.value),
                (Counted.LIKELY.value, Counted.PACE.value),
                (Counted.LATEST.value, Counted.SLOW_PACE.value),
            )
        )
        .with_columns(_at_year_end(pace).alias(end) for end, pace in by_pace)
        .sort(*_KEY)
    )
    return given_back(table, paces)


def _reached(pace: str) -> nw.Expr:
    grows = nw.when(nw.col(pace) > 0).then(nw.col(pace))
    needed = (constant(_FULL) - nw.col(Counted.PERCENT_DONE)) / grows
    months = -((constant(_WHOLE) - needed).floor())
    within = nw.when(months <= _MOST_MONTHS).then(months)
    reached = month_number(nw.col(Counted.REPORTED_PERIOD)).cast(nw.Float64) + within
    return nw.when(~_is_task() | (within <= _months_left())).then(reached)


def _at_year_end(pace: str) -> nw.Expr:
    percent = nw.col(Counted.PERCENT_DONE) + nw.col(pace) * _months_left()
    capped = nw.when(percent > _FULL).then(constant(_FULL)).otherwise(percent)
    return nw.when(_is_task()).then(nw.when(capped < 0).then(constant(0)).otherwise(capped))


def _is_task() -> nw.Expr:
    return nw.col(Reports.KIND) == ItemKind.TASK.value


def _months_left() -> nw.Expr:
    """Count the months from the last report to December of its year."""
    month = nw.col(Counted.REPORTED_PERIOD).fill_null("0000-12").str.slice(5, 2).cast(nw.Int64)
    return constant(MONTHS) - month.cast(nw.Float64)


def _last_reports(by_item: Frame, period: str) -> Frame:
    """Number each item's reports that state a percentage, the newest 1, and keep the last six."""
    of_year = ~_is_task() | (nw.col(Reports.PERIOD) >= str(Period(Period.parse(period).year, 1)))
    stated = by_item.filter(
        (nw.col(Reports.PERIOD) <= period) & of_year & ~nw.col(Counted.PERCENT_DONE).is_null()
    ).select(*_KEY, Reports.PERIOD.value, Counted.PERCENT_DONE.value)
    index = month_number(nw.col(Reports.PERIOD))
    indexed = stated.with_columns(index.alias(_INDEX), nw.lit(1).alias("_one"))
    back = nw.col("_one").cum_sum(reverse=True).over(*_KEY, order_by=_INDEX)
    numbered = indexed.with_columns(back.cast(nw.Int64).alias(_NEWEST))
    return numbered.filter(nw.col(_NEWEST) <= LAST_REPORTS).drop("_one")


def _slopes(last: Frame) -> Frame:
    """Return the slope between every two reports of an item that has enough of them."""
    later = last.select(*_KEY, nw.col(_INDEX).alias("_later"), nw.col(Counted.PERCENT_DONE))
    earlier = last.select(
        *_KEY, nw.col(_INDEX), nw.col(Counted.PERCENT_DONE).alias("_earlier_percent")
    )
    points = nw.col(Counted.PERCENT_DONE) - nw.col("_earlier_percent")
    slopes = (
        later.join(earlier, on=_KEY, how="inner")
        .filter(nw.col("_later") > nw.col(_INDEX))
        .with_columns(
            (points / (nw.col("_later") - nw.col(_INDEX)).cast(nw.Float64)).alias(_SLOPE),
            nw.lit(1).alias("_one"),
        )
    )
    order = [_SLOPE, "_later", _INDEX]
    ranked = slopes.with_columns(
        nw.col("_one").cum_sum().over(*_KEY, order_by=order).cast(nw.Int64).alias(_RANK)
    )
    sizes = slopes.group_by(*_KEY).agg(nw.len().alias(_PAIRS))
    fewest = FEWEST_REPORTS * (FEWEST_REPORTS - 1) // 2
    return (
        ranked.join(sizes, on=_KEY, how="inner")
        .with_columns(nw.col(_PAIRS).cast(nw.Int64))
        .filter(nw.col(_PAIRS) >= fewest)
    )


def _paces(slopes: Frame) -> Frame:
    """Pick median and quartiles by rank, for engines differ in how they interpolate."""
    pairs, rank, slope = nw.col(_PAIRS), nw.col(_RANK), nw.col(_SLOPE)
    quarter = (pairs + 3) // 4
    picks = {
        "_low_middle": rank == (pairs + 1) // 2,
        "_high_middle": rank == pairs // 2 + 1,
        Counted.SLOW_PACE.value: rank == quarter,
        Counted.FAST_PACE.value: rank == pairs + 1 - quarter,
    }
    picked = slopes.with_columns(
        nw.when(condition).then(slope).alias(name) for name, condition in picks.items()
    )
    middle = (nw.col("_low_middle") + nw.col("_high_middle")) / constant(2)
    half, double = middle * SLOWER, middle * FASTER
    slow, fast = nw.col(Counted.SLOW_PACE), nw.col(Counted.FAST_PACE)
    return (
        picked.group_by(*_KEY)
        .agg(nw.col(name).max() for name in picks)
        .select(
            *_KEY,
            middle.alias(Counted.PACE.value),
            nw.when(slow < half).then(slow).otherwise(half).alias(Counted.SLOW_PACE.value),
            nw.when(fast > double).then(fast).otherwise(double).alias(Counted.FAST_PACE.value),
        )
    )
