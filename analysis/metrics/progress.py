"""Progress of every item: what its units reported, against 序时进度, with a light."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import (
    PPM_PER_PERCENT,
    Frame,
    by_rule_of_its_time,
    given_back,
    lazy,
    mean,
    rounded_points,
    schedule_percent,
    share,
)
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Capacity, ItemKind, Projects, Reports, Tasks
from domain.rulebook import Rulebook
from domain.rules import Light

KEY = (Reports.KIND.value, Reports.ITEM_ID.value, Reports.PERIOD.value)
AMOUNTS = (
    Reports.DONE_TOTAL_YUAN.value,
    Reports.YEAR_PLAN_YUAN.value,
    Reports.DONE_YTD_YUAN.value,
)
_KEYS = [str(name) for name in KEY]
ITEM = [Reports.KIND.value, Reports.ITEM_ID.value]  # a project and a task may share a number
_LED = "_led"
_FULL = 100


def items(projects: IntoFrameT, tasks: IntoFrameT) -> IntoFrameT:
    """List what reports are expected about. One row per project and per task."""
    listed = [
        lazy(projects).select(
            nw.lit(ItemKind.PROJECT.value).alias(Reports.KIND.value),
            nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
            nw.col(Projects.NAME).alias(Reports.ITEM_NAME.value),
        ),
        lazy(tasks).select(
            nw.lit(ItemKind.TASK.value).alias(Reports.KIND.value),
            nw.col(Tasks.ID).alias(Reports.ITEM_ID.value),
            nw.col(Tasks.NAME).alias(Reports.ITEM_NAME.value),
        ),
    ]
    return given_back(nw.concat(listed, how="vertical"), projects)


def by_item(reports: IntoFrameT, assignments: IntoFrameT, rulebook: Rulebook) -> IntoFrameT:
    """Judge every reported item. One row per item and period that has a report.

    Percent is the lead unit's report where there is one, else the mean of its units' reports with
    their spread in points; an amount is that of the latest upload which states it (the larger,
    where one upload brings several). A project with a year plan is judged by 投资完成率 = done this
    year ÷ year plan, everything else by percent done; the gap to 序时进度 is in 百分点. Each month
    is judged by the set of rules in force in it.
    """
    spoken_for = _lead_or_all(lazy(reports), lazy(assignments))
    table = _amounts(spoken_for, _percents(spoken_for)).with_columns(
        share(nw.col(Reports.DONE_YTD_YUAN), nw.col(Reports.YEAR_PLAN_YUAN)).alias(
            Counted.COMPLETION_PERCENT.value
        )
    )
    return given_back(_judged(table, rulebook).sort(*KEY), reports)


def judged(by_item: IntoFrameT, rulebook: Rulebook) -> IntoFrameT:
    """Judge rows of ``by_item`` by another rulebook, without the reports they are made of.

    One row per item and period, in the order of ``by_item``.
    """
    return given_back(_judged(lazy(by_item), rulebook).sort(*KEY), by_item)


def standing(by_item: IntoFrameT, items: IntoFrameT, period: str) -> IntoFrameT:
    """Tell where every item stands at the end of ``period``. One row per item of the plan.

    An item without a report in the period keeps what it last reported, with the period it is from;
    its light says unreported. What was done this year is kept only within the year.
    """
    reported = lazy(by_item).filter(nw.col(Reports.PERIOD) <= period)
    newest = reported.group_by(*ITEM).agg(
        nw.col(Reports.PERIOD).max().alias(Counted.REPORTED_PERIOD.value)
    )
    last = reported.join(newest, on=ITEM, how="inner").filter(
        nw.col(Reports.PERIOD) == nw.col(Counted.REPORTED_PERIOD)
    )
    current = nw.col(Counted.REPORTED_PERIOD) == period
    this_year = nw.col(Counted.REPORTED_PERIOD).str.slice(0, 4) == period[:4]
    of_the_year = [
        nw.when(this_year).then(nw.col(column)).alias(column)
        for column in (Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value)
    ]
    table = (
        lazy(items)
        .join(last.drop(Reports.PERIOD), on=ITEM, how="left")
        .with_columns(
            *of_the_year,
            current.fill_null(value=False).alias(Counted.IS_CURRENT.value),
            nw.when(current)
            .then(nw.col(Counted.LIGHT))
            .otherwise(nw.lit(Light.UNREPORTED.value))
            .alias(Counted.LIGHT.value),
        )
        .sort(Reports.KIND, Reports.ITEM_ID)
    )
    return given_back(table, items)


def _lead_or_all(reports: Frame, assignments: Frame) -> Frame:
    lead = assignments.filter(nw.col(Assignments.CAPACITY) == Capacity.LEAD).select(
        nw.lit(ItemKind.TASK.value).alias(Reports.KIND.value),
        nw.col(Assignments.TASK_ID).alias(Reports.ITEM_ID.value),
        Reports.RESPONSIBLE_UNIT.value,
        nw.lit(1).alias(_LED),
    )
    pair = [*ITEM, Reports.RESPONSIBLE_UNIT.value]
    marked = reports.join(lead, on=pair, how="left").with_columns(nw.col(_LED).fill_null(0))
    by_lead = marked.group_by(*KEY).agg(nw.col(_LED).max().alias("_by_lead"))
    return marked.join(by_lead, on=list(KEY), how="inner").filter(
        nw.col(_LED) == nw.col("_by_lead")
    )


def _percents(reports: Frame) -> Frame:
    ppm = nw.col(Reports.PERCENT_PPM)
    spread = (nw.col("_high") - nw.col("_low")).cast(nw.Float64) / PPM_PER_PERCENT
    return (
        reports.group_by(*KEY)
        .agg(
            ppm.sum().alias("_sum"),
            ppm.count().alias("_stated"),
            ppm.max().alias("_high"),
            ppm.min().alias("_low"),
            nw.len().alias(Counted.UNITS_REPORTED.value),
        )
        .with_columns(
            (mean(nw.col("_sum"), nw.col("_stated")) / PPM_PER_PERCENT).alias(
                Counted.PERCENT_DONE.value
            ),
            spread.alias(Counted.SPREAD_POINTS.value),
        )
        .drop("_sum", "_stated", "_high", "_low")
    )


def _amounts(reports: Frame, percents: Frame) -> Frame:
    table = percents
    for amount in AMOUNTS:
        table = table.join(_newest_known(reports, amount), on=_KEYS, how="left")
    return table


def _newest_known(reports: Frame, amount: str) -> Frame:
    """Return the amount of the latest upload that states it; a silent report takes none away."""
    stated = reports.filter(~nw.col(amount).is_null())
    newest = stated.group_by(*KEY).agg(nw.col(Reports.VERSION).max().alias("_newest"))
    return (
        stated.join(newest, on=_KEYS, how="inner")
        .filter(nw.col(Reports.VERSION) == nw.col("_newest"))
        .group_by(*KEY)
        .agg(nw.col(amount).max())
    )


def _judged(table: Frame, rulebook: Rulebook) -> Frame:
    period, completion = nw.col(Reports.PERIOD), nw.col(Counted.COMPLETION_PERCENT)
    percent = (
        nw.when(~completion.is_null()).then(completion).otherwise(nw.col(Counted.PERCENT_DONE))
    )
    gap = nw.col(Counted.JUDGED_PERCENT) - nw.col(Counted.SCHEDULE_PERCENT)
    light = by_rule_of_its_time(
        period, rulebook, lambda one: (one.yellow_below, one.red_below), _light
    )
    return (
        table.with_columns(
            schedule_percent(period, rulebook).alias(Counted.SCHEDULE_PERCENT.value),
            percent.alias(Counted.JUDGED_PERCENT.value),
        )
        .with_columns(rounded_points(gap).alias(Counted.GAP_POINTS.value))
        .with_columns(light.alias(Counted.LIGHT.value))
    )


def _light(thresholds: tuple[float, float]) -> nw.Expr:
    yellow_below, red_below = thresholds
    gap = nw.col(Counted.GAP_POINTS)
    return (
        nw.when(nw.col(Counted.PERCENT_DONE) >= _FULL)
        .then(nw.lit(Light.DONE.value))
        .otherwise(
            nw.when(gap < red_below)
            .then(nw.lit(Light.RED.value))
            .otherwise(
                nw.when(gap < yellow_below)
                .then(nw.lit(Light.YELLOW.value))
                .otherwise(
                    nw.when(gap.is_null())
                    .then(nw.lit(Light.UNREPORTED.value))
                    .otherwise(nw.lit(Light.GREEN.value))
                )
            )
        )
    )
