"""Amounts that cannot be right: more than the whole, or as 亿元 is to 万元."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.earlier import FIGURE, LINE, NOW, THEN, THEN_PERIOD, last_stated
from analysis.evidence import raised, told
from analysis.frames import Frame, constant, counted, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import AMOUNTS, ITEM
from domain.columns import ItemKind, Projects, Reports
from domain.money import MIXED_UP_FACTOR
from domain.periods import MONTHS, Period
from domain.warnings import Warned

_ONE_EARLIER, _LIKE_NOW, _LIKE_THEN = "_one_earlier", "_like_now", "_like_then"


def over_total(standing: IntoFrameT, projects: IntoFrameT, period: str) -> IntoFrameT:
    """超总投资: a project on which more was spent than its total investment.

    One row per project of ``standing`` at ``period``; none without a stated total. ``was`` is the
    total, ``now`` what is done since the start, both in 元; ``now_text`` is the month it was
    reported in, which may be an earlier one.
    """
    totals = lazy(projects).select(
        nw.col(Projects.ID).alias(Reports.ITEM_ID.value), Projects.TOTAL_YUAN.value
    )
    done, total = nw.col(Reports.DONE_TOTAL_YUAN), nw.col(Projects.TOTAL_YUAN)
    over = (
        lazy(standing)
        .filter(nw.col(Reports.KIND) == ItemKind.PROJECT)
        .join(totals, on=Reports.ITEM_ID.value, how="inner")
        .filter(done > total)
    )
    warnings = raised(
        over,
        Warned.OVER_TOTAL,
        period,
        of_unit=False,
        figure=nw.lit(Reports.DONE_TOTAL_YUAN.value),
        was=total,
        now=done,
        now_text=nw.col(Counted.REPORTED_PERIOD),
    )
    return told(warnings, standing)


def measure_suspect(reports: IntoFrameT, items: IntoFrameT, period: str) -> IntoFrameT:
    """疑似计量单位错误: an amount 5,000 times larger or smaller than the unit last stated.

    One row per item of ``items``, responsible unit and ``figure``, in 元. It is held against the
    newest month of the last twelve that states it, what is done this year only against months of
    the same year. The right month after a slip is none: of those months no fewer are like it than
    are like the newest. ``was_text`` is the earlier month, ``threshold`` the factor. Source: the
    upload check (``ingest.amounts``) has the same factor.
    """
    a_year_ago = str(Period.parse(period).earlier(MONTHS))
    this_year = {Reports.DONE_YTD_YUAN.value: f"{period[:4]}-01"}
    mixed_up = [
        _mixed_up(lazy(reports), figure, period, since=this_year.get(figure, a_year_ago))
        for figure in AMOUNTS
    ]
    warnings = raised(
        nw.concat(mixed_up, how="vertical").join(lazy(items), on=ITEM, how="inner"),
        Warned.MEASURE_SUSPECT,
        period,
        of_unit=True,
        figure=nw.col(FIGURE),
        was=nw.col(THEN),
        now=nw.col(NOW),
        was_text=nw.col(THEN_PERIOD),
        threshold=constant(MIXED_UP_FACTOR),
    )
    return told(warnings, reports)


def _mixed_up(reports: Frame, figure: str, period: str, *, since: str) -> Frame:
    """Return what ``last_stated`` does, where both lie apart and more months are like the earlier.

    Counting months needs no verdict on each of them, which would have to go month by month.
    """
    now, then, one = nw.col(NOW), nw.col(THEN), nw.col(_ONE_EARLIER)
    both = last_stated(reports, figure, period, since=since)
    apart = both.filter((now > 0) & (then > 0) & _apart(now, then))
    said = nw.col(figure).alias(_ONE_EARLIER)
    past = (nw.col(Reports.PERIOD) >= since) & (nw.col(Reports.PERIOD) < period)
    earlier = reports.filter(past & (nw.col(figure) > 0)).select(*LINE, said)
    return (
        apart.join(earlier, on=list(LINE), how="inner")
        .with_columns(
            counted(~_apart(now, one)).alias(_LIKE_NOW),
            counted(~_apart(then, one)).alias(_LIKE_THEN),
        )
        .group_by(*LINE, THEN_PERIOD, THEN, FIGURE, NOW)
        .agg(nw.col(_LIKE_NOW).sum(), nw.col(_LIKE_THEN).sum())
        .filter(nw.col(_LIKE_NOW) < nw.col(_LIKE_THEN))
        .drop(_LIKE_NOW, _LIKE_THEN)
    )


def _apart(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return (one >= other * MIXED_UP_FACTOR) | (other >= one * MIXED_UP_FACTOR)
