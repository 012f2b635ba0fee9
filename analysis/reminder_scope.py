"""What 催办清单 holds and what it does not: warnings counted, so that nobody takes it for all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from analysis.reminders import ASKED
from domain.columns import Reports
from domain.warnings import Warned


@dataclass(frozen=True, slots=True)
class Scope:
    """The warnings of a month by rule, and those that no list holds by unit and rule."""

    of_month: Mapping[str, int]
    of_units: Mapping[str, Mapping[str, int]]

    def of_unit(self, unit: str) -> Mapping[str, int]:
        """Count what no list holds of the items of a unit, by rule."""
        return self.of_units.get(unit, {})


def scope(warnings: list[Row], carried: Mapping[tuple[str, str], Sequence[str]]) -> Scope:
    """Count all warnings of a month.

    One about an item as a whole counts for each unit that is among ``carried`` by kind and number.
    """
    of_units: dict[str, Counter[str]] = {}
    for row in warnings:
        if row[Raised.RULE] not in ASKED:
            unit = row[Reports.RESPONSIBLE_UNIT]
            key = (row[Reports.KIND], row[Reports.ITEM_ID])
            for one in [unit] if unit else carried.get(key, ()):
                of_units.setdefault(one, Counter())[row[Raised.RULE]] += 1
    return Scope(Counter(row[Raised.RULE] for row in warnings), of_units)


def said(counts: Mapping[str, int], listed: int, words: Words) -> str:
    """Say of a month what the lists of all units hold and leave out.

    ``counts`` are all warnings of the month by rule, ``listed`` how many the lists hold.
    """
    t, and_ = words.t, words.t("warning.and")
    holds = t(
        "reminder.holds", rules=and_.join(warned.named(one, words) for one in ASKED), count=listed
    )
    others = {one: count for one, count in counts.items() if one not in ASKED and count}
    settled = sum(count for one, count in counts.items() if one in ASKED) - listed
    parts = [holds]
    if others:
        total = sum(others.values())
        parts.append(t("reminder.holds_not", count=total, rules=_counted(others, words)))
    if settled:
        parts.append(t("reminder.holds_settled", count=settled))
    return "".join(parts)


def said_of_unit(counts: Mapping[str, int], words: Words) -> str:
    """Say of one unit which warnings of its items its list leaves out; ``counts`` are by rule."""
    if not counts:
        return words.t("reminder.unit_holds")
    total, rules = sum(counts.values()), _counted(counts, words)
    return words.t("reminder.unit_holds_not", count=total, rules=rules)


def _counted(counts: Mapping[str, int], words: Words) -> str:
    t = words.t
    parts = [
        t("reminder.rule_count", rule=warned.named(one, words), count=counts[one])
        for one in Warned
        if counts.get(one)
    ]
    return t("warning.and").join(parts)
