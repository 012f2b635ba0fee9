"""The plan at one version of the ledger, with every metric table worked out at most once."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from analysis import plan_tables
from analysis.metrics import investment, load, overview, progress, reporting, series
from domain import rules
from domain.columns import ItemKind, Reports, Tasks
from domain.periods import Period, between
from domain.plan import Plan


@dataclass(frozen=True, eq=False)
class Board:
    """Frames of one version, with the columns of ``domain.columns``; nobody writes into them."""

    plan: Plan
    version: int
    projects: pd.DataFrame
    tasks: pd.DataFrame
    assignments: pd.DataFrame
    reports: pd.DataFrame

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every month from the first report to the last, none when nothing is reported."""
        if self.reports.empty:
            return ()
        months = self.reports[Reports.PERIOD]
        return between(Period.parse(str(months.min())), Period.parse(str(months.max())))

    @cached_property
    def sections(self) -> list[str]:
        """The sections of the plan in its order."""
        return list(dict.fromkeys(self.tasks[Tasks.SECTION].dropna()))

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row per responsible unit of the plan."""
        return plan_tables.responsible_units(self.plan)

    @cached_property
    def items(self) -> pd.DataFrame:
        """One row per project and task."""
        return progress.items(self.projects, self.tasks)

    @cached_property
    def by_item(self) -> pd.DataFrame:
        """One row per item and period with a report."""
        schedule, lights = self.plan.schedule_rule, self.plan.light_rule
        return progress.by_item(self.reports, self.assignments, schedule, lights)

    @cached_property
    def load(self) -> pd.DataFrame:
        """One row per responsible unit."""
        return load.by_unit(self.assignments, self.units)

    @cached_property
    def load_by_section(self) -> pd.DataFrame:
        """One row per responsible unit and section with a task."""
        return load.by_unit_and_section(self.assignments, self.tasks)

    @cached_property
    def expected(self) -> pd.DataFrame:
        """One row per report that each period expects."""
        return reporting.expected(self.projects, self.tasks, self.assignments)

    @lru_cache(maxsize=64)  # noqa: B019 - a board lives as long as its place in the cache
    def standing(self, period: Period) -> pd.DataFrame:
        """One row per item: where it stands at the end of ``period``."""
        return progress.standing(self.by_item, self.items, str(period))

    @lru_cache(maxsize=64)  # noqa: B019 - as above
    def owed(self, period: Period) -> pd.DataFrame:
        """One row per expected report of ``period``, received or not."""
        return reporting.owed(self.expected, self.reports, str(period))

    @lru_cache(maxsize=64)  # noqa: B019 - as above
    def reporting(self, period: Period) -> pd.DataFrame:
        """One row per responsible unit: expected, received and missing reports."""
        return reporting.by_unit(self.owed(period), self.units)

    @lru_cache(maxsize=64)  # noqa: B019 - as above
    def overview(self, period: Period) -> pd.DataFrame:
        """One row: the key figures of ``period``."""
        schedule = rules.schedule_percent(period, self.plan.schedule_rule)
        return overview.key_figures(
            self.projects, self.standing(period), self.owed(period), schedule_percent=schedule
        )

    def key_figures(self, period: Period) -> dict[str, Any]:
        """Return the key figures by name, None where nothing is known."""
        (row,) = self.overview(period).to_dict("records")
        return {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}

    @lru_cache(maxsize=64)  # noqa: B019 - as above
    def investment(self, period: Period, *, with_inferred: bool = True) -> pd.DataFrame:
        """One row per industry chain, unassigned last."""
        chains = plan_tables.chains(self.plan)
        return investment.by_chain(self.chained(with_inferred), self.standing(period), chains)

    @lru_cache(maxsize=2)  # noqa: B019 - as above
    def chained(self, with_inferred: bool) -> pd.DataFrame:  # noqa: FBT001 - it is the cache key
        """The projects, with or without the chains that are only inferred."""
        return self.projects if with_inferred else investment.without_inferred(self.projects)

    @cached_property
    def series(self) -> dict[str, pd.DataFrame]:
        """Progress over time by kind of subject: tasks, projects, units, chains."""
        schedule = self.plan.schedule_rule
        return {
            "tasks": series.of_items(self.by_item, self.items, ItemKind.TASK),
            "projects": series.of_items(self.by_item, self.items, ItemKind.PROJECT),
            "units": series.of_units(self.reports, schedule),
            "chains": series.of_chains(self.by_item, self.projects),
        }

    @lru_cache(maxsize=64)  # noqa: B019 - as above
    def completion(self, period: Period) -> pd.DataFrame:
        """One row per chain with a year plan: 投资完成率 of ``period``."""
        schedule = rules.schedule_percent(period, self.plan.schedule_rule)
        chains, standing = plan_tables.chains(self.plan), self.standing(period)
        return investment.completion(self.projects, standing, chains, schedule=schedule)

    def history(self, kind: ItemKind) -> pd.DataFrame:
        """One row per item of ``kind`` and period with a report, with its name and light."""
        table = self.by_item[self.by_item[Reports.KIND] == kind]
        return self.items.merge(table, on=[Reports.KIND.value, Reports.ITEM_ID.value])
