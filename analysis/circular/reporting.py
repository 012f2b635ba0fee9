"""报送情况: how many reports were expected and came, and from whom something is wrong."""

from collections.abc import Sequence

from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.circular import sources
from analysis.circular.written import Filled, Number, Paragraph, Piece, Source, Style, Wording
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
    rows = rows_of(supervision.by_report(seen, (period,)))
    month = wording.month(period.year, period.month)
    if not rows:
        return [Paragraph(Style.BODY, wording.fill("nothing_expected", month=month))]
    numbers = _numbers(rows, wording)
    values: dict[str, Filled] = dict(numbers)
    values["month"], values["due"] = month, sources.spelled(seen.due[period], words)
    first = (*wording.fill("counted", **values), *wording.counted("counted_flaws", **values))
    order = words.plan.unit_names
    named = [
        Paragraph(Style.BODY, wording.fill(f"{flaw}_from", units=_units(flaw, bad, order, wording)))
        for flaw in _NAMED
        if (bad := [row for row in rows if row[_FLAWS[flaw]]])
    ]
    return [Paragraph(Style.BODY, first), *named]


def _numbers(rows: list[Row], wording: Wording) -> dict[str, Number]:
    t, words = wording.words.t, wording.words
    every = tuple(sources.of_report(row, words) for row in rows)
    received = _where(rows, every, Counted.RECEIVED)
    late = _where(rows, every, Counted.LATE)
    in_time = tuple(one for one in received if one not in set(late))
    how, of_all = t("circular.how_received"), (every, t("circular.how_share"))
    counts = {
        "expected": Number("expected", _count(every), every, rule=t("circular.how_expected")),
        "received": Number("received", _count(received), received, every, how),
        "rate": Number("rate", _share(received, every), received, *of_all),
        "in_time": Number("in_time", _count(in_time), in_time, every, how),
        "in_time_rate": Number("in_time_rate", _share(in_time, every), in_time, *of_all),
    }
    for name, flag in _FLAWS.items():
        found = _where(rows, every, flag)
        counts[name] = Number(name, _count(found), found, every, _rule(name, wording))
    return counts


def _rule(flaw: str, wording: Wording) -> str:
    key = {"late": "late_rule", "missing": "missing_rule", "same": "same_as_last_rule"}.get(flaw)
    return wording.words.t(f"warning.{key}", threshold="") if key else ""


def _units(flaw: str, rows: list[Row], order: Sequence[str], wording: Wording) -> tuple[Piece, ...]:
    """Name the units that reports are from, each with how many and which."""
    of_unit: dict[str | None, list[Row]] = {}
    for row in rows:
        of_unit.setdefault(row[Reports.RESPONSIBLE_UNIT], []).append(row)
    listed = [unit for unit in order if unit in of_unit]
    listed += [unit for unit in of_unit if unit and unit not in order]
    return wording.listed([_unit(flaw, unit, of_unit[unit], wording) for unit in listed])


def _unit(flaw: str, unit: str, rows: list[Row], wording: Wording) -> tuple[Piece, ...]:
    words = wording.words
    found = tuple(sources.of_report(row, words) for row in rows)
    count = Number(f"{flaw} {unit}", _count(found), found, rule=_rule(flaw, wording))
    named = said_of(len(rows), _MOST_NAMED)
    items = words.t("circular.comma").join(_item(row, words) for row in rows[:named])
    if len(rows) > named:
        items += words.t("circular.and_more", count=len(rows))
    return wording.fill("unit_reports", unit=words.in_full(unit), count=count, items=items)


def _item(row: Row, words: Words) -> str:
    return words.t("circular.item", number=row[Reports.ITEM_ID], name=row[Reports.ITEM_NAME])


def _where(rows: list[Row], every: tuple[Source, ...], flag: Counted) -> tuple[Source, ...]:
    return tuple(one for one, row in zip(every, rows, strict=True) if row[flag])


def _count(found: tuple[Source, ...]) -> str:
    return str(len(found))


def _share(part: tuple[Source, ...], whole: tuple[Source, ...]) -> str:
    return percent(len(part) * 100 / len(whole))
