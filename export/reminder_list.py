"""催办清单 as XLSX: a sheet that counts what each unit is asked for, and one sheet per unit."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from analysis.reminder_scope import Scope, said, said_of_unit
from analysis.reminders import ASKED
from domain.columns import Reports
from domain.periods import Period
from export.listing import Listing, workbook

_COLUMNS = {  # heads by their sentence, and how wide; what a phone shows stands first
    "reminder.number": 6,
    "table.rule": 14,
    "table.item": 7,
    "table.name": 24,
    "table.seen": 34,
    "table.life": 12,
    "reminder.answer": 20,
}
_COUNT_WIDTH, _UNIT_WIDTH = 11, 24
MOST_ROWS = 20_000  # of all sheets; beyond it a workbook takes minutes and nobody fills it in
_MOST_OF_UNIT = 1_000  # where there are more


def xlsx(
    of_unit: Mapping[str, list[Row]],
    period: Period,
    words: Words,
    *,
    as_of: str,
    scope: Scope,
    illustrative: bool,
) -> bytes:
    """Return what units are asked to put right; of one unit its sheet alone.

    ``of_unit`` is ``reminders.asked_of``; rows may say the ``life`` of their warning. Without a
    unit the first sheet says that nothing is asked. ``scope`` says what the lists leave out. Of
    more than ``MOST_ROWS`` rows a sheet lists the first of its unit and says so.
    """
    many = sum(map(len, of_unit.values())) > MOST_ROWS
    most = _MOST_OF_UNIT if many else None
    mark = words.t("reminder.illustrative") if illustrative else ""
    sheets = [
        _of_unit(unit, rows, period, words, (as_of, said_of_unit(scope.of_unit(unit), words)), most)
        for unit, rows in of_unit.items()
    ]
    if len(sheets) != 1:
        listed = sum(map(len, of_unit.values()))
        notes = (as_of, said(scope.of_month, listed, words))
        sheets = [_overview(of_unit, period, words, notes), *sheets]
    return workbook([_marked(one, mark) for one in sheets])


def _overview(
    of_unit: Mapping[str, list[Row]], period: Period, words: Words, notes: tuple[str, ...]
) -> Listing:
    """Count per unit and rule what is asked; the last row sums them."""
    t = words.t
    counts = {
        unit: [sum(row[Raised.RULE] == rule for row in rows) for rule in ASKED]
        for unit, rows in of_unit.items()
    }
    rows = [(words.in_full(unit), *each, sum(each)) for unit, each in counts.items()]
    sums = [sum(each[place] for each in counts.values()) for place in range(len(ASKED))]
    total = (t("reminder.all_units"), *sums, sum(sums))
    return Listing(
        name=t("reminder.overview"),
        title=t("reminder.list_title", month=_month(period, words)),
        notes=notes if of_unit else (*notes, t("reminder.none")),
        heads=(t("table.unit"), *(warned.named(rule, words) for rule in ASKED), t("reminder.sum")),
        widths=(_UNIT_WIDTH, *(_COUNT_WIDTH for _ in ASKED), _COUNT_WIDTH),
        rows=(*rows, total) if rows else (),
    )


def _of_unit(
    unit: str,
    rows: list[Row],
    period: Period,
    words: Words,
    notes: tuple[str, ...],
    most: int | None,
) -> Listing:
    t, named = words.t, words.in_full(unit)
    month = _month(period, words)
    _, supervising = words.supervision()
    if most is not None and len(rows) > most:
        notes = (*notes, t("reminder.shortened", count=f"{len(rows):,}", most=most))
    return Listing(
        name=named,
        title=t("reminder.unit_title", unit=named, month=month, count=len(rows)),
        notes=(*notes, t("reminder.foot", supervising=supervising)),
        heads=tuple(map(t, _COLUMNS)),
        widths=tuple(_COLUMNS.values()),
        rows=tuple(_line(number, row, words) for number, row in enumerate(rows[:most], 1)),
    )


def _line(number: int, row: Row, words: Words) -> tuple[str | int | None, ...]:
    life = row.get("life")
    return (
        number,
        warned.named(row[Raised.RULE], words),
        row[Reports.ITEM_ID],
        row[Reports.ITEM_NAME],
        warned.seen(row, words),
        words.t(f"warning.life_{life}") if life else None,
        None,  # for the unit to write into
    )


def _marked(one: Listing, mark: str) -> Listing:
    return replace(one, mark=mark)


def _month(period: Period, words: Words) -> str:
    return words.t("chart.month_in_full", year=period.year, month=period.month)
