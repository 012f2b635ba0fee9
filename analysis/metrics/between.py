"""What changed between two dates: every item in exactly one step, and the steps add up."""

from enum import StrEnum

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Projects, Reports


class Step(StrEnum):
    """Why an item's amount differs, in the order of a waterfall."""

    ADDED = "added"  # in the newer list only
    STATED = "stated"  # listed in both, known only now
    ROSE = "rose"
    SAME = "same"
    FELL = "fell"
    UNSTATED = "unstated"  # listed in both, known only before
    LEFT = "left"  # in the older list only


_KEY = [Reports.KIND.value, Reports.ITEM_ID.value]
_NAME = Reports.ITEM_NAME.value
AMOUNT = "amount_yuan"
ABSENT = "absent"
_AMOUNTS = (Counted.BEFORE_YUAN.value, Counted.AFTER_YUAN.value, Counted.CHANGE_YUAN.value)


def changes(before: IntoFrameT, after: IntoFrameT) -> IntoFrameT:
    """Compare two lists of amounts. One row per item of either, largest change first.

    Each list has kind, number and name of its items and ``amount_yuan``, empty where unknown. An
    unknown amount counts as nothing in ``change_yuan``, so the changes add up to the difference of
    the two sums exactly. The name is the newer one.
    """
    old, new = _side(lazy(before), "before"), _side(lazy(after), "after")
    keys = nw.concat([old.select(*_KEY), new.select(*_KEY)], how="vertical").unique()
    was, becomes = nw.col(Counted.BEFORE_YUAN), nw.col(Counted.AFTER_YUAN)
    table = (
        keys.join(old, on=_KEY, how="left")
        .join(new, on=_KEY, how="left")
        .with_columns(
            (becomes.fill_null(0) - was.fill_null(0)).alias(Counted.CHANGE_YUAN.value),
            _step().alias(Counted.STEP.value),
            nw.when(~nw.col("_after_name").is_null())
            .then(nw.col("_after_name"))
            .otherwise(nw.col("_before_name"))
            .alias(_NAME),
        )
        .with_columns(nw.col(Counted.CHANGE_YUAN).abs().alias("_size"))
        .sort("_size", *_KEY, descending=[True, False, False])
        .select(*_KEY, _NAME, *_AMOUNTS, Counted.STEP.value)
    )
    return given_back(table, before)


def carried(
    changed: IntoFrameT, before: IntoFrameT, after: IntoFrameT, *, since: str, until: str
) -> IntoFrameT:
    """Say of which earlier month an amount is. One row per row of ``changed``, in its order.

    ``before`` and ``after`` are the standings of the months ``since`` and ``until``, text. Who did
    not report in ``since`` has the amount of an earlier report there, so that the change is the
    work of more months than lie between the two: ``counted_from_period`` is the month of that
    report, ``counted_to_period`` likewise that of the newer amount; both are empty where the
    amount is of the month itself, or unknown.
    """
    table = (
        lazy(changed)
        .join(_earlier(lazy(before), since, Counted.COUNTED_FROM.value), on=_KEY, how="left")
        .join(_earlier(lazy(after), until, Counted.COUNTED_TO.value), on=_KEY, how="left")
        .with_columns(nw.col(Counted.CHANGE_YUAN).abs().alias("_size"))
        .sort("_size", *_KEY, descending=[True, False, False])
        .drop("_size")
    )
    return given_back(table, changed)


def steps(changed: IntoFrameT) -> IntoFrameT:
    """Sum the changes (``changes``) by step. One row per step that has an item, by name of it.

    The sums of before, change and after are whole 元; an unknown amount adds nothing.
    """
    table = (
        lazy(changed)
        .with_columns(nw.col(*_AMOUNTS).fill_null(0))
        .group_by(Counted.STEP)
        .agg(nw.len().alias(Counted.ITEMS.value), *(nw.col(amount).sum() for amount in _AMOUNTS))
        .with_columns(nw.col(Counted.ITEMS.value, *_AMOUNTS).cast(nw.Int64))
        .sort(Counted.STEP)
    )
    return given_back(table, changed)


def lights(before: IntoFrameT, after: IntoFrameT) -> IntoFrameT:
    """Compare the lights of two standings. One row per item of either, by kind and number.

    Columns ``light_before`` and ``light_after``; ``absent`` where the item was not listed.
    """
    old = _lit(lazy(before), "before", Counted.LIGHT_BEFORE.value)
    new = _lit(lazy(after), "after", Counted.LIGHT_AFTER.value)
    keys = nw.concat([old.select(*_KEY), new.select(*_KEY)], how="vertical").unique()
    newer = nw.when(~nw.col("_after_name").is_null()).then(nw.col("_after_name"))
    table = (
        keys.join(old, on=_KEY, how="left")
        .join(new, on=_KEY, how="left")
        .with_columns(
            newer.otherwise(nw.col("_before_name")).alias(_NAME),
            nw.col(Counted.LIGHT_BEFORE.value, Counted.LIGHT_AFTER.value).fill_null(ABSENT),
        )
        .sort(*_KEY)
        .select(*_KEY, _NAME, Counted.LIGHT_BEFORE.value, Counted.LIGHT_AFTER.value)
    )
    return given_back(table, before)


def transitions(lights: IntoFrameT) -> IntoFrameT:
    """Count ``lights``. One row per light before and light after that an item has."""
    pair = [Counted.LIGHT_BEFORE.value, Counted.LIGHT_AFTER.value]
    table = (
        lazy(lights)
        .group_by(*pair)
        .agg(nw.len().alias(Counted.ITEMS.value))
        .with_columns(nw.col(Counted.ITEMS).cast(nw.Int64))
        .sort(*pair)
    )
    return given_back(table, lights)


def done_amounts(standing: IntoFrameT) -> IntoFrameT:
    """Return 累计完成投资 as a list to compare. One row per project."""
    of_projects = lazy(standing).filter(nw.col(Reports.KIND) == ItemKind.PROJECT)
    amount = nw.col(Reports.DONE_TOTAL_YUAN).alias(AMOUNT)
    return given_back(of_projects.select(*_KEY, _NAME, amount).sort(*_KEY), standing)


def total_amounts(projects: IntoFrameT) -> IntoFrameT:
    """Return 总投资 as a list to compare. One row per project."""
    table = lazy(projects).select(
        nw.lit(ItemKind.PROJECT.value).alias(Reports.KIND.value),
        nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
        nw.col(Projects.NAME).alias(_NAME),
        nw.col(Projects.TOTAL_YUAN).alias(AMOUNT),
    )
    return given_back(table.sort(*_KEY), projects)


def _earlier(standing: Frame, period: str, name: str) -> Frame:
    reported = nw.col(Counted.REPORTED_PERIOD)
    is_earlier = (reported < period) & ~nw.col(Reports.DONE_TOTAL_YUAN).is_null()
    return standing.select(*_KEY, nw.when(is_earlier).then(reported).alias(name))


def _side(listed: Frame, side: str) -> Frame:
    return listed.select(
        *_KEY,
        nw.col(_NAME).alias(f"_{side}_name"),
        nw.col(AMOUNT).alias(f"{side}_yuan"),
        nw.lit(1).alias(f"_{side}"),
    )


def _step() -> nw.Expr:
    was, becomes = nw.col(Counted.BEFORE_YUAN), nw.col(Counted.AFTER_YUAN)
    answers = (
        (nw.col("_before").is_null(), Step.ADDED),
        (nw.col("_after").is_null(), Step.LEFT),
        (was.is_null() & ~becomes.is_null(), Step.STATED),
        (~was.is_null() & becomes.is_null(), Step.UNSTATED),
        ((becomes > was).fill_null(value=False), Step.ROSE),
        ((becomes < was).fill_null(value=False), Step.FELL),
    )
    step: nw.Expr = nw.lit(Step.SAME.value)
    for condition, answer in reversed(answers):
        step = nw.when(condition).then(nw.lit(answer.value)).otherwise(step)
    return step


def _lit(standing: Frame, side: str, light: str) -> Frame:
    return standing.select(
        *_KEY, nw.col(_NAME).alias(f"_{side}_name"), nw.col(Counted.LIGHT).alias(light)
    )
