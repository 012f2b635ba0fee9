"""Investment by phase: how much is only planned, how much is being built, how much is there."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.calendar_tables import NOT_STATED
from analysis.frames import Frame, counted, given_back, lazy, summed
from analysis.metrics.columns import Counted
from analysis.plan_tables import POSITION, UNASSIGNED
from domain.columns import Projects

_TOTAL = Projects.TOTAL_YUAN.value
_KNOWN = "_known"


def by_phase(projects: IntoFrameT, phases: IntoFrameT) -> IntoFrameT:
    """Sum total investment per phase. One row per phase of a project's life, not stated last.

    An amount is empty, not zero, where no project of the phase discloses one; the count of
    undisclosed projects stands beside it. The row of the projects without a phase has an empty
    phase and is left out when every project has one.
    """
    sums = _keyed(lazy(projects)).group_by(Projects.PHASE).agg(*_sums())
    counts = (Counted.PROJECTS.value, Counted.UNDISCLOSED.value)
    phase = nw.col(Projects.PHASE)
    table = (
        lazy(phases)
        .join(sums, on=Projects.PHASE.value, how="left")
        .with_columns(_known_total(), nw.col(*counts).fill_null(0).cast(nw.Int64))
        .filter((phase != NOT_STATED) | (nw.col(Counted.PROJECTS) > 0))
        .sort(POSITION)
        .select(_stated(phase, NOT_STATED), *counts, _TOTAL)
    )
    return given_back(table, projects)


def by_phase_and_chain(projects: IntoFrameT, phases: IntoFrameT, chains: IntoFrameT) -> IntoFrameT:
    """Sum total investment per phase and chain. One row per pair with a disclosed amount.

    Rows come in the order of a project's life, then of the plan's chains; the unassigned chain and
    the phase not stated are empty.
    """
    life = lazy(phases).with_columns(nw.col(POSITION).alias("_life")).drop(POSITION)
    sums = _keyed(lazy(projects)).group_by(Projects.PHASE, Projects.CHAIN).agg(*_sums())
    table = (
        sums.with_columns(_known_total(), nw.col(Counted.PROJECTS).cast(nw.Int64))
        .filter(~nw.col(_TOTAL).is_null())
        .join(life, on=Projects.PHASE.value, how="inner")
        .join(lazy(chains), on=Projects.CHAIN.value, how="inner")
        .sort("_life", POSITION)
        .select(
            _stated(nw.col(Projects.PHASE), NOT_STATED),
            _stated(nw.col(Projects.CHAIN), UNASSIGNED),
            Counted.PROJECTS.value,
            _TOTAL,
        )
    )
    return given_back(table, projects)


def _keyed(projects: Frame) -> Frame:
    return projects.with_columns(
        nw.col(Projects.PHASE).fill_null(NOT_STATED),
        nw.col(Projects.CHAIN).fill_null(UNASSIGNED),
        counted(nw.col(_TOTAL).is_null()).alias(Counted.UNDISCLOSED.value),
    )


def _sums() -> list[nw.Expr]:
    return [
        nw.len().alias(Counted.PROJECTS.value),
        nw.col(Counted.UNDISCLOSED).sum(),
        nw.col(_TOTAL).sum(),
        nw.col(_TOTAL).count().alias(_KNOWN),
    ]


def _known_total() -> nw.Expr:
    (total,) = summed(_TOTAL)
    return nw.when(nw.col(_KNOWN) > 0).then(total).alias(_TOTAL)


def _stated(key: nw.Expr, not_stated: str) -> nw.Expr:
    return nw.when(key != not_stated).then(key)
