"""Whose a sheet or a warning is: the registry says which units an item belongs to, not the file."""

from datetime import datetime
from functools import partial
from typing import TypeAlias

from domain.columns import Reports
from domain.periods import Period
from domain.roles import Action, Actor, Resource, allowed
from ingest.context import Item, Uploader, registry_of
from store import authority
from store.readable import SHANGHAI, Readable
from store.shapes import PROGRESS
from store.submission import Submission
from store.tables import tables

_Part: TypeAlias = tuple[str, tuple[frozenset[str], frozenset[str]]]  # its unit; whose, of whom


def must_have(ledger: Readable, submission: Submission, *, actor: str, at: datetime) -> None:
    """Refuse a sheet that its uploader may not commit, whole.

    A row is somebody's own when both the unit it names and a unit of its item in the registry are.

    Raises:
        ForbiddenError, TypedNameError: when the actor may not.
    """
    file = {"file": submission.filename}
    if submission.kind != PROGRESS:
        authority.require(ledger, actor, Action.EDIT_REGISTRY, at=at, where=lambda _: file)
        return
    parts = partial(_parts, ledger, submission)
    authority.require(
        ledger,
        actor,
        Action.COMMIT,
        at=at,
        about=lambda: Resource(tuple({one for _, row in parts() for one in row})),
        where=lambda who: file | _first_foreign(parts(), who),
    )
    if any(month < _last_finished(at) for month in _months(submission)):
        authority.require(ledger, actor, Action.CORRECT_EARLIER, at=at, where=lambda _: file)


def uploader(ledger: Readable, actor: str, at: datetime) -> Uploader:
    """Return what an account may report, so that a preview says it before the commit refuses.

    Raises:
        TypedNameError: when a login is set up and nobody vouched for the name.
    """
    who = authority.actor_of(ledger, actor)
    earlier = allowed(who, Action.CORRECT_EARLIER)
    return Uploader(
        may_upload=allowed(who, Action.COMMIT),
        own_units=None if allowed(who, Action.COMMIT, Resource()) else who.units,
        may_edit_registry=allowed(who, Action.EDIT_REGISTRY),
        earliest=None if earlier else _last_finished(at),
    )


def whose_item(ledger: Readable, item_id: str, unit: str = "") -> Resource:
    """Return whose an item is, or the unit's share in it."""
    item = _registry(ledger).get(item_id)
    of_item = frozenset(item.responsible_units if item else ())
    return Resource((of_item & {unit} if unit else of_item,))


def _parts(ledger: Readable, submission: Submission) -> list[_Part]:
    known = _registry(ledger)
    rows = submission.frame[[Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT]].itertuples(
        index=False, name=None
    )
    parts: list[_Part] = []
    for item_id, unit in rows:
        item = known.get(str(item_id))
        of_item = frozenset(item.responsible_units if item else ())
        parts.append((str(unit), (frozenset({str(unit)}), of_item)))
    return parts


def _first_foreign(parts: list[_Part], who: Actor) -> dict[str, str]:
    """Name the first row, counted below the header, that is none of the account's."""
    if not allowed(who, Action.COMMIT):
        return {}  # not for the row's sake
    for number, (unit, of) in enumerate(parts, start=1):
        if not all(one & who.units for one in of):
            return {"row": str(number), "unit": unit}
    return {}


def _registry(ledger: Readable) -> dict[str, Item]:
    now = tables(ledger)
    return registry_of(now.projects, now.tasks)


def _months(submission: Submission) -> set[Period]:
    return {Period.parse(str(month)) for month in submission.frame[Reports.PERIOD].unique()}


def _last_finished(at: datetime) -> Period:
    day = at.astimezone(SHANGHAI)
    return Period(day.year, day.month).earlier(1)
