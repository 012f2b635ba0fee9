"""The ledger of problems (问题台账) as acts of the second book: raising, changing, closing them.

The number of a problem is the key of its acts. Two people who raise the same thing at once make one
problem: the second is told who was first.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from domain.acts import Subject
from domain.problems import Doing, Entries, Problem, same_words
from domain.roles import Action, Resource
from store import acts, authority
from store.acts import Said
from store.ledger import Ledger
from store.problem_course import CHANGEABLE, DID, STATED, TEXT, further, said_of, written
from store.problem_refusals import (
    ProblemClosedError,
    ProblemDueError,
    ProblemOpenError,
    ProblemRaisedError,
    ProblemSameError,
    ProblemUnknownError,
)
from store.readable import SHANGHAI, Readable
from store.refusals import ActedMeanwhileError, BlankError

Changes = Mapping[str, Said]  # type, owner, due_on: what it is to be


def problems(ledger: Readable, *, until: datetime | None = None) -> dict[int, Problem]:
    """Return every problem raised until a moment as it stood then, by its number, in that order.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    found: dict[int, Problem] = {}
    for act in acts.acts(ledger, subject=Subject.PROBLEM, until=until):
        found[int(act.key)] = further(found.get(int(act.key)), act)
    return found


def raise_problem(ledger: Ledger, new: Entries, *, actor: str, at: datetime) -> int:
    """Write a problem down and return its number.

    Raises:
        BlankError: when the actor or the words of the problem are empty.
        ProblemDueError: when it is due before the day it is raised.
        ProblemRaisedError: when it was raised from the same words of a report, or the same words
            were raised about the same item and are not closed.
    """
    if not new.what.strip():
        raise BlankError("problem_text")
    _must_be_allowed(ledger, lambda: new.owner, actor, at)
    _must_come_after(new.due_on, at.astimezone(SHANGHAI).date())
    while True:
        known = problems(ledger)
        _must_be_new(new, known)
        number = max(known, default=0) + 1
        body: dict[str, Said] = {DID: Doing.RAISE.value, **written(new)}
        try:
            acts.append(ledger, Subject.PROBLEM, str(number), body, actor=actor, at=at, seen=0)
        except ActedMeanwhileError:  # somebody raised another one just now: look again
            continue
        return number


def change(
    ledger: Ledger,
    number: int,
    changes: Changes,
    reason: str,
    *,
    actor: str,
    at: datetime,
    seen: int,
) -> None:
    """Change type, owner or due day of an open problem; a ``due_on`` of None takes it away.

    Raises:
        BlankError: when the actor or the reason is empty.
        ProblemSameError: when nothing of it becomes another.
        ProblemDueError, ProblemUnknownError, ProblemClosedError: as they say.
        ActedMeanwhileError: when somebody else did something about it after ``seen``.
    """
    now = _open(ledger, number, seen)
    was = written(now.entries)
    changed = {name: changes[name] for name in CHANGEABLE if name in changes}
    changed = {name: said for name, said in changed.items() if said != was[name]}
    if not changed:
        raise ProblemSameError(number)
    if due := changed.get("due_on"):
        _must_come_after(date.fromisoformat(str(due)), now.raised_on)
    body = {**changed, TEXT: _needed(reason, "problem_reason")}
    _append(ledger, number, Doing.CHANGE, body, actor=actor, at=at, seen=seen)


def join(
    ledger: Ledger, number: int, stated: str, words: str, *, actor: str, at: datetime, seen: int
) -> None:
    """Say that other words of a report, named by their sameness, mean an open problem.

    Raises:
        ProblemRaisedError: when the words belong to a problem already.
        BlankError, ProblemUnknownError, ProblemClosedError, ActedMeanwhileError: as in ``change``.
    """
    _open(ledger, number, seen)
    for one in problems(ledger).values():
        if stated in one.stated:
            raise ProblemRaisedError(one.number, one.raised_by)
    body: dict[str, Said] = {STATED: stated, TEXT: words.strip()}
    _append(ledger, number, Doing.JOIN, body, actor=actor, at=at, seen=seen)


def close(
    ledger: Ledger, number: int, evidence: str, *, actor: str, at: datetime, seen: int
) -> None:
    """Close a problem (销号) by saying what shows that it is solved.

    Raises:
        BlankError: when the actor or the evidence is empty.
        ProblemUnknownError, ProblemClosedError, ActedMeanwhileError: as in ``change``.
    """
    _open(ledger, number, seen)
    body: dict[str, Said] = {TEXT: _needed(evidence, "problem_evidence")}
    _append(ledger, number, Doing.CLOSE, body, actor=actor, at=at, seen=seen)


def reopen(
    ledger: Ledger, number: int, reason: str, *, actor: str, at: datetime, seen: int
) -> None:
    """Open a closed problem again, saying why.

    Raises:
        BlankError: when the actor or the reason is empty.
        ProblemOpenError: when it is open.
        ProblemUnknownError, ActedMeanwhileError: as in ``change``.
    """
    now = _known(ledger, number, seen)
    if now.is_open:
        raise ProblemOpenError(number)
    body: dict[str, Said] = {TEXT: _needed(reason, "problem_reason")}
    _append(ledger, number, Doing.REOPEN, body, actor=actor, at=at, seen=seen)


def _append(
    ledger: Ledger,
    number: int,
    doing: Doing,
    body: Mapping[str, Said],
    *,
    actor: str,
    at: datetime,
    seen: int,
) -> None:
    _must_be_allowed(ledger, lambda: problems(ledger)[number].entries.owner, actor, at)
    whole = {DID: doing.value, **body}
    acts.append(ledger, Subject.PROBLEM, str(number), whole, actor=actor, at=at, seen=seen)


def _must_be_allowed(ledger: Ledger, owner: Callable[[], str], actor: str, at: datetime) -> None:
    """Let a reporter work the problems of their own units only."""

    def whose() -> Resource:
        return Resource((frozenset({owner()}),))

    authority.require(ledger, actor, Action.WORK_PROBLEM, at=at, about=whose)


def _known(ledger: Ledger, number: int, seen: int) -> Problem:
    """Return a problem; where somebody acted on it after ``seen``, say so before anything else."""
    now = problems(ledger).get(number)
    if now is None:
        raise ProblemUnknownError(number)
    if now.seen > seen:
        raise ActedMeanwhileError(number=now.seen, actor=now.steps[-1].actor)
    return now


def _open(ledger: Ledger, number: int, seen: int) -> Problem:
    now = _known(ledger, number, seen)
    if not now.is_open:
        raise ProblemClosedError(number)
    return now


def _must_be_new(new: Entries, known: Mapping[int, Problem]) -> None:
    about = (new.kind, new.item_id, same_words(new.what))
    for one in known.values():
        if new.stated and new.stated in one.stated:
            raise ProblemRaisedError(one.number, one.raised_by)
        if one.is_open and about == said_of(one):
            raise ProblemRaisedError(one.number, one.raised_by)


def _must_come_after(due: date | None, raised: date) -> None:
    if due is not None and due < raised:
        raise ProblemDueError(due=due.isoformat(), raised=raised.isoformat())


def _needed(text: str, what: str) -> str:
    if not text.strip():
        raise BlankError(what)
    return text.strip()
