"""Progress over time of an item, a responsible unit or an industry chain."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import (
    PPM_PER_PERCENT,
    Frame,
    given_back,
    lazy,
    mean,
    schedule_percent,
    share,
    summed,
)
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.plan_tables import UNASSIGNED
from domain.columns import ItemKind, Projects, Reports
from domain.rulebook import Rulebook


def of_items(by_item: IntoFrameT, items: IntoFrameT, kind: ItemKind) -> IntoFrameT:
    """Follow each item. One row per item and period; the subject is its name.

    A project with a year plan is followed by 投资完成率, as it is judged.
    """
    table = (
        lazy(by_item)
        .filter(nw.col(Reports.KIND) == kind)
        .join(lazy(items), on=ITEM, how="inner")
        .sort(Reports.ITEM_NAME, Reports.PERIOD, Reports.ITEM_ID)
        .select(
            nw.col(Reports.ITEM_NAME).alias(Counted.SUBJECT.value),
            Reports.PERIOD.value,
            nw.col(Counted.JUDGED_PERCENT).alias(Counted.PERCENT_DONE.value),
            Counted.SCHEDULE_PERCENT.value,
            nw.col(Counted.UNITS_REPORTED).alias(Counted.REPORTS.value),
        )
    )
    return given_back(table, by_item)


def of_units(reports: IntoFrameT, rulebook: Rulebook, kind: ItemKind | None = None) -> IntoFrameT:
    """Average the percent done each responsible unit reports. One row per unit and period.

    With ``kind`` of its tasks or its projects alone: the percent of a task is of the year, as
    序时进度 is, that of a project counts since its start.
    """
    every = lazy(reports)
    table = (
        (every if kind is None else every.filter(nw.col(Reports.KIND) == kind))
        .group_by(Reports.RESPONSIBLE_UNIT, Reports.PERIOD)
        .agg(
            nw.col(Reports.PERCENT_PPM).sum().alias("_sum"),
            nw.col(Reports.PERCENT_PPM).count().alias(Counted.REPORTS.value),
        )
        .select(
            nw.col(Reports.RESPONSIBLE_UNIT).alias(Counted.SUBJECT.value),
            Reports.PERIOD.value,
            (mean(nw.col("_sum"), nw.col(Counted.REPORTS)) / PPM_PER_PERCENT).alias(
                Counted.PERCENT_DONE.value
            ),
            schedule_percent(nw.col(Reports.PERIOD), rulebook).alias(
                Counted.SCHEDULE_PERCENT.value
            ),
            Counted.REPORTS.value,
        )
        .sort(Counted.SUBJECT, Reports.PERIOD)
    )
    return given_back(table, reports)


def of_chains(by_item: IntoFrameT, projects: IntoFrameT) -> IntoFrameT:
    """Follow 投资完成率 of each chain. One row per chain and period that has a year plan reported.

    The rate is the sum done this year ÷ the sum of year plans of the projects that reported both.
    The unassigned chain is "".
    """
    chains = lazy(projects).select(
        nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
        nw.col(Projects.CHAIN).fill_null(UNASSIGNED).alias(Counted.SUBJECT.value),
    )
    return given_back(_completion(lazy(by_item), chains), by_item)


def of_unit_projects(by_item: IntoFrameT, expected: IntoFrameT) -> IntoFrameT:
    """Follow 投资完成率 of the projects each unit reports. One row per unit and period with a plan.

    The rate is that of ``of_chains``; ``expected`` is ``reporting.expected``: a project belongs to
    the one unit that reports it.
    """
    units = (
        lazy(expected)
        .filter(nw.col(Reports.KIND) == ItemKind.PROJECT)
        .select(
            Reports.ITEM_ID.value,
            nw.col(Reports.RESPONSIBLE_UNIT).alias(Counted.SUBJECT.value),
        )
    )
    return given_back(_completion(lazy(by_item), units), by_item)


def _completion(by_item: Frame, subjects: Frame) -> Frame:
    """Sum done and plan of the projects of each subject. One row per subject and period.

    ``subjects`` has the subject of each project; one without a subject is left out.
    """
    done, plan = nw.col(Reports.DONE_YTD_YUAN), nw.col(Reports.YEAR_PLAN_YUAN)
    return (
        by_item.filter(nw.col(Reports.KIND) == ItemKind.PROJECT, ~done.is_null() & ~plan.is_null())
        .join(subjects, on=Reports.ITEM_ID.value, how="inner")
        .filter(~nw.col(Counted.SUBJECT).is_null())
        .group_by(Counted.SUBJECT, Reports.PERIOD)
        .agg(
            done.sum(),
            plan.sum(),
            nw.col(Counted.SCHEDULE_PERCENT).max(),
            nw.len().alias(Counted.REPORTS.value),
        )
        .select(
            Counted.SUBJECT.value,
            Reports.PERIOD.value,
            share(done, plan).alias(Counted.PERCENT_DONE.value),
            Counted.SCHEDULE_PERCENT.value,
            Counted.REPORTS.value,
            *summed(Reports.DONE_YTD_YUAN, Reports.YEAR_PLAN_YUAN),
        )
        .sort(Counted.SUBJECT, Reports.PERIOD)
    )


def middle_half(lines: IntoFrameT) -> IntoFrameT:
    """Tell between which percents the middle half of all subjects lies. One row per period.

    ``lines`` are rows of a subject and a period with a percent; ``low_percent`` and
    ``high_percent`` are the lower and the upper quartile of the percents stated in the period,
    each the percent at its nearest rank; ``items`` is how many are stated.
    """
    stated = lazy(lines).filter(~nw.col(Counted.PERCENT_DONE).is_null())
    ones = stated.with_columns(nw.lit(1).alias("_one"))
    order = [Counted.PERCENT_DONE.value, Counted.SUBJECT.value]
    rank = nw.col("_one").cum_sum().over(Reports.PERIOD.value, order_by=order).cast(nw.Int64)
    sizes = stated.group_by(Reports.PERIOD).agg(nw.len().alias(Counted.ITEMS.value))
    count, percent = nw.col(Counted.ITEMS), nw.col(Counted.PERCENT_DONE)
    lower, upper = (count + 3) // 4, (count * 3 + 3) // 4
    table = (
        ones.with_columns(rank.alias("_rank"))
        .join(sizes, on=Reports.PERIOD.value, how="inner")
        .with_columns(count.cast(nw.Int64))
        .with_columns(
            nw.when(nw.col("_rank") == lower).then(percent).alias(Counted.LOW_PERCENT.value),
            nw.when(nw.col("_rank") == upper).then(percent).alias(Counted.HIGH_PERCENT.value),
        )
        .group_by(Reports.PERIOD)
        .agg(
            nw.col(Counted.LOW_PERCENT).max(),
            nw.col(Counted.HIGH_PERCENT).max(),
            count.max(),
        )
        .sort(Reports.PERIOD)
    )
    return given_back(table, lines)
