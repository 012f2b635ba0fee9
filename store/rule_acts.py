"""Rule sets put in force by hand, on top of those the plan came with."""

from dataclasses import replace
from datetime import datetime

from domain.acts import Subject
from domain.periods import Period
from domain.plan import Plan
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from store import acts
from store.acts import Act
from store.ledger import Ledger
from store.readable import Readable
from store.rule_refusals import RuleNameTakenError, RuleUnchangedError

KEY = "rules"  # there is one rulebook; its acts are its history


def plan_at(ledger: Readable, plan: Plan, *, until: datetime | None = None) -> Plan:
    """Return the plan with every set put in force until a moment, None for all there are.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    book = plan.rulebook
    for act in acts.acts(ledger, subject=Subject.RULES, until=until):
        book = book.with_set(_rule_set(act))
    return replace(plan, rulebook=book)


def put_in_force(
    ledger: Ledger,
    one: RuleSet,
    *,
    book: Rulebook,
    actor: str,
    at: datetime,
    reason: str,
    seen: int,
) -> None:
    """Write a rule set down; months before its own go on being judged as before.

    ``book`` are the rules in force, as the ledger has them after ``seen``.

    Raises:
        BlankError: when the actor is empty.
        RuleNameTakenError: when a set of another month in ``book`` bears the name.
        RuleUnchangedError: when the months from its own on are judged so already.
        ActedMeanwhileError: when another set was put in force after ``seen``.
    """
    if (other := book.bearing_name_of(one)) is not None:
        raise RuleNameTakenError(name=one.name, effective=other.effective)
    if book.judges_alike(one):
        now = book.at(one.effective)
        raise RuleUnchangedError(name=now.name, effective=now.effective)
    body = {
        "name": one.name,
        "english": one.english,
        "effective": str(one.effective),
        "schedule": one.schedule.value,
        "yellow_below": one.yellow_below,
        "red_below": one.red_below,
        "due_day": one.due_day,
        "stagnant_periods": one.stagnant_periods,
        "spread_points": one.spread_points,
        "reason": reason.strip(),
    }
    acts.append(ledger, Subject.RULES, KEY, body, actor=actor, at=at, seen=seen)


def history(ledger: Readable, *, until: datetime | None = None) -> tuple[Act, ...]:
    """Return every act by which a set was put in force, oldest first, up to a moment."""
    return acts.acts(ledger, subject=Subject.RULES, until=until)


def _rule_set(act: Act) -> RuleSet:
    said = act.body
    return RuleSet(
        name=str(said["name"]),
        english=str(said["english"]),
        effective=Period.parse(str(said["effective"])),
        schedule=ScheduleRule(str(said["schedule"])),
        yellow_below=float(said["yellow_below"] or 0),
        red_below=float(said["red_below"] or 0),
        due_day=int(said["due_day"] or 0),
        stagnant_periods=int(said["stagnant_periods"] or 0),
        spread_points=float(said["spread_points"] or 0),
    )
