"""Amounts that cannot be right: more than the whole, or as 亿元 is to 万元."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.earlier import FIGURE, NOW, THEN, THEN_PERIOD, last_stated
from analysis.evidence import raised, told
from analysis.frames import constant, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import AMOUNTS, ITEM
from domain.columns import ItemKind, Projects, Reports
from domain.money import MIXED_UP_FACTOR
from domain.periods import MONTHS, Period
from domain.warnings import Warned


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
    the same year. ``was_text`` is the earlier month, ``threshold``
    the factor. Source: the upload check (``ingest.amounts``) has the same factor.
    """
    a_year_ago = str(Period.parse(period).earlier(MONTHS))
    this_year = {Reports.DONE_YTD_YUAN.value: f"{period[:4]}-01"}
    both = [
        last_stated(lazy(reports), figure, period, since=this_year.get(figure, a_year_ago))
        for figure in AMOUNTS
    ]
    now, then = nw.col(NOW), nw.col(THEN)
    apart = (now >= then * MIXED_UP_FACTOR) | (then >= now * MIXED_UP_FACTOR)
    mixed_up = nw.concat(both, how="vertical").filter((now > 0) & (then > 0) & apart)
    warnings = raised(
        mixed_up.join(lazy(items), on=ITEM, how="inner"),
        Warned.MEASURE_SUSPECT,
        period,
        of_unit=True,
        figure=nw.col(FIGURE),
        was=then,
        now=now,
        was_text=nw.col(THEN_PERIOD),
        threshold=constant(MIXED_UP_FACTOR),
    )
    return told(warnings, reports)
