"""How many items have which light, month by month."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, counted, given_back, lazy, summed
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.rules import Light

_ONE = "_one"
_JUDGED = [light.value for light in Light if light is not Light.UNREPORTED]


def by_period(by_item: IntoFrameT, items: IntoFrameT, kind: ItemKind) -> IntoFrameT:
    """Count items by light. One row per period with a report of ``kind``, in time order.

    One column per light, named by it, and ``items``: those of the plan. Whatever has no light in a
    period is unreported, so that the lights add up to the items.
    """
    listed = lazy(items).filter(nw.col(Reports.KIND) == kind)
    total = listed.select(nw.len().cast(nw.Int64).alias(Counted.ITEMS.value))
    counts = _judged(lazy(by_item).join(listed, on=_ITEM, how="inner"))
    judged = nw.col(_JUDGED[0])
    for light in _JUDGED[1:]:
        judged = judged + nw.col(light)
    table = (
        counts.with_columns(nw.lit(1).alias(_ONE))
        .join(total.with_columns(nw.lit(1).alias(_ONE)), on=_ONE, how="inner")
        .with_columns((nw.col(Counted.ITEMS) - judged).alias(Light.UNREPORTED.value))
        .sort(Reports.PERIOD)
        .select(Reports.PERIOD.value, *(light.value for light in Light), Counted.ITEMS.value)
    )
    return given_back(table, by_item)


_ITEM = [Reports.KIND.value, Reports.ITEM_ID.value]


def _judged(by_item: Frame) -> Frame:
    light = nw.col(Counted.LIGHT)
    return (
        by_item.with_columns(counted(light == one).alias(one) for one in _JUDGED)
        .group_by(Reports.PERIOD)
        .agg(nw.col(one).sum() for one in _JUDGED)
        .with_columns(*summed(*_JUDGED))
    )
