"""The ledger of problems (问题台账) counted: by type and unit, by age, by item."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, counted, given_back, lazy, share, summed
from analysis.metrics.columns import Troubled
from analysis.plan_tables import POSITION
from domain.columns import Assignments, Problems

_ONE = "_one"
_OPEN, _OVERDUE = Troubled.OPEN.value, Troubled.OVERDUE.value
_COUNTS = (
    Troubled.RAISED.value,
    _OPEN,
    _OVERDUE,
    Troubled.CLOSED.value,
    Troubled.REOPENED.value,
)
_OWNER, _TYPE = Problems.OWNER.value, Problems.TYPE.value
_AGE = Troubled.LONGEST_DAYS.value


def by_type_and_unit(problems: IntoFrameT) -> IntoFrameT:
    """Count open and overdue problems. One row per owner and type with an open problem."""
    table = (
        _marked(lazy(problems))
        .filter(nw.col(_OPEN) == 1)
        .group_by(_OWNER, _TYPE)
        .agg(nw.col(_OPEN).sum(), nw.col(_OVERDUE).sum())
        .with_columns(*summed(_OPEN, _OVERDUE))
        .sort(_OWNER, _TYPE)
    )
    return given_back(table, problems)


def by_unit(problems: IntoFrameT, units: IntoFrameT) -> IntoFrameT:
    """Count the problems each unit owes or owed. One row per unit of ``units``, in its order.

    销号率 is closed ÷ raised in percent, empty for a unit without a problem; the longest age is
    that of the open ones in days, empty where none is open.
    """
    counts = _counted(_marked(lazy(problems)).rename({_OWNER: Assignments.RESPONSIBLE_UNIT.value}),
                      Assignments.RESPONSIBLE_UNIT.value)  # fmt: skip
    table = lazy(units).join(counts, on=Assignments.RESPONSIBLE_UNIT.value, how="left")
    return given_back(_rated(table).sort(POSITION).drop(POSITION), problems)


def by_type(problems: IntoFrameT, types: IntoFrameT) -> IntoFrameT:
    """Count the problems of each type. One row per type of ``types``, in its order.

    Columns as in ``by_unit``.
    """
    table = lazy(types).join(_counted(_marked(lazy(problems)), _TYPE), on=_TYPE, how="left")
    return given_back(_rated(table).sort(POSITION).drop(POSITION), problems)


def by_age(problems: IntoFrameT, bands: IntoFrameT) -> IntoFrameT:
    """Count open problems by 账龄, the days they are open. One row per band, the youngest first.

    ``bands`` has the first and last day of each; a problem opened again counts from its raising.
    """
    names = [Troubled.BAND.value, Troubled.FROM_DAYS.value, Troubled.TO_DAYS.value]
    age, one = nw.col(Problems.DAYS_OPEN), nw.lit(1).alias(_ONE)
    still = _marked(lazy(problems)).filter(nw.col(_OPEN) == 1).with_columns(one)
    inside = (age >= nw.col(Troubled.FROM_DAYS)) & (age <= nw.col(Troubled.TO_DAYS))
    counts = (
        still.join(lazy(bands).with_columns(one), on=_ONE, how="inner")
        .filter(inside)
        .group_by(Troubled.BAND.value)
        .agg(nw.col(_OPEN).sum(), nw.col(_OVERDUE).sum())
    )
    table = (
        lazy(bands)
        .join(counts, on=Troubled.BAND.value, how="left")
        .with_columns(nw.col(_OPEN, _OVERDUE).fill_null(0).cast(nw.Int64))
        .sort(POSITION)
        .select(*names, _OPEN, _OVERDUE)
    )
    return given_back(table, problems)


def by_item(problems: IntoFrameT) -> IntoFrameT:
    """Count open problems about projects and tasks. One row per item with one, by kind and number.

    The longest age is in days.
    """
    key = [Problems.KIND.value, Problems.ITEM_ID.value]
    table = (
        _marked(lazy(problems))
        .filter((nw.col(_OPEN) == 1) & ~nw.col(Problems.ITEM_ID).is_null())
        .group_by(*key)
        .agg(nw.col(_OPEN).sum(), nw.col(_OVERDUE).sum(), nw.col(_AGE).max())
        .with_columns(*summed(_OPEN, _OVERDUE, _AGE))
        .sort(*key)
    )
    return given_back(table, problems)


def _marked(problems: Frame) -> Frame:
    """Mark each problem by 1 or 0, and open ones with their age."""
    still = nw.col(Problems.CLOSED_ON).is_null()
    overdue = still & (nw.col(Problems.DAYS_OVERDUE) > 0)
    marks = {
        Troubled.RAISED: nw.lit(1),
        Troubled.OPEN: counted(still),
        Troubled.OVERDUE: counted(overdue),
        Troubled.CLOSED: counted(~still),
        Troubled.REOPENED: counted(nw.col(Problems.REOPENED) > 0),
    }
    return problems.with_columns(
        *(mark.cast(nw.Int64).alias(name.value) for name, mark in marks.items()),
        nw.when(still).then(nw.col(Problems.DAYS_OPEN)).alias(_AGE),
    )


def _counted(marked: Frame, by: str) -> Frame:
    counts = [nw.col(name).sum() for name in _COUNTS]
    return marked.group_by(by).agg(*counts, nw.col(_AGE).max())


def _rated(table: Frame) -> Frame:
    raised, closed = nw.col(Troubled.RAISED), nw.col(Troubled.CLOSED)
    return table.with_columns(
        nw.col(*_COUNTS).fill_null(0).cast(nw.Int64), nw.col(_AGE).cast(nw.Int64)
    ).with_columns(share(closed, raised).alias(Troubled.CLOSED_PERCENT.value))
