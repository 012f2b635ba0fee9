"""Work that does not move, or moves backwards."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.earlier import CUMULATIVE, EVER, FIGURE, NOW, THEN, THEN_PERIOD, last_stated
from analysis.evidence import in_ppm, raised, told
from analysis.frames import Frame, constant, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.rules import Light
from domain.warnings import Warned

_PERCENT, _YUAN = "_percent", "_yuan"


def stagnating(
    by_item: IntoFrameT, items: IntoFrameT, period: str, *, stagnant_periods: int
) -> IntoFrameT:
    """停滞: an item reported every month that rose in nothing over ``stagnant_periods`` months.

    One row per item of ``items`` that is due to begin, is not done, and whose judged percent and
    cumulative investment, as far as stated at both ends, are no higher than at the start. Across a
    new year percent done stands for the judged percent, since 投资完成率 begins anew, and a task
    has none, since its percent done does too. ``was`` and ``now`` are of ``figure``: percent in
    millionths where it is known, else 元; ``was_text`` is the first month, ``threshold`` the number
    of months.
    """
    first = str(Period.parse(period).earlier(stagnant_periods))
    same_year = first[:4] == period[:4]
    percent = Counted.JUDGED_PERCENT if same_year else Counted.PERCENT_DONE
    stated = nw.col(percent) if same_year else nw.when(~_of_a_task()).then(nw.col(percent))
    table = lazy(by_item)
    within = (nw.col(Reports.PERIOD) >= first) & (nw.col(Reports.PERIOD) <= period)
    months = table.filter(within).group_by(*ITEM).agg(nw.len().alias("_months"))
    moving = (nw.col(Counted.LIGHT) != Light.DONE) & (nw.col(Counted.LIGHT) != Light.NOT_DUE)
    now = table.filter(moving)
    known = ~nw.col(f"{_PERCENT}_then").is_null() & ~nw.col(f"{_PERCENT}_now").is_null()
    stood = (
        _at(now, period, stated, "now")
        .join(_at(table, first, stated, "then"), on=ITEM, how="inner")
        .join(months, on=ITEM, how="inner")
        .filter(nw.col("_months") == stagnant_periods + 1, _no_rise())
        .join(lazy(items), on=ITEM, how="inner")
    )
    warnings = raised(
        stood,
        Warned.STAGNATING,
        period,
        of_unit=False,
        figure=nw.when(known)
        .then(nw.lit(percent.value))
        .otherwise(nw.lit(Reports.DONE_TOTAL_YUAN.value)),
        was=_either(known, "then"),
        now=_either(known, "now"),
        was_text=nw.lit(first),
        threshold=constant(stagnant_periods),
    )
    return told(warnings, by_item)


def regressing(reports: IntoFrameT, items: IntoFrameT, period: str) -> IntoFrameT:
    """倒退: a cumulative figure below what the same unit last said of the item in an earlier month.

    One row per item of ``items``, responsible unit and ``figure``: percent done in millionths or
    investment since the start in 元. ``was_text`` is the earlier month; for the percent done of a
    task it is one of the same year, since it begins anew in January (``domain.yearly``).
    """
    both = [last_stated(lazy(reports), figure, period, since=EVER) for figure in CUMULATIVE]
    anew = (
        _of_a_task()
        & (nw.col(FIGURE) == Reports.PERCENT_PPM.value)
        & (nw.col(THEN_PERIOD) < period[:4])
    )
    lower = nw.concat(both, how="vertical").filter(nw.col(NOW) < nw.col(THEN), ~anew)
    warnings = raised(
        lower.join(lazy(items), on=ITEM, how="inner"),
        Warned.REGRESSING,
        period,
        of_unit=True,
        figure=nw.col(FIGURE),
        was=nw.col(THEN),
        now=nw.col(NOW),
        was_text=nw.col(THEN_PERIOD),
    )
    return told(warnings, reports)


def _at(by_item: Frame, period: str, percent: nw.Expr, when: str) -> Frame:
    """Return what is known of each item in a month under names of its own."""
    return by_item.filter(nw.col(Reports.PERIOD) == period).select(
        *ITEM,
        percent.alias(f"{_PERCENT}_{when}"),
        nw.col(Reports.DONE_TOTAL_YUAN).alias(f"{_YUAN}_{when}"),
    )


def _of_a_task() -> nw.Expr:
    return nw.col(Reports.KIND) == ItemKind.TASK.value


def _no_rise() -> nw.Expr:
    """Tell whether something is known at both ends and nothing of it rose."""
    pairs = [(nw.col(f"{name}_now"), nw.col(f"{name}_then")) for name in (_PERCENT, _YUAN)]
    stood = [(now <= then).fill_null(value=False) for now, then in pairs]
    rose = [(now > then).fill_null(value=False) for now, then in pairs]
    return (stood[0] | stood[1]) & ~rose[0] & ~rose[1]


def _either(known: nw.Expr, when: str) -> nw.Expr:
    percent = in_ppm(nw.col(f"{_PERCENT}_{when}"))
    return nw.when(known).then(percent).otherwise(nw.col(f"{_YUAN}_{when}"))
