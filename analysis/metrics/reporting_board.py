"""The reporting board: which reports came in time, late, as copies or not at all, by month."""

from enum import StrEnum

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.earlier import LINE, REPORT, SAID, as_then, says_again
from analysis.frames import Frame, counted, given_back, lazy, share, summed
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM, KEY
from analysis.plan_tables import POSITION
from domain.columns import ItemKind, Reports, Submissions


class State(StrEnum):
    """What a unit's month looks like: the first of these that is true of any of its reports."""

    MISSING = "missing"
    SAME_AS_LAST = "same_as_last"
    LATE = "late"
    CORRECTED = "corrected"
    OUTSTANDING = "outstanding"
    ON_TIME = "on_time"
    NOTHING_EXPECTED = "nothing_expected"


_ONE, _FROM = "_one", "_from"
_ANY = "*"  # of a project, whose report may come from any unit
_UNIT = Reports.RESPONSIBLE_UNIT.value
_FLAGS = (
    Counted.RECEIVED.value,
    Counted.LATE.value,
    Counted.MISSING.value,
    Counted.OUTSTANDING.value,
    Counted.SAME_AS_LAST.value,
    Counted.CORRECTED.value,
)
_DAYS = (Counted.DUE_ON.value, Submissions.RECEIVED_ON.value)
_SAME = "_same"
_KNOWN = (Submissions.RECEIVED_ON.value, Submissions.UPLOADS.value)
_CAME = (*_KNOWN, _SAME)


def by_report(
    expected: IntoFrameT, submissions: IntoFrameT, months: IntoFrameT, *, first: str, today: str
) -> IntoFrameT:
    """Tell what became of each report. One row per expected report and month of ``months``.

    ``months`` has a month, the month ``before`` it and the day its reports are due; nothing is
    expected before the month ``first``. A task's report must come from the very unit; a project's
    may come from any unit, and counts as the best of them: the earliest, a copy only if all are.
    The last columns are 1 or 0. Of received, missing and outstanding exactly one is 1; late,
    same as last and corrected are said of received ones. A report is missing once ``today`` is
    after its due day, and outstanding before.
    """
    listed = lazy(months).filter(nw.col(Reports.PERIOD) >= first)
    came = _came(lazy(submissions), listed)
    task = nw.col(Reports.KIND) == ItemKind.TASK
    owed = lazy(expected).with_columns(
        nw.when(task).then(nw.col(_UNIT)).otherwise(nw.lit(_ANY)).alias(_FROM),
        nw.lit(1).alias(_ONE),
    )
    due = listed.select(Reports.PERIOD.value, Counted.DUE_ON.value, nw.lit(1).alias(_ONE))
    table = (
        owed.join(due, on=_ONE, how="inner")
        .join(_of_sender(came), on=[*KEY, _FROM], how="left")
        .with_columns(*_flags(today))
        .select(*REPORT, Reports.ITEM_NAME.value, *_DAYS, *_FLAGS)
        .sort(Reports.PERIOD, _UNIT, *ITEM)
    )
    return given_back(table, expected)


def by_unit(by_report: IntoFrameT, units: IntoFrameT, months: IntoFrameT) -> IntoFrameT:
    """Count ``by_report``. One row per responsible unit of the plan and month of ``months``.

    Both percentages are of the expected reports: received, and received in time; empty where none
    is expected. Units are in the order of plan.toml, each with its months in time order.
    """
    counts = (
        lazy(by_report)
        .group_by(_UNIT, Reports.PERIOD)
        .agg(nw.len().alias(Counted.EXPECTED.value), *(nw.col(flag).sum() for flag in _FLAGS))
    )
    names = [Counted.EXPECTED.value, *_FLAGS]
    due = lazy(months).select(Reports.PERIOD.value, Counted.DUE_ON.value, nw.lit(1).alias(_ONE))
    wanted, received = nw.col(Counted.EXPECTED), nw.col(Counted.RECEIVED)
    in_time = received - nw.col(Counted.LATE)
    table = (
        lazy(units)
        .with_columns(nw.lit(1).alias(_ONE))
        .join(due, on=_ONE, how="inner")
        .join(counts, on=[_UNIT, Reports.PERIOD.value], how="left")
        .with_columns(nw.col(*names).fill_null(0).cast(nw.Int64))
        .with_columns(
            share(received, wanted).alias(Counted.REPORTING_PERCENT.value),
            share(in_time, wanted).alias(Counted.ON_TIME_PERCENT.value),
            _state().alias(Counted.STATE.value),
        )
        .sort(POSITION, Reports.PERIOD)
        .drop(POSITION, _ONE)
    )
    return given_back(table, by_report)


def by_month(by_report: IntoFrameT) -> IntoFrameT:
    """Count ``by_report`` over all its units. One row per month, in time order.

    Of the expected reports so many were received, so many of these in time, and so many are
    missing or may still come; the rates are of the expected ones. Source: the same rates as
    ``by_unit``.
    """
    wanted, received = nw.col(Counted.EXPECTED), nw.col(Counted.RECEIVED)
    names = (Counted.EXPECTED.value, *_FLAGS)
    table = (
        lazy(by_report)
        .group_by(Reports.PERIOD.value)
        .agg(nw.len().alias(Counted.EXPECTED.value), *(nw.col(flag).sum() for flag in _FLAGS))
        .with_columns(*summed(*names))
        .with_columns((received - nw.col(Counted.LATE)).alias(Counted.ON_TIME.value))
        .with_columns(
            share(received, wanted).alias(Counted.REPORTING_PERCENT.value),
            share(nw.col(Counted.ON_TIME), wanted).alias(Counted.ON_TIME_PERCENT.value),
        )
        .sort(Reports.PERIOD)
    )
    return given_back(table, by_report)


def _came(submissions: Frame, months: Frame) -> Frame:
    """Return the reports of ``months``, each marked 1 where it repeats the month before."""
    said = submissions.select(*REPORT, *SAID)
    before = nw.col(Reports.PERIOD).alias(Counted.BEFORE.value)
    then = as_then(said).with_columns(before).drop(Reports.PERIOD)
    return (
        submissions.select(*REPORT, *SAID, *_KNOWN)
        .join(months.select(Reports.PERIOD.value, Counted.BEFORE.value), on=Reports.PERIOD.value)
        .join(then, on=[Counted.BEFORE.value, *LINE], how="left")
        .with_columns(counted(says_again()).cast(nw.Int64).alias(_SAME))
        .select(*REPORT, *_CAME)
    )


def _of_sender(came: Frame) -> Frame:
    """Return what came of each task by unit, and of each project whoever it came from."""
    task = nw.col(Reports.KIND) == ItemKind.TASK
    columns = (*KEY, _FROM, *_CAME)
    of_tasks = came.filter(task).with_columns(nw.col(_UNIT).alias(_FROM)).select(*columns)
    of_projects = (
        came.filter(~task)
        .group_by(*KEY)
        .agg(
            nw.col(Submissions.RECEIVED_ON).min(),
            nw.col(Submissions.UPLOADS).max(),
            nw.col(_SAME).min(),
        )
        .with_columns(nw.lit(_ANY).alias(_FROM))
        .select(*columns)
    )
    return nw.concat([of_tasks, of_projects], how="vertical")


def _flags(today: str) -> list[nw.Expr]:
    due, received = nw.col(Counted.DUE_ON), ~nw.col(Submissions.UPLOADS).is_null()
    said = {
        Counted.RECEIVED: received,
        Counted.LATE: (nw.col(Submissions.RECEIVED_ON) > due).fill_null(value=False),
        Counted.MISSING: ~received & (due < today),
        Counted.OUTSTANDING: ~received & (due >= today),
        Counted.SAME_AS_LAST: (nw.col(_SAME) == 1).fill_null(value=False),
        Counted.CORRECTED: (nw.col(Submissions.UPLOADS) > 1).fill_null(value=False),
    }
    return [counted(condition).cast(nw.Int64).alias(name.value) for name, condition in said.items()]


def _state() -> nw.Expr:
    answers = (
        (nw.col(Counted.MISSING) > 0, State.MISSING),
        (nw.col(Counted.SAME_AS_LAST) > 0, State.SAME_AS_LAST),
        (nw.col(Counted.LATE) > 0, State.LATE),
        (nw.col(Counted.CORRECTED) > 0, State.CORRECTED),
        (nw.col(Counted.OUTSTANDING) > 0, State.OUTSTANDING),
        (nw.col(Counted.EXPECTED) > 0, State.ON_TIME),
    )
    state: nw.Expr = nw.lit(State.NOTHING_EXPECTED.value)
    for condition, answer in reversed(answers):
        state = nw.when(condition).then(nw.lit(answer.value)).otherwise(state)
    return state
