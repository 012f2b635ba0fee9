"""Where the tables that go through every report are worked out: in this process or elsewhere.

There is one code path, the metrics. An engine only says which kind of table they are fed with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Protocol

import pandas as pd
from narwhals.typing import IntoFrameT

from analysis.metrics import progress, reporting, series
from domain.columns import ItemKind
from domain.periods import Period
from domain.plan import Plan


class Engine(Protocol):
    """Works the large tables of one version out and gives them back as pandas."""

    def by_item(self) -> pd.DataFrame:
        """One row per item and period with a report."""
        ...

    def standing(self, period: Period) -> pd.DataFrame:
        """One row per item: where it stands at the end of ``period``."""
        ...

    def owed(self, period: Period) -> pd.DataFrame:
        """One row per expected report of ``period``, received or not."""
        ...

    def of_items(self, kind: ItemKind) -> pd.DataFrame:
        """One row per item of ``kind`` and period with a report."""
        ...

    def of_units(self) -> pd.DataFrame:
        """One row per responsible unit and period with a report about a task."""
        ...

    def of_chains(self) -> pd.DataFrame:
        """One row per industry chain and period."""
        ...


@dataclass(frozen=True, eq=False)
class Fed(Generic[IntoFrameT]):
    """The metrics fed with tables of one kind: pandas, or those of a lazy engine."""

    plan: Plan
    projects: IntoFrameT
    tasks: IntoFrameT
    assignments: IntoFrameT
    reports: IntoFrameT

    @cached_property
    def by_item(self) -> IntoFrameT:
        """One row per item and period with a report."""
        return progress.by_item(self.reports, self.assignments, self.plan.rulebook)

    @cached_property
    def items(self) -> IntoFrameT:
        """One row per project and task."""
        return progress.items(self.projects, self.tasks)

    def standing(self, period: Period) -> IntoFrameT:
        """One row per item: where it stands at the end of ``period``."""
        return progress.standing(self.by_item, self.items, str(period))

    def owed(self, period: Period) -> IntoFrameT:
        """One row per expected report of ``period``, received or not."""
        expected = reporting.expected(self.projects, self.tasks, self.assignments)
        return reporting.owed(expected, self.reports, str(period))

    def of_items(self, kind: ItemKind) -> IntoFrameT:
        """One row per item of ``kind`` and period with a report."""
        return series.of_items(self.by_item, self.items, kind)

    def of_units(self) -> IntoFrameT:
        """One row per responsible unit and period with a report about a task."""
        return series.of_units(self.reports, self.plan.rulebook, ItemKind.TASK)

    def of_chains(self) -> IntoFrameT:
        """One row per industry chain and period."""
        return series.of_chains(self.by_item, self.projects)


class Elsewhere(Generic[IntoFrameT]):
    """An engine that is fed with tables of its own and whose results are fetched to be shown.

    ``feed`` is called once, when the first table is asked for. ``empty`` is fed with pandas tables
    of the same columns without a row: they say which types the result would have here, so that
    nobody sees where it was worked out.
    """

    def __init__(
        self,
        feed: Callable[[], Fed[IntoFrameT]],
        empty: Fed[pd.DataFrame],
        fetch: Callable[[IntoFrameT], pd.DataFrame],
    ) -> None:
        self._feed = feed
        self._empty = empty
        self._fetch = fetch

    @cached_property
    def _fed(self) -> Fed[IntoFrameT]:
        return self._feed()

    def by_item(self) -> pd.DataFrame:
        """One row per item and period with a report."""
        return self._shown(self._fed.by_item, self._empty.by_item)

    def standing(self, period: Period) -> pd.DataFrame:
        """One row per item: where it stands at the end of ``period``."""
        return self._shown(self._fed.standing(period), self._empty.standing(period))

    def owed(self, period: Period) -> pd.DataFrame:
        """One row per expected report of ``period``, received or not."""
        return self._shown(self._fed.owed(period), self._empty.owed(period))

    def of_items(self, kind: ItemKind) -> pd.DataFrame:
        """One row per item of ``kind`` and period with a report."""
        return self._shown(self._fed.of_items(kind), self._empty.of_items(kind))

    def of_units(self) -> pd.DataFrame:
        """One row per responsible unit and period with a report about a task."""
        return self._shown(self._fed.of_units(), self._empty.of_units())

    def of_chains(self) -> pd.DataFrame:
        """One row per industry chain and period."""
        return self._shown(self._fed.of_chains(), self._empty.of_chains())

    def _shown(self, found: IntoFrameT, like: pd.DataFrame) -> pd.DataFrame:
        fetched = self._fetch(found)[list(like.columns)]
        types = {name: _type(dtype, fetched[name]) for name, dtype in like.dtypes.items()}
        return fetched.astype(types)


def _type(dtype: Any, column: "pd.Series[Any]") -> Any:  # noqa: ANN401 - numpy's or pandas' own
    """Return the type a column would have here: pandas makes whole numbers with gaps floats."""
    return "float64" if dtype == "int64" and column.isna().any() else dtype
