"""Items that are not yet due to begin: reported, but held against no schedule."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM, KEY
from domain.columns import Reports
from domain.rules import Light

_START = Counted.START_PERIOD.value


def of_reports(by_item: IntoFrameT, starts: IntoFrameT) -> IntoFrameT:
    """Set aside what is not due to begin. One row per row of ``progress.by_item``, in its order.

    An item whose planned start (``starts``: kind, number and month of the items that state one)
    lies after the month of the row gets the light ``not_due`` and no gap, unless it is done; all
    else stays, so that ``progress.judged`` can judge the rows anew. In the month of the start
    itself the item is judged.
    """
    table = _set_aside(lazy(by_item), lazy(starts), nw.col(Reports.PERIOD), judged=None)
    return given_back(table.sort(*KEY), by_item)


def of_standing(standing: IntoFrameT, starts: IntoFrameT) -> IntoFrameT:
    """Set aside what is not due to begin. One row per row of ``progress.standing``, in its order.

    The month of a row is the one it was reported in. Without a report in the period the light
    stays unreported: a report is owed before the start as well.
    """
    judged = nw.col(Counted.IS_CURRENT)
    month = nw.col(Counted.REPORTED_PERIOD)
    table = _set_aside(lazy(standing), lazy(starts), month, judged=judged)
    return given_back(table.sort(*ITEM), standing)


def in_year(standing: IntoFrameT, starts: IntoFrameT, period: str) -> IntoFrameT:
    """Tell what was planned to begin in the course of the year. One row per row of ``standing``.

    ``begins_in_year`` is 1 where the planned start lies after January of the year of ``period``
    and not after ``period``, else 0. 序时进度 counts from January for these as well, so their gap
    is not like that of what was under way before.
    """
    month = nw.col(_START)
    later = (month > f"{period[:4]}-01") & (month <= period)
    table = (
        lazy(standing)
        .join(lazy(starts), on=ITEM, how="left")
        .with_columns(
            nw.when(later.fill_null(value=False))
            .then(1)
            .otherwise(0)
            .cast(nw.Int64)
            .alias(Counted.BEGINS_IN_YEAR.value)
        )
        .drop(_START)
        .sort(*ITEM)
    )
    return given_back(table, standing)


def _set_aside(table: Frame, starts: Frame, month: nw.Expr, *, judged: nw.Expr | None) -> Frame:
    light = nw.col(Counted.LIGHT)
    done = nw.col(Counted.PERCENT_DONE) >= 100  # noqa: PLR2004 - a hundred percent is not a setting
    ahead = (nw.col(_START) > month).fill_null(value=False) & ~done.fill_null(value=False)
    lit = ahead if judged is None else ahead & judged
    return (
        table.join(starts, on=ITEM, how="left")
        .with_columns(
            nw.when(lit)
            .then(nw.lit(Light.NOT_DUE.value))
            .otherwise(light)
            .alias(Counted.LIGHT.value),
            nw.when(~ahead).then(nw.col(Counted.GAP_POINTS)).alias(Counted.GAP_POINTS.value),
        )
        .drop(_START)
    )
