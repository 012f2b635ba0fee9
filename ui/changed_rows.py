"""Rows before and after, one under the other: what was is struck through above what becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from analysis.charts.rows import Row, rows_of
from analysis.foreseen import both_spoken, spoken
from analysis.memo import recently
from domain.columns import Projects, Reports, Tasks
from ingest.changes import Changes, Edit
from ingest.keys import Key
from ingest.report import SheetKind
from texts import Texts
from texts.markdown import plain
from ui import columns

STATES = ("edited", "added", "removed", "absent", "unchanged")
_PAGE = 20
_KEYS: dict[SheetKind, tuple[str, ...]] = {
    SheetKind.PROGRESS: (Reports.PERIOD, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT),
    SheetKind.PROJECTS: (Projects.ID,),
    SheetKind.TASKS: (Tasks.ID,),
}
_NAMES: dict[SheetKind, str] = {
    SheetKind.PROGRESS: Reports.ITEM_NAME,
    SheetKind.PROJECTS: Projects.NAME,
    SheetKind.TASKS: Tasks.NAME,
}
_ALWAYS: dict[SheetKind, tuple[str, ...]] = {  # shown of every row, whether they change or not
    SheetKind.PROGRESS: (Reports.PERCENT_PPM, Reports.DONE_TOTAL_YUAN, Reports.PROGRESS),
    SheetKind.PROJECTS: (Projects.TOTAL_YUAN, Projects.PHASE),
    SheetKind.TASKS: (Tasks.RESPONSIBLE_UNITS, Tasks.DUE),
}


@dataclass(frozen=True, eq=False)
class Compared:
    """A table before and after, and what is said of each row besides; keys are of ``changes``."""

    changes: Changes
    before: pd.DataFrame
    after: pd.DataFrame
    places: Mapping[Key, int] = field(default_factory=dict[Key, int])  # row of the sheet
    doubts: Mapping[Key, str] = field(default_factory=dict[Key, str])


def show(compared: Compared, t: Texts, *, key: str) -> None:
    """Let the reader choose a kind of change and show its rows, a page at a time."""
    found = by_state(compared.changes)
    if not found:
        return
    state = st.segmented_control(
        t("upload.see_rows"),
        list(found),
        default=next(iter(found)),
        required=True,
        format_func=lambda name: t(f"upload.count_{name}", count=len(found[name])),
        key=f"{key}-state",
    )
    keys = found.get(state or "", next(iter(found.values())))
    if compared.changes.kind is SheetKind.PROGRESS and state in {"removed", "absent"}:
        st.caption(t(f"upload.about_{state}"))
    pages = -(-len(keys) // _PAGE)
    page = 1
    if pages > 1:
        page = int(
            st.number_input(t("upload.page", pages=pages), 1, pages, key=f"{key}-page", width=220)
        )
    shown = keys[(page - 1) * _PAGE : page * _PAGE]
    with st.container(key=f"{key}-rows"):
        st.table(columns.ready(lines(compared, shown, t)), hide_index=True)


def by_state(changes: Changes) -> dict[str, Sequence[Key]]:
    """Return the rows by what becomes of them, in the order of ``STATES``; no kind is empty."""
    keys = (
        changes.edited_keys,
        changes.added,
        changes.removed,
        changes.absent,
        changes.unchanged,
    )
    return {state: found for state, found in zip(STATES, keys, strict=True) if found}


def key_columns(kind: SheetKind) -> tuple[str, ...]:
    """Return the columns whose cells make a row's key."""
    return _KEYS[kind]


@recently
def lines(compared: Compared, keys: Sequence[Key], t: Texts) -> pd.DataFrame:
    """Return one row of Markdown per key: its place, its name, its figures, its doubts."""
    changes = compared.changes
    edits: dict[Key, dict[str, Edit]] = {}
    for edit in changes.edited:
        edits.setdefault(edit.key, {})[edit.column] = edit
    rows = _found(compared, keys)
    shown = _columns(changes.kind, [edit for key in keys for edit in edits.get(key, {}).values()])
    placed, doubted = bool(compared.places), any(key in compared.doubts for key in keys)
    return pd.DataFrame(
        {
            **({t("upload.column_row"): str(compared.places.get(key, ""))} if placed else {}),
            t("upload.column_item"): _item(changes.kind, key, rows.get(key, {})),
            **{
                t(f"column.{column}"): _cell(
                    column, edits.get(key, {}).get(column), rows.get(key), t
                )
                for column in shown
            },
            **({t("upload.column_doubts"): compared.doubts.get(key, "")} if doubted else {}),
        }
        for key in keys
    )


def _columns(kind: SheetKind, edits: list[Edit]) -> list[str]:
    return list(dict.fromkeys([*_ALWAYS[kind], *(edit.column for edit in edits)]))


def _found(compared: Compared, keys: Sequence[Key]) -> dict[Key, Row]:
    """Return the rows by key, as they become; what goes or stays out as it was."""
    names, wanted = list(_KEYS[compared.changes.kind]), set(keys)
    rows: dict[Key, Row] = {}
    for table in (compared.before, compared.after):
        ids = table[names[min(1, len(names) - 1)]]
        near = table[ids.isin({key[min(1, len(key) - 1)] for key in wanted})]
        found = [tuple(map(str, key)) for key in zip(*(near[name] for name in names), strict=True)]
        here = near[[key in wanted for key in found]]  # few of many months: only they are spelled
        rows |= dict(zip((key for key in found if key in wanted), rows_of(here), strict=True))
    return rows


def _item(kind: SheetKind, key: Key, row: Row) -> str:
    name = plain(row.get(_NAMES[kind]) or "")
    if kind is not SheetKind.PROGRESS:
        return f"{plain(key[0])} {name}"
    period, item, unit = map(plain, key)
    return f"{item} {name}  \n:small[{period} · {unit}]"


def _cell(column: str, edit: Edit | None, row: Row | None, t: Texts) -> str:
    if edit is None:
        return plain(spoken(column, (row or {}).get(column), t))
    was, becomes = map(plain, both_spoken(column, edit.before, edit.after, t))
    return f":gray[~~{was}~~]  \n**{becomes}**"
