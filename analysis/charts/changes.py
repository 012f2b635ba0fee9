"""The steps from one date to another: how each is named, and what is said beside them all."""

from collections.abc import Iterable

from analysis.charts.months import in_full
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.between import Step
from analysis.metrics.columns import Counted
from domain.columns import Reports
from texts.amounts import rounds_apart

_NAME_EM, _MOST_NAMED = 17, 8
_SAID_BY_SIGN = {Step.ROSE, Step.FELL}


def moves(rows: list[Row], words: Words, year: int | None = None) -> list[tuple[str, str, int]]:
    """Return place, name and change in 元 of every bar between the sums, in order of the steps.

    The largest changes have a bar each, all others one per step. A change counted from or to an
    earlier month than the dates says so; a month of ``year`` is named without it.
    """
    moved = _moved(rows)
    largest = {id(row) for row in moved[:_MOST_NAMED]}
    bars: list[tuple[str, str, int]] = []
    for step in Step:
        of_step = [row for row in moved if row[Counted.STEP] == step]
        bars += [_named(row, step, words, year) for row in of_step if id(row) in largest]
        rest = [row for row in of_step if id(row) not in largest]
        if rest:
            bars.append(_others(rest, step, words, alone=len(rest) == len(of_step)))
    return bars


def notes(rows: list[Row], words: Words) -> Iterable[str]:
    """Yield what the bars cannot say: what is counted longer, what stayed, what is not known."""
    moved = _moved(rows)
    same = [row for row in rows if row[Counted.STEP] == Step.SAME]
    unknown = sum(row[Counted.BEFORE_YUAN] is None for row in same)
    counts = {
        "changes.from_earlier": _carried(moved, Counted.COUNTED_FROM),
        "changes.to_earlier": _carried(moved, Counted.COUNTED_TO),
    }
    for key, count in counts.items():
        if count:
            yield words.t(key, count=count)
    if known := len(same) - unknown:
        silent = _carried(same, Counted.COUNTED_TO)
        key = "changes.same_silent" if silent else "changes.same"
        yield words.t(key, count=known, silent=silent)
    if unknown:
        yield words.t("changes.unknown", count=unknown)
    if _rounded(rows, [row[Counted.CHANGE_YUAN] for row in moved], words):
        yield words.t("changes.rounded")


def carried(row: Row, words: Words, year: int | None = None) -> str:
    """Say from and to which earlier month a change is counted, empty where to neither."""
    since, until = row.get(Counted.COUNTED_FROM), row.get(Counted.COUNTED_TO)
    said = {"from": since, "to": until}
    named = {end: _month(month, words, year) for end, month in said.items() if month}
    key = "_".join(["changes.counted", *named])
    return words.t(key, **named) if named else ""


def _moved(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row[Counted.STEP] != Step.SAME and row[Counted.CHANGE_YUAN]]


def _named(row: Row, step: Step, words: Words, year: int | None) -> tuple[str, str, int]:
    said = row[Reports.ITEM_NAME]
    if step not in _SAID_BY_SIGN:
        kind = words.t(f"table.step_{step}")
        said = words.t("chart.name_and_step", name=said, step=kind)
    name = words.above(said, carried(row, words, year))
    return row[Reports.ITEM_ID], name, row[Counted.CHANGE_YUAN]


def _others(rest: list[Row], step: Step, words: Words, *, alone: bool) -> tuple[str, str, int]:
    key = f"chart.step_{step}" if alone else "chart.step_others"
    said = words.t(key, count=len(rest), step=words.t(f"table.step_{step}"))
    longer = _carried(rest, Counted.COUNTED_FROM)
    more = words.t("changes.others_from_earlier", count=longer) if longer else ""
    change = sum(row[Counted.CHANGE_YUAN] for row in rest)
    return step.value, words.above(said, more), change


def _carried(rows: list[Row], end: Counted) -> int:
    return sum(bool(row.get(end)) for row in rows)


def _month(month: str, words: Words, year: int | None) -> str:
    if year is not None and month.startswith(f"{year}-"):
        return words.t(f"month.short_{int(month[5:7])}")
    return in_full(month, words)


def _rounded(rows: list[Row], changes: list[int], words: Words) -> bool:
    """Tell whether what is written does not add up, each number being rounded by itself."""
    before = sum(row[Counted.BEFORE_YUAN] or 0 for row in rows)
    after = sum(row[Counted.AFTER_YUAN] or 0 for row in rows)
    total = sum(changes)
    drawn = [change for _, _, change in moves(rows, words)]
    return rounds_apart(after, (before, total), words.t) or rounds_apart(total, drawn, words.t)
