"""Load against reporting discipline: what a unit carries and what it reported of late."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy, share
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from domain.columns import ItemKind, Reports

_UNIT = Reports.RESPONSIBLE_UNIT.value


def by_unit(
    load: IntoFrameT,
    expected: IntoFrameT,
    reports: IntoFrameT,
    *,
    first: str,
    last: str,
    months: int,
) -> IntoFrameT:
    """Count the reports of the ``months`` from ``first`` to ``last``. One row per responsible unit.

    ``load`` is ``load.by_unit``, ``expected`` is ``reporting.expected``: every month expects the
    reports the plan expects now. The rate is received ÷ expected, empty where none is expected. The
    rows are in the order of ``load``'s heaviest, the lowest rate first among equals.
    """
    counts = _received(lazy(expected), lazy(reports), first, last)
    wanted = nw.col(Counted.EXPECTED)
    names = [Counted.EXPECTED.value, Counted.RECEIVED.value]
    table = (
        lazy(load)
        .select(_UNIT, Counted.TASKS.value)
        .join(counts, on=_UNIT, how="left")
        .with_columns(nw.col(*names).fill_null(0).cast(nw.Int64))
        .with_columns((wanted * months).alias(Counted.EXPECTED.value))
        .with_columns(
            (wanted - nw.col(Counted.RECEIVED)).alias(Counted.MISSING.value),
            share(nw.col(Counted.RECEIVED), wanted).alias(Counted.REPORTING_PERCENT.value),
        )
        .sort(Counted.TASKS, Counted.MISSING, _UNIT, descending=[True, True, False])
    )
    return given_back(table, load)


def _received(expected: Frame, reports: Frame, first: str, last: str) -> Frame:
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
    task = nw.col(Reports.KIND) == ItemKind.TASK
    received = nw.when(task).then(nw.col("_by_unit")).otherwise(nw.col("_by_any"))
    return (
        expected.join(by_unit, on=pair, how="left")
        .join(by_any, on=ITEM, how="left")
        .with_columns(received.fill_null(0).alias(Counted.RECEIVED.value))
        .group_by(_UNIT)
        .agg(nw.len().alias(Counted.EXPECTED.value), nw.col(Counted.RECEIVED).sum())
    )
