"""Responsible units by a rate: equal rates share a rank, and the last three are named fairly."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import counted, given_back, lazy, summed
from analysis.metrics.columns import Counted
from domain.columns import Reports

MOST_LAST = 3
_ONE, _OTHER = "_one", "_other"
_UNIT = Reports.RESPONSIBLE_UNIT.value


def ranked(rates: IntoFrameT, rate: str) -> IntoFrameT:
    """Rank units by a column of percentages, the highest first. One row per unit that has one.

    Equal rates share a rank and the next rank counts them all: 1, 1, 3. ``tied_units`` says how
    many share it, ``units_below`` how many have a lower rate. ``is_last`` is 1 for the last three:
    from the bottom, whole ranks as long as they make three units or fewer, and the lowest rank
    whatever its size; the first rank never. A unit without a rate is not ranked.
    """
    known = (
        lazy(rates)
        .filter(~nw.col(rate).is_null())
        .select(_UNIT, nw.col(rate), nw.lit(1).alias(_ONE))
    )
    sums = ("_above", Counted.UNITS_BELOW.value, Counted.TIED_UNITS.value)
    others = known.select(nw.col(rate).alias(_OTHER), _ONE)
    above, below = nw.col(_OTHER) > nw.col(rate), nw.col(_OTHER) < nw.col(rate)
    counts = (
        known.join(others, on=_ONE, how="inner")
        .with_columns(
            counted(above).alias("_above"),
            counted(below).alias(Counted.UNITS_BELOW.value),
            counted(~above & ~below).alias(Counted.TIED_UNITS.value),
        )
        .group_by(_UNIT, rate)
        .agg(nw.col(one).sum() for one in sums)
        .with_columns(*summed(*sums))
    )
    few = nw.col(Counted.UNITS_BELOW) + nw.col(Counted.TIED_UNITS) <= MOST_LAST
    last = (nw.col("_above") > 0) & (few | (nw.col(Counted.UNITS_BELOW) == 0))
    table = counts.select(
        (nw.col("_above") + 1).alias(Counted.RANK.value),
        _UNIT,
        rate,
        Counted.TIED_UNITS.value,
        Counted.UNITS_BELOW.value,
        counted(last).cast(nw.Int64).alias(Counted.IS_LAST.value),
    ).sort(Counted.RANK, _UNIT)
    return given_back(table, rates)
