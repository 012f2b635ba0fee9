"""The plan as its owner describes it in plan.toml: chains, responsible units, days and rules."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import written_rules
from domain.periods import Period
from domain.rulebook import Rulebook
from domain.rules import LightRule


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the plan with its one spelling and the other spellings people write."""

    name: str
    also: tuple[str, ...] = ()
    short: str = ""
    english: str = ""
    kind: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that means this."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is about this zone and this plan; another zone brings another file."""

    zone: str
    zone_english: str
    title: str
    title_english: str
    document: str
    issued_on: date
    published_on: date
    first_period: Period
    rulebook: Rulebook
    light_presets: tuple[LightRule, ...]
    chains: tuple[Named, ...]
    responsible_units: tuple[Named, ...]
    supervising_unit: str
    supervising_unit_english: str
    coordinating_unit: str

    def chain(self, text: str) -> str | None:
        """Return the plan's spelling of an industry chain, or None for an unknown one."""
        return self.chain_spellings.get(text)

    def responsible_unit(self, text: str) -> str | None:
        """Return the plan's spelling of a responsible unit, or None for an unknown one."""
        return self.unit_spellings.get(text)

    @property
    def chain_spellings(self) -> dict[str, str]:
        """Every spelling of a chain and the name it stands for."""
        return spellings_of(self.chains)

    @property
    def unit_spellings(self) -> dict[str, str]:
        """Every spelling of a responsible unit and the name it stands for."""
        return spellings_of(self.responsible_units)

    @property
    def chain_names(self) -> tuple[str, ...]:
        """The chains in the order of the plan."""
        return tuple(chain.name for chain in self.chains)

    @property
    def unit_names(self) -> tuple[str, ...]:
        """The responsible units in the order of plan.toml."""
        return tuple(unit.name for unit in self.responsible_units)

    def short(self, name: str) -> str:
        """Return the short form of a chain or unit for narrow charts, else the name itself."""
        for one in (*self.chains, *self.responsible_units):
            if one.name == name:
                return one.short or name
        return name


def spellings_of(known: tuple[Named, ...]) -> dict[str, str]:
    """Return every spelling with the name it stands for; a short form where no other has it.

    >>> spellings_of((Named("交通局", ("区交通局",), short="交局"), Named("交警局", short="交局")))
    {'交通局': '交通局', '区交通局': '交通局', '交警局': '交警局'}
    >>> spellings_of((Named("经济发展局", short="经发局"),))["经发局"]
    '经济发展局'
    """
    spelled: dict[str, str] = {}
    for one in known:  # of two with the same spelling the first has it
        spelled |= {text: one.name for text in one.spellings if text not in spelled}
    times = Counter(one.short for one in known)
    single = {one.short: one.name for one in known if one.short and times[one.short] == 1}
    return spelled | {text: name for text, name in single.items() if text not in spelled}


def parse(text: str) -> Plan:
    """Read plan.toml.

    Raises:
        KeyError: when an entry is missing; its argument is the entry's name.
        ValueError: when an entry cannot be read, tomllib.TOMLDecodeError included.
    """
    table = tomllib.loads(text)
    plan, reporting, rules = table["plan"], table["reporting"], table["rules"]
    first_period = Period.parse(reporting["first_period"])
    return Plan(
        zone=plan["zone"],
        zone_english=plan["zone_english"],
        title=plan["title"],
        title_english=plan["title_english"],
        document=plan["document"],
        issued_on=plan["issued_on"],
        published_on=plan["published_on"],
        first_period=first_period,
        rulebook=written_rules.rulebook(rules, first_period, reporting["due_day"]),
        light_presets=written_rules.light_presets(rules),
        chains=tuple(_named(entry) for entry in table["chain"]),
        responsible_units=tuple(_named(entry) for entry in table["responsible_unit"]),
        supervising_unit=plan["supervising_unit"],
        supervising_unit_english=plan.get("supervising_unit_english", ""),
        coordinating_unit=plan["coordinating_unit"],
    )


def _named(entry: dict[str, Any]) -> Named:
    return Named(
        name=entry["name"],
        also=tuple(entry.get("also", ())),
        short=entry.get("short", ""),
        english=entry.get("english", ""),
        kind=entry.get("kind", ""),
    )
