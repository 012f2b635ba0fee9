"""The ladder of reminders: which letter is due to which unit, and for which rows.

协调单 where a problem of the ledger needs others, to the unit that owes its end; 催办单 for a
warning of the month; 督办单 for one raised the month before too, or that nobody explained in time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.charts.rows import Row
from analysis.metrics.columns import Raised
from domain.columns import Problems, Reports
from domain.letters import Letter, Why, WhyNot
from domain.warnings import UNANSWERED, Life, Warned, WarningSeverity

DAYS_TO_EXPLAIN = 10  # after the due day
_SETTLED = {Life.ACCEPTED, Life.CLOSED}
_UNIT = Reports.RESPONSIBLE_UNIT.value


@dataclass(frozen=True, slots=True)
class Step:
    """A letter that is due to a unit; ``rows`` are warnings, or problems for 协调单."""

    letter: Letter
    responsible_unit: str
    rows: tuple[Row, ...]
    why: tuple[Why, ...]


def steps(
    warned: list[Row],
    before: list[Row],
    problems: list[Row],
    answering: Mapping[tuple[str, str], str],
    order: Sequence[str],
    *,
    due: str,
    today: str,
) -> list[Step]:
    """Return the letters that are due on a day, by unit in ``order``, up the ladder.

    ``warned`` and ``before`` are the warnings of the month, each with its ``life``, and of the
    month before; ``problems`` those that need others (``coordination.to_coordinate``), which go to
    their owner. A warning about an item as a whole goes to the
    unit that is ``answering`` for it, by kind and number. Warnings that only inform, yellow lights
    and what is accepted or closed call for no letter.
    """
    raised_before = {_named(row) for row in before}
    late = (date.fromisoformat(today) - date.fromisoformat(due)).days > DAYS_TO_EXPLAIN
    due_to: dict[tuple[str, Letter], list[tuple[Row, Why]]] = {}
    for row in problems:
        key = (row[Problems.OWNER], Letter.COORDINATION)
        due_to.setdefault(key, []).append((row, Why.NEEDS_OTHERS))
    for row in warned:
        unit = _unit_of(row, answering)
        if unit and _why_not(row, answering) is None:
            why = _why(row, raised_before, late=late)
            letter = Letter.URGING if why is Why.FIRST else Letter.SUPERVISION
            due_to.setdefault((unit, letter), []).append((row, why))
    gone = sorted({unit for unit, _ in due_to} - set(order))  # owners the plan names no longer
    return [
        _step(unit, letter, due_to[unit, letter])
        for unit in (*order, *gone)
        for letter in Letter
        if (unit, letter) in due_to
    ]


def left_out(
    warned: list[Row], answering: Mapping[tuple[str, str], str]
) -> dict[tuple[str, WhyNot], list[Row]]:
    """Return the warnings that stand in no letter, by rule and why, in the order of the rules."""
    found: dict[tuple[str, WhyNot], list[Row]] = {}
    for row in warned:
        if (why := _why_not(row, answering)) is not None:
            found.setdefault((row[Raised.RULE], why), []).append(row)
    reasons = [(rule.value, why) for rule in Warned for why in WhyNot]
    return {reason: found[reason] for reason in reasons if reason in found}


def _step(unit: str, letter: Letter, found: list[tuple[Row, Why]]) -> Step:
    why = tuple(dict.fromkeys(one for _, one in found))
    return Step(letter, unit, tuple(row for row, _ in found), why)


def _why_not(row: Row, answering: Mapping[tuple[str, str], str]) -> WhyNot | None:
    if row["life"] in _SETTLED:
        return WhyNot.SETTLED
    if row[Raised.SEVERITY] == WarningSeverity.NOTE:
        return WhyNot.NOTE
    if row[Raised.RULE] == Warned.BEHIND and row[Raised.SEVERITY] != WarningSeverity.RED:
        return WhyNot.YELLOW
    return None if _unit_of(row, answering) else WhyNot.NOBODY


def _unit_of(row: Row, answering: Mapping[tuple[str, str], str]) -> str | None:
    return row[_UNIT] or answering.get((row[Reports.KIND], row[Reports.ITEM_ID]))


def _why(row: Row, before: set[tuple[str | None, ...]], *, late: bool) -> Why:
    if _named(row) in before:
        return Why.AGAIN
    return Why.UNEXPLAINED if late and row["life"] in UNANSWERED else Why.FIRST


def _named(row: Row) -> tuple[str | None, ...]:
    """Name a warning without its month."""
    place = (row[Reports.KIND], row[Reports.ITEM_ID], row[_UNIT])
    return (row[Raised.RULE], *place, row[Raised.FIGURE])
