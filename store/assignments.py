"""Who carries which task, read from the units written on the line of each task."""

import re

import pandas as pd

from domain.columns import Assignments, Capacity, Tasks

_BETWEEN = re.compile(r"[、；;]")
_UNWRITTEN = 0  # the position of a lead unit that its line does not name


def assignments_of(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return one row per task and responsible unit, by task, then position.

    The first name on a line has position 1. A lead unit that the line does not name stands at
    position 0: it carries the task, but nobody wrote it there. A name written twice counts once.

    >>> lines = {"task_id": ["T1", "T2"], "responsible_units": ["甲、乙", "甲"]}
    >>> assignments_of(pd.DataFrame(lines | {"lead_unit": [None, "丙"]}))
      task_id responsible_unit  position     capacity
    0      T1                甲         1  first_named
    1      T1                乙         2        joint
    2      T2                丙         0         lead
    3      T2                甲         1  first_named
    """
    lines = tasks[[Tasks.ID, Tasks.RESPONSIBLE_UNITS, Tasks.LEAD_UNIT]]
    rows = [
        (task, name, position, _capacity(name, position, lead))
        for task, units, lead in lines.itertuples(index=False, name=None)
        for name, position in _positions(units, lead).items()
    ]
    frame = pd.DataFrame(rows, columns=[str(name) for name in Assignments])
    types = dict.fromkeys(map(str, Assignments), "str") | {str(Assignments.POSITION): "Int64"}
    return frame.astype(types)


def _positions(units: object, lead: object) -> dict[str, int]:
    written = [name.strip() for name in _BETWEEN.split(units if isinstance(units, str) else "")]
    names = dict.fromkeys(name for name in written if name)
    positions = {name: position for position, name in enumerate(names, start=1)}
    unwritten = {lead: _UNWRITTEN} if isinstance(lead, str) and lead not in positions else {}
    return unwritten | positions


def _capacity(name: str, position: int, lead: object) -> str:
    if name == lead:
        return Capacity.LEAD.value
    return (Capacity.FIRST_NAMED if position == 1 else Capacity.JOINT).value
