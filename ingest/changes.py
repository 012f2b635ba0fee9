"""What an upload would change, worked out before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from domain.columns import Projects, Reports, Tasks
from ingest.keys import Key, Keys
from ingest.report import SheetKind
from ingest.typed import columns_of

_KEYS: dict[SheetKind, tuple[str, ...]] = {
    SheetKind.PROGRESS: (Reports.PERIOD, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT),
    SheetKind.PROJECTS: (Projects.ID,),
    SheetKind.TASKS: (Tasks.ID,),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell that would change; None is an empty cell."""

    key: Key
    column: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between a table as it stands and as uploaded.

    A key is (period, item id, responsible unit) for reports, else (id,). Reports are never
    removed by an upload: those of a month and unit the sheet speaks of, but does not list, are
    ``absent`` from it and stay. A plan table replaces the one before it. What may be many are
    ``Keys``, which a caller who hands them on spells out first.
    """

    kind: SheetKind
    added: Sequence[Key] = ()
    edited: tuple[Edit, ...] = ()
    unchanged: tuple[Key, ...] = ()
    removed: Sequence[Key] = ()
    absent: tuple[Key, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether committing would change anything."""
        return bool(self.added or self.edited or self.removed)

    @property
    def edited_keys(self) -> tuple[Key, ...]:
        """The rows that would change, each once."""
        return tuple(dict.fromkeys(edit.key for edit in self.edited))


def compare(before: pd.DataFrame, after: pd.DataFrame, kind: SheetKind) -> Changes:
    """Compare two typed tables row by row; an empty cell of any sort is None.

    >>> old = pd.DataFrame({"task_id": ["T1", "T2"], "due": ["6月底", None]})
    >>> new = pd.DataFrame({"task_id": ["T2", "T3"], "due": ["年底", "长期"]})
    >>> changes = compare(old, new, SheetKind.TASKS)
    >>> changes.added, changes.removed
    ((('T3',),), (('T1',),))
    >>> changes.edited
    (Edit(key=('T2',), column='due', before=None, after='年底'),)
    """
    compared = [column for column in columns_of(kind) if column != Reports.VERSION]
    old, new = _rows(before, kind, compared), _rows(after, kind, compared)
    edited = tuple(_edits(old, new, compared))
    touched = {edit.key for edit in edited}
    replaces = kind is not SheetKind.PROGRESS
    left_out = tuple(key for key in old if key not in new)
    return Changes(
        kind=kind,
        added=tuple(key for key in new if key not in old),
        edited=edited,
        unchanged=tuple(key for key in new if key in old and key not in touched),
        removed=left_out if replaces else (),
        absent=() if replaces else _spoken_of(left_out, new),
    )


def difference(before: pd.DataFrame, after: pd.DataFrame, kind: SheetKind) -> Changes:
    """Return what two whole tables have differently: a row of one alone is added or removed.

    The same as ``compare`` both ways, but rows without a counterpart are only counted: they may be
    all reports of years.
    """
    old, new = _keyed(before, kind), _keyed(after, kind)
    stays, stood = _in(old, new), _in(new, old)
    both = compare(before.loc[old.index[stays]], after.loc[new.index[stood]], kind)
    return Changes(
        kind=kind,
        added=Keys(new[~stood]),
        edited=both.edited,
        unchanged=both.unchanged,
        removed=Keys(old[~stays]),
    )


def _keyed(table: pd.DataFrame, kind: SheetKind) -> pd.DataFrame:
    """Return the keys of a table, each once, with the places of its last rows."""
    return table[list(_KEYS[kind])].drop_duplicates(keep="last")


def _in(keys: pd.DataFrame, others: pd.DataFrame) -> "pd.Series[bool]":
    if keys.empty or others.empty:
        return pd.Series(data=False, index=keys.index)
    found = pd.MultiIndex.from_frame(keys).isin(pd.MultiIndex.from_frame(others))
    return pd.Series(found, index=keys.index)


_Row = dict[str, str | int | None]


def _spoken_of(left_out: tuple[Key, ...], new: Iterable[Key]) -> tuple[Key, ...]:
    """Return the reports of the months and units that the sheet speaks of."""
    spoken_of = {(period, unit) for period, _, unit in new}
    return tuple(key for key in left_out if (key[0], key[2]) in spoken_of)


def _edits(old: dict[Key, _Row], new: dict[Key, _Row], compared: list[str]) -> Iterable[Edit]:
    for key, row in new.items():
        if key not in old:
            continue
        for column in compared:
            before, after = old[key].get(column), row.get(column)
            if before != after:
                yield Edit(key, column, before, after)


def _rows(table: pd.DataFrame, kind: SheetKind, compared: list[str]) -> dict[Key, _Row]:
    rows: dict[Key, _Row] = {}
    names = [name for name in compared if name in table]
    columns = [map(_plain, table[name].tolist()) for name in names]
    for cells in zip(*columns, strict=True):
        row: _Row = dict(zip(names, cells, strict=True))
        rows[tuple(str(row[name]) for name in _KEYS[kind])] = row
    return rows


def _plain(entry: Any) -> str | int | None:  # noqa: ANN401 - a cell of a frame
    if isinstance(entry, str):
        return entry or None
    if entry is None or type(entry) is int:  # most of them, and asking pandas takes longer
        return entry
    return None if pd.isna(entry) else int(entry)
