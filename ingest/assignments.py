"""Who carries which task: one row per task and responsible unit, in the order of the plan."""

import pandas as pd

from domain.columns import JOINED, Assignments, Capacity, Tasks


def assignments_of(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return one row per task and responsible unit with the columns of ``Assignments``.

    ``tasks`` is a frame with the columns of ``Tasks``. A task without units has no row.
    """
    rows = [
        (
            str(task[Tasks.ID]),
            unit,
            position,
            _capacity(unit, position, _units(task[Tasks.LEAD_UNIT])),
        )
        for task in tasks.to_dict("records")
        for position, unit in enumerate(_units(task[Tasks.RESPONSIBLE_UNITS]), start=1)
    ]
    return pd.DataFrame(rows, columns=[column.value for column in Assignments])


def _units(entry: object) -> list[str]:
    return entry.split(JOINED) if isinstance(entry, str) and entry else []


def _capacity(unit: str, position: int, leads: list[str]) -> str:
    if unit in leads:
        return Capacity.LEAD.value
    return (Capacity.FIRST_NAMED if position == 1 else Capacity.JOINT).value
