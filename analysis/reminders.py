"""催办: what a unit is asked for, as plain text for a chat; every number is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Life, Warned

# What a unit itself can put right; the rest is about an item as a whole.
ASKED = (
    Warned.MISSING,
    Warned.LATE,
    Warned.SAME_AS_LAST,
    Warned.REGRESSING,
    Warned.MEASURE_SUSPECT,
)
_SETTLED = {Life.ACCEPTED, Life.CLOSED}


def asked_of(warnings: list[Row], order: Sequence[str]) -> dict[str, list[Row]]:
    """Return what each responsible unit is asked to put right, units in ``order``.

    ``warnings`` have the columns of ``analysis.evidence``; where they say the ``life`` of each,
    what is accepted or closed is asked of nobody.
    """
    of_unit: dict[str, list[Row]] = {}
    for row in warnings:
        unit = row[Reports.RESPONSIBLE_UNIT]
        if unit and row[Raised.RULE] in ASKED and row.get("life") not in _SETTLED:
            of_unit.setdefault(unit, []).append(row)
    return {unit: of_unit[unit] for unit in order if unit in of_unit}


def reminders(
    warnings: list[Row],
    period: Period,
    words: Words,
    *,
    illustrative: bool,
    own: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return one text per responsible unit that is asked for something, in the plan's order.

    ``warnings`` have the columns of ``analysis.evidence``. Illustrative data is named as such.
    ``own`` are sentences of the office in place of the catalogue's, by key.
    """
    of_unit = asked_of(warnings, words.plan.unit_names)
    mark = [words.t("reminder.illustrative")] if illustrative else []
    said = _Said(words, own or {})
    return {
        unit: "\n".join([*mark, *_text(unit, rows, period, said)]) for unit, rows in of_unit.items()
    }


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences of a reminder, an office's own where it has one."""

    words: Words
    own: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        own = self.own.get(key)
        return own.format(**values) if own else self.words.t(key, **values)


def _text(unit: str, rows: list[Row], period: Period, say: _Said) -> list[str]:
    words = say.words
    month = words.t("chart.month_in_full", year=period.year, month=period.month)
    head = say("reminder.head", unit=words.in_full(unit), month=month, count=len(rows))
    lines = [f"{number}. {_line(row, say)}" for number, row in enumerate(rows, 1)]
    _, supervising = words.supervision()
    return [head, *lines, say("reminder.foot", supervising=supervising)]


def _line(row: Row, say: _Said) -> str:
    line = say(
        "reminder.line",
        rule=warned.named(row[Raised.RULE], say.words),
        item=row[Reports.ITEM_ID],
        name=row[Reports.ITEM_NAME],
        seen=warned.seen(row, say.words),
    )
    explained = row.get("life") == Life.EXPLAINED
    return line + (say.words.t("supervision.explained") if explained else "")
