"""Investment by industry chain: what the plan states, what is inferred, what is not disclosed."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, constant, counted, given_back, lazy, share, summed
from analysis.metrics.columns import Counted
from analysis.plan_tables import POSITION, UNASSIGNED
from domain.columns import ChainBasis, ItemKind, Projects, Reports

_AMOUNTS = (
    Projects.TOTAL_YUAN.value,
    Counted.STATED_YUAN.value,
    Counted.INFERRED_YUAN.value,
    Reports.DONE_TOTAL_YUAN.value,
    Counted.DONE_DISCLOSED_YUAN.value,
)
_KNOWN = "_known_"


def by_chain(projects: IntoFrameT, standing: IntoFrameT, chains: IntoFrameT) -> IntoFrameT:
    """Sum total investment per chain. One row per chain in the plan's order, unassigned last.

    ``standing`` is where every item stands (``progress.standing``). Amounts are whole 元; an amount
    is empty, not zero, where no project of the chain discloses one, and the count of undisclosed
    projects stands beside it. What is done may stand against the total only where it is done on
    projects that disclose theirs: ``done_of_disclosed_yuan``. A chain without a project keeps its
    row. The unassigned row has an empty chain.
    """
    totals = _with_done(lazy(projects), lazy(standing)).group_by(Projects.CHAIN).agg(*_sums())
    rows = lazy(chains).join(totals, on=Projects.CHAIN.value, how="left")
    counts = (Counted.PROJECTS.value, Counted.UNDISCLOSED.value, Counted.DONE_PROJECTS.value)
    known = [
        nw.when(nw.col(_KNOWN + amount) > 0).then(total).alias(amount)
        for amount, total in zip(_AMOUNTS, summed(*_AMOUNTS), strict=True)
    ]
    named = nw.when(nw.col(Projects.CHAIN) != UNASSIGNED).then(nw.col(Projects.CHAIN))
    table = (
        rows.with_columns(*known, nw.col(*counts).fill_null(0).cast(nw.Int64))
        .sort(POSITION)
        .select(named.alias(Projects.CHAIN.value), *counts, *_AMOUNTS)
    )
    return given_back(table, projects)


def completion(
    projects: IntoFrameT, standing: IntoFrameT, chains: IntoFrameT, *, schedule: float
) -> IntoFrameT:
    """Work out 投资完成率 per chain. One row per chain with a year plan, unassigned last.

    The rate is the sum done this year ÷ the sum of year plans over the projects that state both in
    the period itself, for an older figure would be held against a later schedule: the same projects
    as in the overview. ``schedule`` is 序时进度 in percent.
    """
    done, plan = nw.col(Reports.DONE_YTD_YUAN), nw.col(Reports.YEAR_PLAN_YUAN)
    stated = (
        _projects_only(lazy(standing))
        .filter(~done.is_null() & ~plan.is_null() & nw.col(Counted.IS_CURRENT))
        .select(nw.col(Reports.ITEM_ID).alias(Projects.ID.value), done, plan)
    )
    chained = lazy(projects).select(Projects.ID.value, nw.col(Projects.CHAIN).fill_null(UNASSIGNED))
    sums = (
        chained.join(stated, on=Projects.ID.value, how="inner")
        .group_by(Projects.CHAIN)
        .agg(done.sum(), plan.sum(), nw.len().alias(Counted.PROJECTS.value))
    )
    table = (
        lazy(chains)
        .join(sums, on=Projects.CHAIN.value, how="inner")
        .with_columns(
            *summed(Reports.DONE_YTD_YUAN, Reports.YEAR_PLAN_YUAN),
            share(done, plan).alias(Counted.COMPLETION_PERCENT.value),
            constant(schedule).alias(Counted.SCHEDULE_PERCENT.value),
        )
        .sort(POSITION)
        .drop(POSITION)
    )
    return given_back(table, projects)


def without_inferred(projects: IntoFrameT) -> IntoFrameT:
    """Take every inferred chain back to unassigned. One row per project, as it came."""
    inferred = _is_inferred()
    table = lazy(projects).with_columns(
        nw.when(~inferred).then(nw.col(Projects.CHAIN)).alias(Projects.CHAIN.value),
        nw.when(inferred)
        .then(nw.lit(ChainBasis.UNASSIGNED.value))
        .otherwise(nw.col(Projects.CHAIN_BASIS))
        .alias(Projects.CHAIN_BASIS.value),
    )
    return given_back(table, projects)


def _with_done(projects: Frame, standing: Frame) -> Frame:
    done = _projects_only(standing).select(
        nw.col(Reports.ITEM_ID).alias(Projects.ID.value), Reports.DONE_TOTAL_YUAN.value
    )
    total, inferred = nw.col(Projects.TOTAL_YUAN), _is_inferred()
    return projects.join(done, on=Projects.ID.value, how="left").with_columns(
        nw.col(Projects.CHAIN).fill_null(UNASSIGNED),
        counted(total.is_null()).alias(Counted.UNDISCLOSED.value),
        nw.when(~inferred).then(total).alias(Counted.STATED_YUAN.value),
        nw.when(inferred).then(total).alias(Counted.INFERRED_YUAN.value),
        nw.when(~total.is_null())
        .then(nw.col(Reports.DONE_TOTAL_YUAN))
        .alias(Counted.DONE_DISCLOSED_YUAN.value),
    )


def _projects_only(standing: Frame) -> Frame:
    """Leave the tasks out: one of them may have the number of a project."""
    return standing.filter(nw.col(Reports.KIND) == ItemKind.PROJECT)


def _is_inferred() -> nw.Expr:
    # An empty basis is not an inferred one; in SQL comparing with it would be empty, not false.
    return (nw.col(Projects.CHAIN_BASIS) == ChainBasis.INFERRED).fill_null(value=False)


def _sums() -> list[nw.Expr]:
    known = [nw.col(amount).count().alias(_KNOWN + amount) for amount in _AMOUNTS]
    return [
        nw.len().alias(Counted.PROJECTS.value),
        nw.col(Counted.UNDISCLOSED).sum(),
        nw.col(Reports.DONE_TOTAL_YUAN).count().alias(Counted.DONE_PROJECTS.value),
        *(nw.col(amount).sum() for amount in _AMOUNTS),
        *known,
    ]
