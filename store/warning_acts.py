"""The life of warnings: what was said about each, and saying one thing more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from analysis.charts.rows import Row, rows_of
from analysis.metrics.columns import Raised
from domain.acts import Subject
from domain.columns import Reports
from domain.contacts import masked
from domain.roles import Action
from domain.warnings import BY, Life, Side, after, needs_text
from domain.warnings import Act as Doing
from store import acts, authority, reporting_rights
from store.acts import Act
from store.ledger import Ledger
from store.readable import Readable
from store.refusals import BlankError
from store.warning_refusals import OwnExplanationError

_DID, _TEXT = "did", "text"  # in the body of an act
_SEPARATOR, _ITEM, _MONTH = "|", 2, 4
NEEDED = {Side.UNIT: Action.EXPLAIN_WARNING, Side.SUPERVISOR: Action.JUDGE_WARNING}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing done about a warning. The time is in UTC."""

    doing: Doing
    text: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Course:
    """How far a warning has come, and how it came there, the oldest act first."""

    life: Life = Life.RAISED
    said: tuple[Said, ...] = ()
    seen: int = 0  # the number of its last act

    def hidden(self) -> "Course":
        """Return it without the phone and identity numbers of what was said."""
        said = tuple(replace(one, text=masked(one.text)) for one in self.said)
        return replace(self, said=said)


RAISED = Course()


def key_of(rule: str, kind: str, item_id: str, unit: str | None, period: str, figure: str) -> str:
    """Name a warning: what is raised again for the same rule, item, unit and month is the same.

    >>> key_of("late", "任务", "T05", "财政局", "2026-10", "")
    'late|任务|T05|财政局|2026-10|'
    """
    return _SEPARATOR.join((rule, kind, item_id, unit or "", period, figure))


def month_of(key: str) -> str | None:
    """Return the month a warning is of, None for what is no key.

    >>> month_of("late|任务|T05|财政局|2026-10|"), month_of("late")
    ('2026-10', None)
    """
    parts = key.split(_SEPARATOR)
    return parts[_MONTH] if len(parts) > _MONTH else None


def courses(ledger: Readable, *, until: datetime | None = None) -> dict[str, Course]:
    """Return how far every warning has come that anybody did something about, by its key.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    found: dict[str, Course] = {}
    for act in acts.acts(ledger, subject=Subject.WARNING, until=until):
        found[act.key] = _further(found.get(act.key, RAISED), act)
    return found


def act_on(
    ledger: Ledger, key: str, doing: Doing, text: str, *, actor: str, at: datetime, seen: int
) -> None:
    """Explain a warning, or accept, reject or close it.

    Raises:
        NotAllowedError: when the warning is not where this can be done.
        BlankError: when the actor is empty, or the words that go with it are.
        ForbiddenError, TypedNameError: when the actor may not.
        OwnExplanationError: when the actor gave the explanation that is accepted or sent back.
        ActedMeanwhileError: when somebody else did something about it after ``seen``.
    """
    _must_be_allowed(ledger, key, doing, actor, at)
    now = courses(ledger).get(key, RAISED)
    if now.seen == seen:  # else the book itself says who came first
        after(now.life, doing)
        if needs_text(now.life, doing) and not text.strip():
            raise BlankError("warning_text")
        _must_not_be_their_own(now, doing, actor.strip())
    body = {_DID: doing.value, _TEXT: text.strip()}
    acts.append(ledger, Subject.WARNING, key, body, actor=actor, at=at, seen=seen)


def with_life(rows: list[Row], known: Mapping[str, Course]) -> list[Row]:
    """Return rows of warnings (``analysis.evidence``), each with the ``life`` it is in.

    ``known`` is what ``courses`` returns.
    """
    return [{**row, "life": known.get(key_of_row(row), RAISED).life.value} for row in rows]


def table_with_life(warnings: pd.DataFrame, known: Mapping[str, Course]) -> pd.DataFrame:
    """Return a table of warnings (``analysis.evidence``) with the ``life`` each is in.

    Only about items of which something was said a warning is named at all: of 100,000 they are few.
    """
    told_of = {[*key.split(_SEPARATOR), "", ""][_ITEM] for key in known}
    told = warnings[Reports.ITEM_ID].isin(told_of)
    life = pd.Series(RAISED.life.value, index=warnings.index, dtype="str")
    if told.any():
        rows = with_life(rows_of(warnings[told]), known)
        life[told] = pd.array([row["life"] for row in rows], dtype="str")
    return warnings.assign(life=life)


def key_of_row(row: Row) -> str:
    """Name the warning of a row of ``analysis.evidence``."""
    place = (row[Reports.KIND], row[Reports.ITEM_ID], row[Reports.RESPONSIBLE_UNIT])
    return key_of(row[Raised.RULE], *place, row[Reports.PERIOD], row[Raised.FIGURE] or "")


def _must_be_allowed(ledger: Ledger, key: str, doing: Doing, actor: str, at: datetime) -> None:
    if BY[doing] is not Side.UNIT:
        authority.require(ledger, actor, NEEDED[BY[doing]], at=at)
        return
    _, _, item_id, unit, *_ = [*key.split(_SEPARATOR), "", "", "", ""]
    authority.require(
        ledger,
        actor,
        NEEDED[Side.UNIT],
        at=at,
        about=lambda: reporting_rights.whose_item(ledger, item_id, unit),
    )


def _must_not_be_their_own(course: Course, doing: Doing, actor: str) -> None:
    """Keep whoever explained from judging it: two hands are what the course is kept for."""
    if doing not in {Doing.ACCEPT, Doing.REJECT}:
        return
    explained = [one.actor for one in course.said if one.doing is Doing.EXPLAIN]
    if explained and explained[-1].strip() == actor:
        raise OwnExplanationError(actor=actor)


def _further(course: Course, act: Act) -> Course:
    doing = Doing(str(act.body[_DID]))
    said = Said(doing, str(act.body[_TEXT]), act.actor, act.at)
    return Course(after(course.life, doing), (*course.said, said), act.number)
