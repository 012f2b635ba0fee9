"""What changed between two versions of the ledger."""

from dataclasses import replace

import pandas as pd

from domain.columns import Reports
from ingest import changes
from ingest.changes import Changes
from ingest.report import SheetKind
from store.readable import Readable
from store.reports import months_of
from store.shapes import PROGRESS, SHAPES
from store.tables import Tables, tables

_ONE_ROW = (*SHAPES[PROGRESS].key, str(Reports.VERSION))


def diff(
    ledger: Readable, before: int, after: int, kind: SheetKind = SheetKind.PROGRESS
) -> Changes:
    """Return what counts at version ``after`` and did not, or not so, at ``before``.

    ``before`` may be the later one. Removed is what a withdrawal or a new list took away. Of
    reports, ``unchanged`` lists only those that were uploaded anew with the same cells.

    Raises:
        UnknownVersionError: when the ledger has not reached one of the versions.
    """
    now = tables(ledger, after)
    found = difference(tables(ledger, before, since=now), now, kind)
    return replace(found, added=tuple(found.added), removed=tuple(found.removed))


def difference(before: Tables, after: Tables, kind: SheetKind) -> Changes:
    """Return the same of the tables of two versions; what came and went is only counted yet."""
    old, new = before.of(kind), after.of(kind)
    if kind is SheetKind.PROGRESS:
        old, new = _but_the_same_months(old, new)
        old, new = _without(old, new), _without(new, old)
    return changes.difference(old, new, kind)


def _but_the_same_months(
    one: pd.DataFrame, other: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Leave out the months of which both have the very same reports: most, of many years."""
    here, there = months_of(one), months_of(other)
    same = {
        month
        for month in here.keys() & there.keys()
        if _alike(one.iloc[here[month]], other.iloc[there[month]])
    }
    return _but(one, here, same), _but(other, there, same)


def _but(reports: pd.DataFrame, places: dict[str, slice], months: set[str]) -> pd.DataFrame:
    left = [reports.iloc[place] for month, place in places.items() if month not in months]
    return pd.concat(left) if left else reports.iloc[:0]


def _alike(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    return len(one) == len(other) and all(
        one[name].array.equals(other[name].array) for name in reversed(_ONE_ROW)
    )


def _without(reports: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows that both have from one upload: they cannot differ."""
    if reports.empty or others.empty:
        return reports
    same = pd.MultiIndex.from_frame(others[list(_ONE_ROW)])
    return reports[~pd.MultiIndex.from_frame(reports[list(_ONE_ROW)]).isin(same)]
