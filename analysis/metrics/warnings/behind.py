"""Items behind 序时进度, and items whose month has gone by."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.evidence import in_ppm, raised, told
from analysis.frames import constant, lazy, month_number
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.overdue import is_overdue
from domain.periods import Period
from domain.rules import Light, LightRule
from domain.warnings import Warned, WarningSeverity


def behind(standing: IntoFrameT, period: str, *, lights: LightRule) -> IntoFrameT:
    """落后序时进度: an item whose light is red, or yellow as the lesser severity.

    One row per item of ``standing`` at ``period``, which ``lights`` judged. ``was`` is the
    schedule and ``now`` the judged percent, both in millionths; ``now_text`` names its column:
    投资完成率 where there is one, else 完成进度. ``threshold`` is the gap in 百分点 below which the
    light is what it is.
    """
    red = nw.col(Counted.LIGHT) == Light.RED
    warnings = raised(
        lazy(standing).filter(red | (nw.col(Counted.LIGHT) == Light.YELLOW)),
        Warned.BEHIND,
        period,
        of_unit=False,
        severity=nw.when(red)
        .then(nw.lit(WarningSeverity.RED.value))
        .otherwise(nw.lit(WarningSeverity.YELLOW.value)),
        figure=nw.lit(Counted.JUDGED_PERCENT.value),
        was=in_ppm(nw.col(Counted.SCHEDULE_PERCENT)),
        now=in_ppm(nw.col(Counted.JUDGED_PERCENT)),
        now_text=nw.when(nw.col(Counted.COMPLETION_PERCENT).is_null())
        .then(nw.lit(Counted.PERCENT_DONE.value))
        .otherwise(nw.lit(Counted.COMPLETION_PERCENT.value)),
        threshold=nw.when(red)
        .then(constant(lights.red_below))
        .otherwise(constant(lights.yellow_below)),
    )
    return told(warnings, standing)


def overdue(standing: IntoFrameT, due: IntoFrameT, period: str) -> IntoFrameT:
    """逾期: an item that is not done though the month it is due in lies before ``period``.

    One row per item of ``standing``; ``due`` has kind, number and month of the items that name
    one. Source of the definition: ``overdue.is_overdue``. ``was`` is the month due and ``now`` the
    period, both counted from year 0 as ``Period.index`` does, so that their difference is the
    months overdue; ``was_text`` is the month due.
    """
    month = nw.col(Counted.DUE_PERIOD)
    late = lazy(standing).join(lazy(due), on=ITEM, how="inner").filter(is_overdue(period))
    warnings = raised(
        late,
        Warned.OVERDUE,
        period,
        of_unit=False,
        figure=nw.lit(Counted.DUE_PERIOD.value),
        was=month_number(month),
        now=nw.lit(Period.parse(period).index, nw.Int64),
        was_text=month,
    )
    return told(warnings, standing)
