"""What another rulebook would change in warnings: gained and lost by month and rule."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.charts.rows import rows_of
from analysis.metrics.columns import Raised
from analysis.views import warned
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.warnings import Warned

_Named = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """How many warnings of a rule a month would gain and lose."""

    period: Period
    rule: Warned
    gained: int
    lost: int


def judged_otherwise(
    book: Rulebook, other: Rulebook, months: Sequence[Period]
) -> tuple[Period, ...]:
    """Return the months that the two rulebooks judge or ask for by different rules."""
    return tuple(one for one in months if _asked(book.at(one)) != _asked(other.at(one)))


def gains(now: Watched, then: Watched, months: Sequence[Period]) -> list[Gain]:
    """Compare the warnings of months by two looks that differ in their rules, newest month first.

    Reports that become late or missing are the gains of these two rules. Rules without a
    difference in a month are left out.
    """
    return [gain for month in sorted(months, reverse=True) for gain in _of_month(now, then, month)]


def _of_month(now: Watched, then: Watched, month: Period) -> list[Gain]:
    before, after = _raised(now, month), _raised(then, month)
    gained = Counter(one[0] for one in after - before)
    lost = Counter(one[0] for one in before - after)
    return [
        Gain(month, rule, gained=gained[rule.value], lost=lost[rule.value])
        for rule in Warned
        if gained[rule.value] or lost[rule.value]
    ]


def _raised(seen: Watched, month: Period) -> set[_Named]:
    names = (
        Raised.RULE,
        Reports.KIND,
        Reports.ITEM_ID,
        Reports.RESPONSIBLE_UNIT,
        Raised.FIGURE,
    )
    return {tuple(row[name] for name in names) for row in rows_of(warned.of_month(seen, month))}


def _asked(rules: RuleSet) -> RuleSet:
    """Return a set without its name and its month, which judge nothing."""
    return replace(rules, name="", english="", effective=Period(1, 1))
