"""Numbering rows by what matters, and gathering all but the first ones in one row."""

import narwhals as nw

from analysis.frames import Frame, counted, summed
from analysis.metrics.columns import Counted

_RANK = Counted.RANK.value
_NUMBER = Counted.PROJECTS.value


def numbered(frame: Frame, *keys: str) -> Frame:
    """Number the rows 1, 2, 3… in the order of ``keys``, which must leave no tie."""
    ones = frame.with_columns(nw.lit(1).alias(_RANK))
    rank = nw.col(_RANK).cum_sum().over(order_by=list(keys)).cast(nw.Int64)
    return ones.with_columns(rank.alias(_RANK))


def gathered(frame: Frame, most: int, *, names: tuple[str, ...], amounts: tuple[str, ...]) -> Frame:
    """Keep the first ``most`` rows and sum the rest in one row after them.

    The rest's ``names`` are empty and ``projects`` says how many there are; a rest of one row is
    that row itself, for "1 other" would hide a name and save nothing. An amount nobody states
    stays empty.
    """
    known = {amount: f"_known_{amount}" for amount in amounts}
    single = nw.col(_NUMBER) == 1
    return (
        frame.with_columns(
            nw.when(nw.col(_RANK) <= most).then(nw.col(_RANK)).otherwise(most + 1).alias(_RANK),
            *(counted(~nw.col(amount).is_null()).alias(name) for amount, name in known.items()),
        )
        .group_by(_RANK)
        .agg(
            nw.len().alias(_NUMBER),
            *(nw.col(name).max() for name in names),
            *(nw.col(amount).sum() for amount in amounts),
            *(nw.col(name).sum() for name in known.values()),
        )
        .with_columns(
            nw.col(_NUMBER).cast(nw.Int64),
            *(nw.when(single).then(nw.col(name)).alias(name) for name in names),
            *(
                nw.when(nw.col(name) > 0).then(total).alias(amount)
                for (amount, name), total in zip(known.items(), summed(*amounts), strict=True)
            ),
        )
        .drop(*known.values())
        .sort(_RANK)
    )
