"""Tables as one reader may see them: phone and identity numbers of others are hidden."""

from dataclasses import replace
from typing import TypeAlias

import pandas as pd

from domain.columns import Projects, Reports, Tasks
from domain.contacts import masked
from domain.problems import Problem
from domain.roles import Action, Resource, allowed
from ingest.changes import Changes, Edit
from ingest.report import SheetKind
from store import authority
from store.readable import Readable
from store.tables import Tables

Eyes: TypeAlias = frozenset[str] | None  # units whose rows are seen whole; None: those of everybody
_WRITTEN: dict[SheetKind, tuple[str, ...]] = {  # by people, in their own words
    SheetKind.PROGRESS: (
        Reports.PROGRESS,
        Reports.PROBLEM,
        Reports.PROBLEM_TYPE,
        Reports.COORDINATION,
        Reports.NEXT_STEP,
        Reports.REMARK,
        Reports.REPORTER,
    ),
    SheetKind.PROJECTS: (
        Projects.LEADER,
        Projects.SERVICE_OFFICER,
        Projects.SOURCE,
        Projects.REMARK,
    ),
    SheetKind.TASKS: (Tasks.MEASURES, Tasks.SOURCE, Tasks.FULL_TEXT, Tasks.REMARK),
}
_UNIT_IN_KEY = 2  # of a report: period, item, unit


def eyes_of(ledger: Readable, name: str) -> Eyes:
    """Return whose numbers an account may see, as it stands now.

    Raises:
        TypedNameError: when a login is set up and nobody vouched for the name.
    """
    actor = authority.actor_of(ledger, name)
    if allowed(actor, Action.SEE_CONTACTS, Resource()):
        return None
    return actor.units if allowed(actor, Action.SEE_CONTACTS) else frozenset()


def hidden(now: Tables, eyes: Eyes) -> Tables:
    """Return the tables as these eyes see them; the very same for whoever sees everything."""
    if eyes is None:
        return now
    return replace(
        now,
        projects=hidden_in(now.projects, SheetKind.PROJECTS, eyes),
        tasks=hidden_in(now.tasks, SheetKind.TASKS, eyes),
        reports=hidden_in(now.reports, SheetKind.PROGRESS, eyes),
    )


def hidden_in(frame: pd.DataFrame, kind: SheetKind, eyes: Eyes) -> pd.DataFrame:
    """Return one table with the numbers of others hidden, its rows and types as they were."""
    if eyes is None or frame.empty:
        return frame
    if kind is SheetKind.PROGRESS:
        of_others = ~frame[Reports.RESPONSIBLE_UNIT].isin(eyes)
    else:
        of_others = pd.Series(data=True, index=frame.index)
    columns = {
        str(name): _hidden_cells(frame[name], of_others) for name in _WRITTEN[kind] if name in frame
    }
    return frame.assign(**columns)


def hidden_changes(changes: Changes, eyes: Eyes) -> Changes:
    """Return what changed with the numbers of others hidden."""
    if eyes is None:
        return changes
    written = set(_WRITTEN[changes.kind])
    edited = tuple(
        _hidden_edit(edit) if edit.column in written and not _is_own(edit, changes, eyes) else edit
        for edit in changes.edited
    )
    return replace(changes, edited=edited)


def hidden_problems(known: tuple[Problem, ...], eyes: Eyes) -> tuple[Problem, ...]:
    """Return the problems of the ledger with the numbers of others hidden."""
    if eyes is None:
        return known
    return tuple(one if one.entries.owner in eyes else _hidden_problem(one) for one in known)


def _hidden_problem(one: Problem) -> Problem:
    said = one.entries
    entries = replace(said, what=masked(said.what), coordination=masked(said.coordination))
    steps = tuple(replace(step, text=masked(step.text)) for step in one.steps)
    return replace(one, entries=entries, steps=steps)


def _hidden_cells(cells: pd.Series, of_others: pd.Series) -> pd.Series:
    said = cells.map(masked, na_action="ignore").astype(cells.dtype)
    return cells.mask(of_others, said)


def _is_own(edit: Edit, changes: Changes, eyes: frozenset[str]) -> bool:
    return changes.kind is SheetKind.PROGRESS and edit.key[_UNIT_IN_KEY] in eyes


def _hidden_edit(edit: Edit) -> Edit:
    before, after = (
        masked(cell) if isinstance(cell, str) else cell for cell in (edit.before, edit.after)
    )
    return replace(edit, before=before, after=after)
