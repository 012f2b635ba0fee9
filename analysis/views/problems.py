"""What the ledger of problems (问题台账) answers on the day supervision looks at it."""

from datetime import date

import pandas as pd

from analysis import problem_tables
from analysis.memo import once
from analysis.metrics import problems
from analysis.views.supervision import Watched
from domain.columns import Problems, Reports
from domain.problems import Problem


@once
def every(watched: Watched) -> pd.DataFrame:
    """One row per problem of the ledger as it stands on the day."""
    return problem_tables.problems_on(watched.problems, date.fromisoformat(watched.today))


@once
def shown(watched: Watched) -> pd.DataFrame:
    """One row per problem; of a narrowed board only those about its items, owed by its units."""
    table, board = every(watched), watched.board
    if not board.selection:
        return table
    key = [Reports.KIND.value, Reports.ITEM_ID.value]
    inside = set(board.items[key].itertuples(index=False, name=None))
    pairs = zip(table[Problems.KIND], table[Problems.ITEM_ID], strict=True)
    kept = table.loc[[pair in inside for pair in pairs]]
    chosen = board.selection.unit
    return kept[kept[Problems.OWNER].isin(chosen)] if chosen else kept


def open_ones(watched: Watched) -> list[Problem]:
    """Return what is shown and not closed on the day, the longest open first."""
    numbers = set(shown(watched)[Problems.NUMBER])
    found = [one for one in watched.problems if one.is_open and one.number in numbers]
    return sorted(found, key=lambda one: (one.raised_on, one.number))


@once
def by_type_and_unit(watched: Watched) -> pd.DataFrame:
    """One row per owner and type with an open problem."""
    return problems.by_type_and_unit(shown(watched))


@once
def by_unit(watched: Watched) -> pd.DataFrame:
    """One row per unit, in the order of plan.toml."""
    table = shown(watched)
    return problems.by_unit(table, problem_tables.owners(watched.board.plan, table))


@once
def by_type(watched: Watched) -> pd.DataFrame:
    """One row per type of problem."""
    return problems.by_type(shown(watched), problem_tables.types())


@once
def by_age(watched: Watched) -> pd.DataFrame:
    """One row per 账龄, the youngest first."""
    return problems.by_age(shown(watched), problem_tables.bands())
