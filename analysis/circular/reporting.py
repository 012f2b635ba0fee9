"""报送情况: how many reports were expected and came, and from whom something is wrong."""

from collections.abc import Sequence
from functools import partial

from analysis.charts.rows import Row
from analysis.charts.words import Words, percent
from analysis.circular import sources
from analysis.circular.source_rows import SourceRows
from analysis.circular.written import Filled, Number, Paragraph, Piece, Style, Wording
from analysis.metrics.columns import Counted
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from texts.few import said_of

_MOST_NAMED = 8
_FLAWS = {
    "late": Counted.LATE,
    "missing": Counted.MISSING,
    "outstanding": Counted.OUTSTANDING,
    "same": Counted.SAME_AS_LAST,
    "corrected": Counted.CORRECTED,
}
_NAMED = ("missing", "late", "same")  # with the units they are from


def paragraphs(seen: Watched, period: Period, wording: Wording) -> list[Paragraph]:
    """Return what is said about the reports of a month."""
    words = wording.words
    table = supervision.by_report(seen, (period,))
    every = SourceRows.of(table, partial(sources.of_report, words=words))
    month = wording.month(period.year, period.month)
    if not every:
        return [Paragraph(Style.BODY, wording.fill("nothing_expected", month=month))]
    numbers = _numbers(every, wording)
    values: dict[str, Filled] = dict(numbers)
    values["month"], values["due"] = month, sources.spelled(seen.due[period], words)
    first = (*wording.fill("counted", **values), *wording.counted("counted_flaws", **values))
    order = words.plan.unit_names
    named = [
        Paragraph(Style.BODY, wording.fill(f"{flaw}_from", units=_units(flaw, bad, order, wording)))
        for flaw in _NAMED
        if (bad := every.where(table[_FLAWS[flaw]]))
    ]
    return [Paragraph(Style.BODY, first), *named]


def _numbers(every: SourceRows, wording: Wording) -> dict[str, Number]:
    t, table = wording.words.t, every.table
    received = every.where(table[Counted.RECEIVED])
    in_time = received.where(table[Counted.LATE] != 1)
    how, of_all = t("circular.how_received"), (every, t("circular.how_share"))
    counts = {
        "expected": Number("expected", _count(every), every, rule=t("circular.how_expected")),
        "received": Number("received", _count(received), received, every, how),
        "rate": Number("rate", _share(received, every), received, *of_all),
        "in_time": Number("in_time", _count(in_time), in_time, every, how),
        "in_time_rate": Number("in_time_rate", _share(in_time, every), in_time, *of_all),
    }
    for name, flag in _FLAWS.items():
        found = every.where(table[flag])
        counts[name] = Number(name, _count(found), found, every, _rule(name, wording))
    return counts


def _rule(flaw: str, wording: Wording) -> str:
    key = {"late": "late_rule", "missing": "missing_rule", "same": "same_as_last_rule"}.get(flaw)
    return wording.words.t(f"warning.{key}", threshold="") if key else ""


def _units(
    flaw: str, found: SourceRows, order: Sequence[str], wording: Wording
) -> tuple[Piece, ...]:
    """Name the units that reports are from, each with how many and which."""
    of_unit = found.by(Reports.RESPONSIBLE_UNIT)
    listed = [unit for unit in order if unit in of_unit]
    listed += [unit for unit in of_unit if unit not in order]
    return wording.listed([_unit(flaw, unit, of_unit[unit], wording) for unit in listed])


def _unit(flaw: str, unit: str, found: SourceRows, wording: Wording) -> tuple[Piece, ...]:
    words = wording.words
    count = Number(f"{flaw} {unit}", _count(found), found, rule=_rule(flaw, wording))
    named = said_of(len(found), _MOST_NAMED)
    items = words.t("circular.comma").join(_item(row, words) for row in found.rows(named))
    if len(found) > named:
        items += words.t("circular.and_more", count=len(found))
    return wording.fill("unit_reports", unit=words.in_full(unit), count=count, items=items)


def _item(row: Row, words: Words) -> str:
    return words.t("circular.item", number=row[Reports.ITEM_ID], name=row[Reports.ITEM_NAME])


def _count(found: SourceRows) -> str:
    return str(len(found))


def _share(part: SourceRows, whole: SourceRows) -> str:
    return percent(len(part) * 100 / len(whole))
