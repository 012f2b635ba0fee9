"""Load against reporting discipline: what a unit carries and what it still owes of late."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy, share
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.plan_tables import POSITION
from domain.columns import ItemKind, Reports

_UNIT = Reports.RESPONSIBLE_UNIT.value


def by_unit(
    units: IntoFrameT,
    expected: IntoFrameT,
    reports: IntoFrameT,
    kind: ItemKind,
    *,
    first: str,
    last: str,
    months: int,
) -> IntoFrameT:
    """Count the reports about items of ``kind`` in the ``months`` from ``first`` to ``last``.

    One row per unit of ``units`` that carries such an item, the largest share missing first, then
    the one that carries more, then in the plan's order. ``expected`` is ``reporting.expected``:
    every month expects the reports the plan expects now, one for each of the ``items`` a unit
    carries. What is missing ÷ expected and received ÷ expected are in percent.
    """
    counts = _received(lazy(expected), lazy(reports), kind, first, last)
    items, wanted = nw.col(Counted.ITEMS), nw.col(Counted.EXPECTED)
    missing, received = nw.col(Counted.MISSING), nw.col(Counted.RECEIVED)
    table = (
        lazy(units)
        .join(counts, on=_UNIT, how="inner")
        .with_columns(items.cast(nw.Int64), received.cast(nw.Int64))
        .with_columns((items * months).alias(Counted.EXPECTED.value))
        .with_columns((wanted - received).alias(Counted.MISSING.value))
        .with_columns(
            share(missing, wanted).alias(Counted.MISSING_PERCENT.value),
            share(received, wanted).alias(Counted.REPORTING_PERCENT.value),
        )
        .sort(
            Counted.MISSING_PERCENT,
            Counted.ITEMS,
            POSITION,
            descending=[True, True, False],
            nulls_last=True,
        )
        .select(_UNIT, *_NAMES)
    )
    return given_back(table, expected)


_NAMES = [
    name.value
    for name in (
        Counted.ITEMS,
        Counted.EXPECTED,
        Counted.RECEIVED,
        Counted.MISSING,
        Counted.MISSING_PERCENT,
        Counted.REPORTING_PERCENT,
    )
]


def _received(expected: Frame, reports: Frame, kind: ItemKind, first: str, last: str) -> Frame:
    """Count per unit what a month expects, and what came: a project's report from anybody."""
    came = reports.filter((nw.col(Reports.PERIOD) >= first) & (nw.col(Reports.PERIOD) <= last))
    pair = [*ITEM, _UNIT]
    by_unit = (
        came.select(*pair, Reports.PERIOD.value)
        .unique()
        .group_by(*pair)
        .agg(nw.len().alias("_by_unit"))
    )
    by_any = (
        came.select(*ITEM, Reports.PERIOD.value)
        .unique()
        .group_by(*ITEM)
        .agg(nw.len().alias("_by_any"))
    )
    received = nw.col("_by_unit" if kind is ItemKind.TASK else "_by_any")
    return (
        expected.filter(nw.col(Reports.KIND) == kind)
        .join(by_unit, on=pair, how="left")
        .join(by_any, on=ITEM, how="left")
        .with_columns(received.fill_null(0).alias(Counted.RECEIVED.value))
        .group_by(_UNIT)
        .agg(nw.len().alias(Counted.ITEMS.value), nw.col(Counted.RECEIVED).sum())
    )
