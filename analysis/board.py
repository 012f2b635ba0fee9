"""The plan at one version of the ledger, with every metric table worked out at most once."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

import pandas as pd

from analysis import plan_tables, starts
from analysis.engine import Engine
from analysis.memo import Shelf, once, recently
from analysis.metrics import investment, load, overview, progress, reporting, series, starting
from analysis.months import Months
from analysis.selection import EVERYTHING, Selection
from domain.columns import ItemKind, Reports, Tasks
from domain.periods import Period, between
from domain.plan import Plan
from domain.rulebook import Rulebook


@dataclass(frozen=True, eq=False)
class Board:
    """Frames of one version, with the columns of ``domain.columns``; nobody writes into them."""

    plan: Plan
    version: int
    projects: pd.DataFrame
    tasks: pd.DataFrame
    assignments: pd.DataFrame
    reports: pd.DataFrame
    selection: Selection = EVERYTHING  # what of the ledger it holds
    revised_on: date | None = None  # day of the newest plan table; None: as delivered
    # Where the large tables are worked out, and found again; None: here, with pandas, every time.
    engine: Engine | None = field(default=None, init=False)
    shelf: Shelf | None = field(default=None, init=False)
    months: Months | None = field(default=None, init=False)  # by_item, a month at a time

    def backed_by(
        self,
        *,
        engine: Engine | None = None,
        shelf: Shelf | None = None,
        months: Months | None = None,
    ) -> Self:
        """Return the board with what was made for exactly these frames.

        A board made of this one, of other frames, has none of it.
        """
        backed = replace(self)
        vars(backed).update(engine=engine, shelf=shelf, months=months)
        return backed

    def judged_by(self, rulebook: Rulebook) -> Self:
        """Return the board as another rulebook would judge it; the frames are the same ones.

        Nothing made under the present rules goes along. Months judged one at a time are put on top
        of the ones here, so that no report need be read again.
        """
        other = replace(self, plan=replace(self.plan, rulebook=rulebook))
        months = None if self.months is None else self.months.judged_by(rulebook)
        return other.backed_by(months=months)

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
    def starts(self) -> pd.DataFrame:
        """One row per item whose planned start is stated, with its month."""
        return starts.starts(self.projects)

    @property
    def by_item(self) -> pd.DataFrame:
        """One row per item and period with a report; what is not due to begin is set aside."""
        if self.months is not None:
            return self.months.every()
        return self._by_item_at_once()

    def by_item_between(self, first: Period, last: Period) -> pd.DataFrame:
        """Return at least the rows of ``by_item`` from month ``first`` to ``last``, in no order."""
        if self.months is not None:
            return self.months.between(str(first), str(last))
        return self.by_item

    @once
    def _by_item_at_once(self) -> pd.DataFrame:
        if self.engine is not None:
            table = self.engine.by_item()
        else:
            table = progress.by_item(self.reports, self.assignments, self.plan.rulebook)
        return starting.of_reports(table, self.starts)

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

    @once
    def standing(self, period: Period) -> pd.DataFrame:
        """One row per item: where it stands at the end of ``period``."""
        if self.engine is not None:
            return starting.of_standing(self.engine.standing(period), self.starts)
        if self.months is not None:
            newest = self.months.last_of_each(self.items, str(period))
            return progress.standing(newest, self.items, str(period))
        return progress.standing(self.by_item, self.items, str(period))

    @once
    def owed(self, period: Period) -> pd.DataFrame:
        """One row per expected report of ``period``, received or not."""
        if self.engine is not None:
            return self.engine.owed(period)
        of_month = self.reports if self.months is None else self.months.reported(str(period))
        return reporting.owed(self.expected, of_month, str(period))

    @once
    def reporting(self, period: Period) -> pd.DataFrame:
        """One row per responsible unit: expected, received and missing reports."""
        return reporting.by_unit(self.owed(period), self.units)

    @once
    def overview(self, period: Period) -> pd.DataFrame:
        """One row: the key figures of ``period``."""
        schedule = self.plan.rulebook.schedule_percent(period)
        return overview.key_figures(
            self.projects, self.standing(period), self.owed(period), schedule_percent=schedule
        )

    @recently
    def key_figures(self, period: Period) -> dict[str, Any]:
        """Return the key figures by name, None where nothing is known."""
        (row,) = self.overview(period).to_dict("records")
        return {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}

    @once
    def investment(self, period: Period, *, with_inferred: bool = True) -> pd.DataFrame:
        """One row per industry chain, unassigned last."""
        chains = plan_tables.chains(self.plan)
        return investment.by_chain(
            self.chained(with_inferred=with_inferred), self.standing(period), chains
        )

    @once
    def chained(self, *, with_inferred: bool) -> pd.DataFrame:
        """The projects, with or without the chains that are only inferred."""
        return self.projects if with_inferred else investment.without_inferred(self.projects)

    @cached_property
    def series(self) -> dict[str, pd.DataFrame]:
        """Progress over time by kind of subject: tasks, projects, units (two ways), chains."""
        return {
            "tasks": self.of_items(ItemKind.TASK),
            "projects": self.of_items(ItemKind.PROJECT),
            "units": self.of_units(),
            "unit_projects": self.of_unit_projects(),
            "chains": self.of_chains(),
        }

    @once
    def of_items(self, kind: ItemKind) -> pd.DataFrame:
        """One row per item of ``kind`` and period with a report."""
        if self.engine is not None:
            return self.engine.of_items(kind)
        return series.of_items(self.by_item, self.items, kind)

    @once
    def of_units(self) -> pd.DataFrame:
        """One row per responsible unit and period with a report about a task: their mean."""
        if self.engine is not None:
            return self.engine.of_units()
        return series.of_units(self.reports, self.plan.rulebook, ItemKind.TASK)

    @once
    def of_unit_projects(self) -> pd.DataFrame:
        """One row per responsible unit and period with a year plan of a project it reports."""
        return series.of_unit_projects(self.by_item, self.expected)

    @once
    def of_chains(self) -> pd.DataFrame:
        """One row per industry chain and period with a year plan."""
        if self.engine is not None:
            return self.engine.of_chains()
        return series.of_chains(self.by_item, self.projects)

    @once
    def completion(self, period: Period) -> pd.DataFrame:
        """One row per chain with a year plan: 投资完成率 of ``period``."""
        schedule = self.plan.rulebook.schedule_percent(period)
        chains, standing = plan_tables.chains(self.plan), self.standing(period)
        return investment.completion(self.projects, standing, chains, schedule=schedule)

    def history(self, kind: ItemKind) -> pd.DataFrame:
        """One row per item of ``kind`` and period with a report, with its name and light."""
        table = self.by_item[self.by_item[Reports.KIND] == kind]
        return self.items.merge(table, on=[Reports.KIND.value, Reports.ITEM_ID.value])
