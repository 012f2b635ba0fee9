"""Reports that say what was said the month before."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.earlier import repeated
from analysis.evidence import raised, told
from analysis.frames import lazy
from analysis.metrics.progress import ITEM
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Warned


def same_as_last(reports: IntoFrameT, items: IntoFrameT, period: str) -> IntoFrameT:
    """数据与上月雷同: a report of ``period`` that repeats the unit's report of the month before.

    One row per item and responsible unit, of the ``items`` of the plan. Source of the definition:
    ``earlier.repeated``. ``was`` and ``now`` are percent done in millionths, equal or both empty;
    ``was_text`` is the month before.
    """
    before = str(Period.parse(period).earlier(1))
    every = lazy(reports)
    last = every.filter(nw.col(Reports.PERIOD) == before)
    again = repeated(
        every.filter(nw.col(Reports.PERIOD) == period),
        last.with_columns(nw.lit(period).alias(Reports.PERIOD.value)),
    )
    warnings = raised(
        again.join(lazy(items), on=ITEM, how="inner"),
        Warned.SAME_AS_LAST,
        period,
        of_unit=True,
        figure=nw.lit(Reports.PERCENT_PPM.value),
        was=nw.col(Reports.PERCENT_PPM),
        now=nw.col(Reports.PERCENT_PPM),
        was_text=nw.lit(before),
    )
    return told(warnings, reports)
