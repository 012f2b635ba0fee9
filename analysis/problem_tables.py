"""Problems of the ledger as a table of a day, and what they are counted by."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from analysis.metrics.columns import Troubled
from analysis.plan_tables import POSITION
from domain.columns import Assignments, Problems
from domain.plan import Plan
from domain.problems import Problem, ProblemType

_WHOLE = (Problems.NUMBER, Problems.DAYS_OPEN, Problems.DAYS_OVERDUE, Problems.REOPENED)
_LAST_DAY = 10**6  # of the oldest band
BANDS = ((0, 30), (31, 60), (61, 90), (91, _LAST_DAY))  # 账龄, in days


def problems_on(known: Iterable[Problem], today: date) -> pd.DataFrame:
    """Return one row per problem as it stands on a day, columns of ``Problems``."""
    table = pd.DataFrame(
        [_row(one, today) for one in known], columns=[name.value for name in Problems]
    )
    text = [name.value for name in Problems if name not in _WHOLE]
    types = {**dict.fromkeys(text, "str"), **{name.value: "Int64" for name in _WHOLE}}
    return table.astype(types)


def types() -> pd.DataFrame:
    """Return one row per type of problem."""
    names = [one.value for one in ProblemType]
    return pd.DataFrame({Problems.TYPE.value: names, POSITION: range(len(names))})


def bands() -> pd.DataFrame:
    """Return one row per 账龄 with its first and last day."""
    return pd.DataFrame(
        {
            Troubled.BAND.value: [band_name(*one) for one in BANDS],
            Troubled.FROM_DAYS.value: [first for first, _ in BANDS],
            Troubled.TO_DAYS.value: [last for _, last in BANDS],
            POSITION: range(len(BANDS)),
        }
    )


def band_name(first: int, last: int) -> str:
    """Name a band by its days.

    >>> [band_name(*one) for one in BANDS]
    ['0-30', '31-60', '61-90', '91-']
    """
    return f"{first}-" if last == _LAST_DAY else f"{first}-{last}"


def owners(plan: Plan, problems: pd.DataFrame) -> pd.DataFrame:
    """Return one row per unit of the plan, then per owner that the plan names no longer."""
    left = sorted(set(problems[Problems.OWNER]) - set(plan.unit_names))
    names = [*plan.unit_names, *left]
    return pd.DataFrame({Assignments.RESPONSIBLE_UNIT.value: names, POSITION: range(len(names))})


def _row(problem: Problem, today: date) -> dict[str, object]:
    entries, closed = problem.entries, problem.closed_on
    return {
        Problems.NUMBER.value: problem.number,
        Problems.KIND.value: None if entries.kind is None else entries.kind.value,
        Problems.ITEM_ID.value: entries.item_id,
        Problems.TYPE.value: entries.type.value,
        Problems.OWNER.value: entries.owner,
        Problems.DUE_ON.value: None if entries.due_on is None else entries.due_on.isoformat(),
        Problems.RAISED_ON.value: problem.raised_on.isoformat(),
        Problems.CLOSED_ON.value: None if closed is None else closed.isoformat(),
        Problems.DAYS_OPEN.value: problem.days_open(today),
        Problems.DAYS_OVERDUE.value: problem.days_overdue(today),
        Problems.REOPENED.value: problem.reopened,
    }
