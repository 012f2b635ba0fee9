"""How charts name chains, units, periods and lights in the reader's language."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import ceil

from analysis.charts.style import LIGHT_SHAPES, SUBJECT_DASHES, SUBJECTS, chain_colour
from domain.periods import MONTHS, Period
from domain.plan import Named, Plan
from domain.rules import Light
from texts import Texts
from texts.amounts import said_amount
from texts.markup import escape
from texts.wrap import width_em, without_orphan, wrapped

_NUMBER = re.compile("[（(][一二三四五六七八九十]+[)）]")  # a section's number has its own line
_MARKS, _NO_CHAIN = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "◇"
LABEL_EM, _UNIT_EM, _CHAIN_EM = 11, 14, 24
_ABOVE_EM = 17  # half a narrow page
_TENTH = Decimal("0.1")
NO_POINTS = "0.0"  # a gap that is none


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue and the plan's own names, as charts need them."""

    t: Texts
    plan: Plan

    def __hash__(self) -> int:
        """Leave telling plans apart to comparing them: a plan holds what has no hash."""
        return hash(self.t)

    def chain(self, name: str | None) -> str:
        """Name an industry chain; without a name it is the unassigned drawer."""
        if not name:
            return self.t("chart.unassigned")
        return self._lines(self._named(self.plan.chains, name, short=False), _CHAIN_EM)

    def chain_mark(self, name: str | None) -> str:
        """Return the chain's number in the plan, which tells it apart where colour cannot."""
        place = self._place(name)
        return _NO_CHAIN if place is None else _MARKS[place % len(_MARKS)]

    def chain_colour(self, name: str | None) -> str:
        """Return the one colour a chain has on every page and in every file."""
        return chain_colour(self._place(name))

    def colour(self, subject: str, number: int) -> str:
        """Return the colour of a line: a chain's own, else the next of the palette."""
        if self._is_chain(subject):
            return self.chain_colour(subject)
        return SUBJECTS[number % len(SUBJECTS)]

    def dash(self, subject: str, number: int) -> str:
        """Return the dash of a line: whole for a chain, another each time the hues begin anew."""
        rounds = 0 if self._is_chain(subject) else number // len(SUBJECTS)
        return SUBJECT_DASHES[rounds % len(SUBJECT_DASHES)]

    def numbered(self, name: str | None) -> str:
        """Name a chain behind its number in the plan, as plain text."""
        named = self.in_full(name) if name else self.t("chart.unassigned")
        return f"{self.chain_mark(name)} {named}"

    def marked(self, name: str | None) -> str:
        """Name a chain behind its number in the plan, on one line of a chart."""
        return escape(self.numbered(name))

    def unit(self, name: str, em: float = _UNIT_EM) -> str:
        """Name a responsible unit, in Chinese by its short form."""
        return self._lines(self._named(self.plan.responsible_units, name, short=True), em)

    def short_names(self) -> list[str]:
        """Return each short name of a responsible unit with what it stands for."""
        if self.t.language == "en":
            return []
        return [
            self.t("page.short_name", short=one.short, name=one.name)
            for one in self.plan.responsible_units
            if one.short and one.short != one.name
        ]

    def in_full(self, name: str) -> str:
        """Name a responsible unit or a chain in full, on one line, as a table has room for."""
        return self._named((*self.plan.responsible_units, *self.plan.chains), name, short=False)

    def supervision(self) -> tuple[str, str]:
        """Name in full the unit that coordinates the plan and the one that supervises it."""
        plan, english = self.plan, self.t.language == "en"
        coordinating = self._named(plan.responsible_units, plan.coordinating_unit, short=False)
        supervising = (plan.supervising_unit_english if english else "") or plan.supervising_unit
        return coordinating, supervising

    def subject(self, name: str) -> str:
        """Name whatever a line follows: a unit, a chain, a task or a project."""
        if self.plan.responsible_unit(name) is not None:
            return self.unit(name)
        return self.chain(name)

    def followed(self, name: str) -> str:
        """Name a subject in a legend: a chain behind its number in the plan."""
        return self.marked(name) if self._is_chain(name) else self.subject(name)

    def numbered_chain(self, name: str) -> str:
        """Name a subject as plain text: a chain behind its number in the plan."""
        return self.numbered(name) if self._is_chain(name) else self.in_full(name)

    def in_plan_order(self, names: list[str]) -> list[str]:
        """Put chains in the order of the plan, "" last; other subjects stay as they are."""
        order = [*self.plan.chain_names, ""]
        return sorted(names, key=order.index) if all(map(self._is_chain, names)) else names

    def label(self, text: str, em: float = LABEL_EM) -> str:
        """Break a name from the data into lines an axis has room for."""
        return self._lines(text, em)

    def above(self, text: str, more: str = "") -> str:
        """Break a name that stands above its bar, so that a phone has room for it.

        The whole name, then what there is to say beside it, on the same line where there is room.
        """
        lines = without_orphan(text, _ABOVE_EM)
        beside = self.t("chart.beside", more=more)
        if more and width_em(lines[-1] + beside) <= _ABOVE_EM:
            lines[-1] += beside
        elif more:  # a picture for a report joins the lines again
            lines[-1] += self.t("chart.beside", more="")
            lines += wrapped(more, _ABOVE_EM)
        return "<br>".join(map(escape, lines))

    def light(self, light: Light) -> str:
        """Name a light by its shape and its word, never by colour alone."""
        return f"{LIGHT_SHAPES[light]} {self.t(f'light.{light}')}"

    def noted(self, measure: str, *notes: str) -> str:
        """Write notes beside a unit of measure; an empty one is left out."""
        for note in filter(None, notes):
            measure = self.t("chart.shown_after", measure=measure, shown=note)
        return measure

    def not_due(self, count: int) -> str:
        """Say how many are left out because their planned start lies ahead."""
        return self.t("chart.not_due_left_out", count=count) if count else ""

    def listed_after(self, count: int) -> str:
        """Say how many follow the others of their light since they begin in the year."""
        return self.t("chart.begun_listed_after", count=count) if count else ""

    def begun(self, month: int | None) -> str:
        """Say in which month of the year a project began, empty where it began before."""
        return self.t("chart.begun", month=self.t(f"month.short_{month}")) if month else ""

    def months(self, periods: list[str]) -> list[str]:
        """Name periods for an axis; the year stands below the first month of each.

        A December at the start has none before its January: two have no room beside each other.
        """
        months = [Period.parse(text) for text in periods]
        yields = any(one.month == MONTHS and one.earlier(-1) in months[1:2] for one in months[:1])
        before = [months[0].year if yields else None, *(one.year for one in months)]
        named = [self.t(f"month.short_{one.month}") for one in months]
        return [
            name if one.year == year else self.t("chart.year_tick", year=one.year, month=name)
            for one, name, year in zip(months, named, before, strict=False)
        ]

    def heading(self, text: str, em: float) -> str:
        """Break a column's heading into lines of about equal length, at most ``em`` wide."""
        number = _NUMBER.match(text)
        rest = text[number.end() :] if number else text
        lines = self._lines(rest, width_em(rest) / ceil(width_em(rest) / em) + 0.8)
        return f"{escape(number[0])}<br>{lines}" if number else lines

    def amount(self, yuan: int) -> str:
        """Say whole 元, rounded, with the unit of measure of the language."""
        return said_amount(yuan, self.t)

    def _is_chain(self, name: str) -> bool:
        return not name or self._place(name) is not None

    def _place(self, chain: str | None) -> int | None:
        names = self.plan.chain_names
        return names.index(chain) if chain in names else None

    def _named(self, known: tuple[Named, ...], name: str, *, short: bool) -> str:
        entry = next((one for one in known if one.name == name), None)
        if entry is None:
            return name
        if self.t.language == "en" and entry.english:
            return entry.english
        return (entry.short if short else "") or name

    def _lines(self, text: str, em: float = LABEL_EM) -> str:
        return _in_lines(text, em)


@lru_cache(maxsize=4096)  # the names of a plan, over and over
def _in_lines(text: str, em: float) -> str:
    return "<br>".join(escape(line) for line in without_orphan(text, em))


def percent(number: float) -> str:
    """Show a percentage with always one decimal, a half rounded up (四舍五入).

    So figures that stand beside or below each other have equally many digits.

    >>> percent(83.333), percent(100.0), percent(76.25)
    ('83.3%', '100.0%', '76.3%')
    """
    return f"{_tenths(number)}%"


def whole_percent(number: float) -> str:
    """Show a percentage without decimals and without its sign, where a cell has room for no more.

    >>> whole_percent(83.333), whole_percent(62.5), whole_percent(100.0)
    ('83', '63', '100')
    """
    return str(_rounded(number, Decimal(1)))


def points(number: float) -> str:
    """Show how many points something differs by, without a sign and with always one decimal.

    >>> points(-18.25), points(12.0), points(0.01)
    ('18.3', '12.0', '0.0')
    """
    return str(abs(_tenths(number)))


def signed(number: float) -> str:
    """Show points with their sign and always one decimal, with a real minus.

    >>> signed(13.83), signed(-33.333), signed(-12.0), signed(-0.01)
    ('+13.8', '−33.3', '−12.0', '0.0')
    """
    text = f"{_tenths(number):+}".replace("-", "−")
    return NO_POINTS if text in {"+0.0", "−0.0"} else text


def _tenths(number: float) -> Decimal:
    return _rounded(number, _TENTH)


def _rounded(number: float, step: Decimal) -> Decimal:
    """Round as people do by hand: a half goes away from zero; noise of a sum is no half."""
    return Decimal(repr(round(float(number), 9))).quantize(step, ROUND_HALF_UP)
