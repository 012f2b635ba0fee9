"""What open data is made of: the tables of one version, and what is known about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from domain.columns import Assignments, Projects, Reports, Tasks
from domain.plan import Plan

IS_ILLUSTRATIVE = "is_illustrative"  # the one column of open data that the ledger's tables lack


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The four tables of a version of the ledger, with the columns of ``domain.columns``.

    ``shown`` are the uploads that only show how it works; ``at`` is when the version came to be.
    """

    plan: Plan
    version: int
    at: datetime
    projects: pd.DataFrame
    tasks: pd.DataFrame
    assignments: pd.DataFrame
    reports: pd.DataFrame
    illustrative: bool
    shown: frozenset[int] = frozenset()

    @property
    def marked_reports(self) -> pd.DataFrame:
        """The reports, each with whether the upload it comes from is illustrative."""
        marked = self.reports[Reports.VERSION].isin(self.shown).astype("bool")
        return self.reports.assign(**{IS_ILLUSTRATIVE: marked})


@dataclass(frozen=True, slots=True)
class Table:
    """A table of open data: its file's name, its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Source], pd.DataFrame]


TABLES = (
    Table("projects", tuple(Projects), lambda source: source.projects),
    Table("tasks", tuple(Tasks), lambda source: source.tasks),
    Table("assignments", tuple(Assignments), lambda source: source.assignments),
    Table("reports", (*Reports, IS_ILLUSTRATIVE), lambda source: source.marked_reports),
)
