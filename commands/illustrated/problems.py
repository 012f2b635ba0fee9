"""The made-up ledger of problems of the illustrative year: each step at its own made-up moment."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.columns import ItemKind
from domain.periods import Period
from domain.problems import Doing, Entries, ProblemType, sameness
from store import problem_acts
from store.ledger import Ledger

Row = list[str]
_PROBLEM, _TYPE, _COORDINATION = 8, 12, 13  # places of the columns of a progress sheet


@dataclass(frozen=True, slots=True)
class Saying:
    """A problem that the reports of one unit about one item state from a month to a month."""

    item_id: str
    unit: str
    first: Period
    last: Period
    what: str
    type: str
    coordination: str

    def said_in(self, row: Row) -> Row:
        """Return a row of a sheet with the problem written in, where it is meant."""
        if (row[2], row[4]) != (self.item_id, self.unit):
            return row
        if not self.first <= Period.parse(row[0]) <= self.last:
            return row
        cells = {_PROBLEM: self.what, _TYPE: self.type, _COORDINATION: self.coordination}
        return [cells.get(place, cell) for place, cell in enumerate(row)]


@dataclass(frozen=True, slots=True)
class MadeStep:
    """One thing done about one problem; ``place`` counts what was done about it before."""

    number: int
    place: int
    at: datetime
    doing: Doing
    text: str
    entries: Entries | None  # of a raising
    changes: dict[str, str]


def sayings(said: list[dict[str, Any]]) -> tuple[Saying, ...]:
    """Read what reports state in the script of the year."""
    return tuple(
        Saying(
            one["item"],
            one["unit"],
            *map(Period.parse, one["months"]),
            what=one["what"],
            type=one["type"],
            coordination=one["coordination"],
        )
        for one in said
    )


def made_steps(said: list[dict[str, Any]]) -> tuple[MadeStep, ...]:
    """Read every step of every problem in the script of the year, oldest first.

    Problems are numbered as they are written, which is the order of their raising.
    """
    found: list[MadeStep] = []
    for number, one in enumerate(said, 1):
        entries = _entries(one)
        found.append(MadeStep(number, 0, one["at"], Doing.RAISE, entries.what, entries, {}))
        for place, step in enumerate(one.get("step", ()), 1):
            entry = {"type": "type", "owner": "owner", "due": "due_on"}
            changes = {entry[name]: step[name] for name in entry if name in step}
            doing, text = Doing(step["did"]), step["text"]
            found.append(MadeStep(number, place, step["at"], doing, text, None, changes))
    return tuple(sorted(found, key=lambda step: step.at))


def do(ledger: Ledger, step: MadeStep, *, actor: str) -> None:
    """Do one step, unless so much was done about the problem before.

    Raises:
        LedgerError: when the ledger refuses it.
    """
    known = problem_acts.problems(ledger).get(step.number)
    if known is not None and len(known.steps) > step.place:
        return
    number, text, at = step.number, step.text, step.at
    seen = 0 if known is None else known.seen
    match step.doing:
        case Doing.CLOSE:
            problem_acts.close(ledger, number, text, actor=actor, at=at, seen=seen)
        case Doing.REOPEN:
            problem_acts.reopen(ledger, number, text, actor=actor, at=at, seen=seen)
        case Doing.CHANGE:
            changes = step.changes
            problem_acts.change(ledger, number, changes, text, actor=actor, at=at, seen=seen)
        case _:
            if step.entries is not None:
                problem_acts.raise_problem(ledger, step.entries, actor=actor, at=at)


def _entries(said: dict[str, Any]) -> Entries:
    item, unit = said.get("item"), said.get("unit")
    due = date.fromisoformat(said["due"]) if "due" in said else None
    new = Entries(
        what=said["what"],
        type=ProblemType(said["type"]),
        owner=said["owner"],
        due_on=due,
        coordination=said["coordination"],
    )
    if item is None:
        return new
    kind = ItemKind.TASK if item.startswith("T") else ItemKind.PROJECT
    stated = sameness(kind, item, unit, new.what) if unit else ""
    return replace(new, kind=kind, item_id=item, stated=stated)
