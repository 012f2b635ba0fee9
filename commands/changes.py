"""diff: what counts at one version or day and not, or not so, at another."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import pandas as pd

from commands.answer import Answer, records
from commands.words import cell, edited, named
from domain.columns import Projects, Reports, Tasks
from ingest.keys import Key
from ingest.report import SheetKind
from store.difference import diff
from store.opening import Office
from store.tables import tables
from texts import Texts

_TOLD: dict[SheetKind, tuple[str, ...]] = {  # of a row that came or went
    SheetKind.PROGRESS: (Reports.ITEM_NAME, Reports.PERCENT_PPM, Reports.DONE_TOTAL_YUAN),
    SheetKind.PROJECTS: (Projects.NAME, Projects.TOTAL_YUAN, Projects.PLANNED_FINISH),
    SheetKind.TASKS: (Tasks.NAME, Tasks.RESPONSIBLE_UNITS, Tasks.DUE),
}
_KEYS: dict[SheetKind, tuple[str, ...]] = {
    SheetKind.PROGRESS: (Reports.PERIOD, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT),
    SheetKind.PROJECTS: (Projects.ID,),
    SheetKind.TASKS: (Tasks.ID,),
}


def changed(
    office: Office, before: int | date, after: int | date, t: Texts, *, kind: str | None
) -> Answer:
    """Say what counts at one version, or at the end of one day, and not, or not so, at another.

    Without a ``kind`` every table that changed is told; its data then stands under its name.
    """
    versions = {"before": _version(office, before), "after": _version(office, after)}
    if kind is not None:
        return _of_one(office, SheetKind(kind), versions, t)
    told = {of.value: _of_one(office, of, versions, t) for of in SheetKind}
    moved = {name: one for name, one in told.items() if len(one.lines) > 1}
    lines = tuple(line for one in moved.values() for line in one.lines)
    nothing = (t("command.unchanged", **versions),)
    return Answer(lines or nothing, {**versions, "tables": {k: a.data for k, a in told.items()}})


def _of_one(office: Office, of: SheetKind, versions: dict[str, int], t: Texts) -> Answer:
    old, new = versions.values()
    changes = diff(office.ledger, old, new, of)
    came = _rows(tables(office.ledger, new).of(of), changes.added, of)
    went = _rows(tables(office.ledger, old).of(of), changes.removed, of)
    counts = {"added": len(came), "edited": len(changes.edited_keys), "removed": len(went)}
    lines = [t("command.changed", **versions, kind=t(f"upload.kind_{of}"), **counts)]
    lines += [f"+ {_short(row, of, t)}" for row in came]
    lines += [f"~ {edited(edit, t)}" for edit in changes.edited]
    lines += [f"- {_short(row, of, t)}" for row in went]
    whole = {**versions, "added_rows": came, "removed_rows": went}
    return Answer(tuple(lines), asdict(changes) | whole)


def _version(office: Office, asked: int | date) -> int:
    return office.ledger.version_on(asked) if isinstance(asked, date) else asked


def _rows(table: pd.DataFrame, keys: Iterable[Key], kind: SheetKind) -> list[dict[str, Any]]:
    """Return the rows of these keys, in the order of the table."""
    wanted = set(keys)
    return [
        row for row in records(table) if tuple(str(row[name]) for name in _KEYS[kind]) in wanted
    ]


def _short(row: dict[str, Any], kind: SheetKind, t: Texts) -> str:
    key = " · ".join(str(row[name]) for name in _KEYS[kind])
    said = [f"{named(name, t)} {cell(name, row[name], t)}" for name in _TOLD[kind]]
    return f"{key}  {'  '.join(said)}"
