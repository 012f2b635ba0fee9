"""From the acts of one problem to how it stands, step by step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from domain.columns import ItemKind
from domain.problems import Changed, Doing, Entries, Problem, ProblemType, Step, same_words
from store.acts import Act, Said
from store.readable import SHANGHAI
from store.refusals import DamagedError

DID, TEXT, STATED = "did", "text", "stated"  # in the body of an act
CHANGEABLE = ("type", "owner", "due_on")


def written(entries: Entries) -> dict[str, Said]:
    """Return what was written down of a problem as the body of an act keeps it."""
    return {
        "what": entries.what.strip(),
        "type": entries.type.value,
        "owner": entries.owner,
        "due_on": None if entries.due_on is None else entries.due_on.isoformat(),
        "coordination": entries.coordination.strip(),
        "item_kind": None if entries.kind is None else entries.kind.value,
        "item_id": entries.item_id,
        STATED: entries.stated,
    }


def said_of(problem: Problem) -> tuple[ItemKind | None, str | None, str]:
    """Return what a problem is about and what it says, to be compared with another."""
    entries = problem.entries
    return entries.kind, entries.item_id, same_words(entries.what)


def further(problem: Problem | None, act: Act) -> Problem:
    """Return how a problem stands after one more act; None before the first.

    Raises:
        DamagedError: when the act is none that can be done to it.
    """
    try:
        doing = Doing(str(act.body[DID]))
        if problem is None:
            return _raised(act)
        return _did(problem, doing, act)
    except (KeyError, ValueError) as error:  # written by a release that knows more
        raise DamagedError(f"act {act.number}") from error


def _raised(act: Act) -> Problem:
    entries = _entries(act.body)
    return Problem(
        number=int(act.key),
        entries=entries,
        raised_by=act.actor,
        raised_on=_day(act),
        stated=frozenset({entries.stated} - {""}),
        steps=(Step(Doing.RAISE, entries.what, act.actor, act.at),),
        seen=act.number,
    )


def _did(problem: Problem, doing: Doing, act: Act) -> Problem:
    text = str(act.body[TEXT])
    changes = _changes(problem, act.body) if doing is Doing.CHANGE else ()
    step = Step(doing, text, act.actor, act.at, changes)
    now = replace(problem, steps=(*problem.steps, step), seen=act.number)
    match doing:
        case Doing.CHANGE:
            return replace(now, entries=_changed(problem.entries, act.body))
        case Doing.JOIN:
            return replace(now, stated=now.stated | {str(act.body[STATED])})
        case Doing.CLOSE:
            return replace(now, closed_on=_day(act))
        case Doing.REOPEN:
            return replace(now, closed_on=None, reopened=now.reopened + 1)
        case Doing.RAISE:
            raise ValueError(doing)


def _entries(body: Mapping[str, Said]) -> Entries:
    kind, item_id, due = body["item_kind"], body["item_id"], body["due_on"]
    return Entries(
        what=str(body["what"]),
        type=ProblemType(str(body["type"])),
        owner=str(body["owner"]),
        due_on=None if due is None else date.fromisoformat(str(due)),
        coordination=str(body["coordination"]),
        kind=None if kind is None else ItemKind(str(kind)),
        item_id=None if item_id is None else str(item_id),
        stated=str(body[STATED]),
    )


def _changed(entries: Entries, body: Mapping[str, Said]) -> Entries:
    said = {**written(entries), **{name: body[name] for name in CHANGEABLE if name in body}}
    return _entries(said)


def _changes(problem: Problem, body: Mapping[str, Said]) -> tuple[Changed, ...]:
    was = written(problem.entries)
    return tuple(
        Changed(name, str(was[name] or ""), str(body[name] or ""))
        for name in CHANGEABLE
        if name in body
    )


def _day(act: Act) -> date:
    return act.at.astimezone(SHANGHAI).date()
