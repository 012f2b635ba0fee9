"""Reads the rules that plan.toml states: presets of the lights, and the sets by month."""

from typing import Any

from domain.periods import Period
from domain.rulebook import SPREAD_POINTS, STAGNANT_PERIODS, Rulebook, RuleSet
from domain.rules import LightRule, ScheduleRule


def light_presets(rules: dict[str, Any]) -> tuple[LightRule, ...]:
    """Return the rules of the lights to choose from, as ``[[rules.lights]]`` lists them.

    Raises:
        KeyError: when an entry is missing; its argument is the entry's name.
        ValueError: when a threshold is no number.
    """
    return tuple(
        LightRule(
            entry["name"],
            _number(entry, "yellow_below"),
            _number(entry, "red_below"),
            entry.get("english", ""),
        )
        for entry in rules["lights"]
    )


def rulebook(rules: dict[str, Any], first_period: Period, due_day: object) -> Rulebook:
    """Return the set that ``[rules]`` states from the first month on, and each ``[[rules.set]]``.

    A later set says what changes; whatever it does not state stays as it was in its month.

    Raises:
        KeyError: when an entry is missing; its argument is the entry's name.
        ValueError: when an entry cannot be read, contradicts another, or a later set is not later.
    """
    presets = {one.name: one for one in light_presets(rules)}
    # Every entry the first set must have, where a later one may take that of the set before it.
    stated = {"due_day": due_day, "schedule": rules["schedule"], "light_rule": rules["light_rule"]}
    optional = {name: rules[name] for name in _OPTIONAL if name in rules}
    book = Rulebook((_set({**_OPTIONAL, **stated, **optional}, presets, first_period),))
    later = [(Period.parse(str(entry["effective"])), entry) for entry in rules.get("set", ())]
    for effective, entry in sorted(later, key=lambda one: one[0]):
        if effective <= first_period:
            raise ValueError("effective", str(effective))
        before = book.at(effective)
        kept = {name: getattr(before, name) for name in ("schedule", "due_day", *_OPTIONAL)}
        kept["light_rule"] = before.name
        book = book.with_set(_set({**kept, **entry}, presets, effective))
    return book


_OPTIONAL: dict[str, Any] = {"stagnant_periods": STAGNANT_PERIODS, "spread_points": SPREAD_POINTS}


def _set(entry: dict[str, Any], presets: dict[str, LightRule], effective: Period) -> RuleSet:
    lights = presets.get(entry["light_rule"])
    if lights is None:
        raise ValueError("light_rule", entry["light_rule"])
    return RuleSet(
        name=lights.name,
        english=lights.english,
        effective=effective,
        schedule=ScheduleRule(entry["schedule"]),
        yellow_below=lights.yellow_below,
        red_below=lights.red_below,
        due_day=_whole(entry, "due_day"),
        stagnant_periods=_whole(entry, "stagnant_periods"),
        spread_points=_number(entry, "spread_points"),
    )


def _number(entry: dict[str, Any], name: str) -> float:
    number = entry[name]
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ValueError(name, number)  # noqa: TRY004 - a file that cannot be used is a ValueError
    return number


def _whole(entry: dict[str, Any], name: str) -> int:
    number = _number(entry, name)
    if not isinstance(number, int):
        raise ValueError(name, number)  # noqa: TRY004 - as above
    return number
