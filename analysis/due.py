"""The month a task or project is due, read from a cell that holds what an office wrote."""

import re

import pandas as pd

from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Phase, Projects, Reports, Tasks
from domain.periods import MONTHS

_MONTH = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(\d{4})\s*年(?:底|末|内|年底)?前?")


def due_period(text: str | None) -> str | None:
    """Return the month a cell names, the last one of a year, or None where it names none.

    >>> [due_period(text) for text in ("2026-12", "2026年9月底前", "2026.6.30", "2026年底")]
    ['2026-12', '2026-09', '2026-06', '2026-12']
    >>> [due_period(text) for text in ("长期", "持续推进", "2026-13", None)]
    [None, None, None, None]
    """
    if not isinstance(text, str):
        return None
    if month := _MONTH.search(text):
        number = int(month[2])
        return f"{month[1]}-{number:02d}" if 1 <= number <= MONTHS else None
    year = _YEAR.search(text)
    return f"{year[1]}-{MONTHS:02d}" if year else None


def due_items(projects: pd.DataFrame, tasks: pd.DataFrame) -> pd.DataFrame:
    """Return kind, number and month for every item whose cell names one. One row per such item.

    A project that its table calls 竣工 is awaited no longer.
    """
    awaited = projects[projects[Projects.PHASE] != Phase.FINISHED]
    found = [
        (kind.value, item, period)
        for kind, numbers, cells in (
            (ItemKind.PROJECT, awaited[Projects.ID], awaited[Projects.PLANNED_FINISH]),
            (ItemKind.TASK, tasks[Tasks.ID], tasks[Tasks.DUE]),
        )
        for item, text in zip(numbers, cells, strict=True)
        if (period := due_period(text)) is not None
    ]
    columns = [Reports.KIND.value, Reports.ITEM_ID.value, Counted.DUE_PERIOD.value]
    return pd.DataFrame(found, columns=columns).astype("str")
