"""Units that say different things of one task or project."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.evidence import raised, told
from analysis.frames import PPM_PER_PERCENT, constant, lazy
from analysis.metrics.progress import ITEM
from domain.columns import Reports
from domain.warnings import Warned


def units_disagree(
    reports: IntoFrameT, items: IntoFrameT, period: str, *, spread_points: float
) -> IntoFrameT:
    """牵头与配合单位数据不一致: units whose percent done of one item lie ``spread_points`` apart.

    One row per item of ``items`` of which more than one unit states a percentage in ``period``.
    The lead unit is compared with the joint ones here, unlike in ``progress.by_item``, whose
    spread is empty of meaning once the lead alone speaks for an item. ``was`` is the lowest and
    ``now`` the highest percentage, in millionths; ``threshold`` is in 百分点.
    """
    ppm = nw.col(Reports.PERCENT_PPM)
    apart = (nw.col("_high") - nw.col("_low")).cast(nw.Float64) / PPM_PER_PERCENT
    spread = (
        lazy(reports)
        .filter(nw.col(Reports.PERIOD) == period)
        .group_by(*ITEM)
        .agg(ppm.min().alias("_low"), ppm.max().alias("_high"), ppm.count().alias("_stated"))
        .filter((nw.col("_stated") > 1) & (apart >= spread_points))
        .join(lazy(items), on=ITEM, how="inner")
    )
    warnings = raised(
        spread,
        Warned.UNITS_DISAGREE,
        period,
        of_unit=False,
        figure=nw.lit(Reports.PERCENT_PPM.value),
        was=nw.col("_low"),
        now=nw.col("_high"),
        threshold=constant(spread_points),
    )
    return told(warnings, reports)
