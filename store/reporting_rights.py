"""Whose a sheet or a warning is: the registry says which units an item belongs to, not the file."""

from datetime import datetime

from domain.columns import Reports
from domain.periods import Period
from domain.roles import Action, Resource
from ingest.context import Item, registry_of
from store import authority
from store.readable import SHANGHAI, Readable
from store.shapes import PROGRESS
from store.submission import Submission
from store.tables import tables


def must_have(ledger: Readable, submission: Submission, *, actor: str, at: datetime) -> None:
    """Refuse a sheet that its uploader may not commit, whole.

    A row is somebody's own when both the unit it names and a unit of its item in the registry are.

    Raises:
        ForbiddenError, TypedNameError: when the actor may not.
    """
    if submission.kind != PROGRESS:
        authority.require(ledger, actor, Action.EDIT_REGISTRY, at=at)
        return
    authority.require(ledger, actor, Action.COMMIT, at=at, about=lambda: _whose(ledger, submission))
    if any(month < _last_finished(at) for month in _months(submission)):
        authority.require(ledger, actor, Action.CORRECT_EARLIER, at=at)


def whose_item(ledger: Readable, item_id: str, unit: str = "") -> Resource:
    """Return whose an item is, or the unit's share in it."""
    item = _registry(ledger).get(item_id)
    of_item = frozenset(item.responsible_units if item else ())
    return Resource((of_item & {unit} if unit else of_item,))


def _whose(ledger: Readable, submission: Submission) -> Resource:
    known = _registry(ledger)
    rows = submission.frame[[Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT]].itertuples(
        index=False, name=None
    )
    parts: set[frozenset[str]] = set()
    for item_id, unit in rows:
        item = known.get(str(item_id))
        parts |= {frozenset({str(unit)}), frozenset(item.responsible_units if item else ())}
    return Resource(tuple(parts))


def _registry(ledger: Readable) -> dict[str, Item]:
    now = tables(ledger)
    return registry_of(now.projects, now.tasks)


def _months(submission: Submission) -> set[Period]:
    return {Period.parse(str(month)) for month in submission.frame[Reports.PERIOD].unique()}


def _last_finished(at: datetime) -> Period:
    day = at.astimezone(SHANGHAI)
    return Period(day.year, day.month).earlier(1)
