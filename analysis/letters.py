"""What a letter says: its fields and the rows of its table, by the names templates use."""

from collections.abc import Mapping, Sequence

from analysis import coordination, judging
from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.ladder import Step, steps
from analysis.metrics.columns import Raised
from analysis.metrics.progress import ITEM
from analysis.views.supervision import Watched
from domain.columns import Assignments, Capacity, ItemKind, Problems, Reports
from domain.letters import Field, ItemField, Letter
from domain.periods import Period

MOST_LISTED = 500  # rows of a letter; 20 pages
Filled = dict[str, str | list[dict[str, str]]]


def due_letters(
    seen: Watched, warned_now: list[Row], warned_before: list[Row], period: Period
) -> list[Step]:
    """Return the letters that are due about ``period`` on the day of ``seen``.

    What was warned of before reports were expected is not held against a unit.
    """
    if not seen.has_begun:
        return []
    first = period <= seen.expected_from
    problems, order = coordination.to_coordinate(seen), seen.board.plan.unit_names
    when = {"due": seen.due[period], "today": seen.today}
    return steps(
        warned_now, [] if first else warned_before, problems, answering(seen), order, **when
    )


def answering(seen: Watched) -> dict[tuple[str, str], str]:
    """Return the unit that answers for each item: the lead, else the first its report is from."""
    found: dict[tuple[str, str], str] = {}
    expected = seen.board.expected[[*ITEM, Reports.RESPONSIBLE_UNIT.value]].dropna()
    for kind, item, unit in expected.itertuples(index=False, name=None):
        found.setdefault((kind, item), unit)
    every = seen.board.assignments
    leads = every[every[Assignments.CAPACITY] == Capacity.LEAD]
    named = leads[[Assignments.TASK_ID.value, Assignments.RESPONSIBLE_UNIT.value]]
    for task, unit in named.itertuples(index=False, name=None):
        found[ItemKind.TASK.value, task] = unit
    return found


def filled(
    step: Step, seen: Watched, period: Period, words: Words, *, illustrative: bool
) -> Filled:
    """Return the fields of a letter; what a row does not have is an empty text.

    A letter is read on paper: of more than ``MOST_LISTED`` rows the first are listed, and a last
    row says how many are not.
    """
    t, plan = words.t, seen.board.plan
    _, supervising = words.supervision()
    items = listed(step.rows[:MOST_LISTED], step.letter, words)
    if left := len(step.rows) - len(items):
        items.append(_not_listed(left, words))
    return {
        Field.MARK: t("letter.mark") if illustrative else "",
        Field.UNIT: words.in_full(step.responsible_unit),
        Field.MONTH: t("chart.month_in_full", year=period.year, month=period.month),
        Field.AS_OF: t("circular.as_of", today=spelled(seen.today, words)),
        Field.COUNT: str(len(step.rows)),
        Field.WHY: why(step, words),
        Field.PLAN: plan.title,
        Field.DOCUMENT: plan.document,
        Field.RULE: judging.rule(t, plan, period),
        Field.ISSUER: supervising,
        Field.DATE: spelled(seen.today, words),
        Field.ITEMS: items,
    }


def why(step: Step, words: Words) -> str:
    """Say why a letter is due."""
    return words.t("circular.between").join(words.t(f"letter.why_{one}") for one in step.why)


def listed(rows: Sequence[Row], letter: Letter, words: Words) -> list[dict[str, str]]:
    """Return the rows of a letter's table, by the names templates use, numbered from 1."""
    return [_item(number, row, letter, words) for number, row in enumerate(rows, 1)]


def _item(number: int, row: Row, letter: Letter, words: Words) -> dict[str, str]:
    of_problem = letter is Letter.COORDINATION
    seen = _of_problem(row, words) if of_problem else _of_warning(row, words)
    said = {
        ItemField.NUMBER: str(number),
        ItemField.KIND: row[Reports.KIND],
        ItemField.ID: row[Reports.ITEM_ID],
        ItemField.NAME: row[Reports.ITEM_NAME],
        **seen,
    }
    return _fields(said)


def _not_listed(count: int, words: Words) -> dict[str, str]:
    said = {ItemField.NUMBER: "…", ItemField.NAME: words.t("letter.not_listed", count=f"{count:,}")}
    return _fields(said)


def _fields(said: Mapping[ItemField, str | None]) -> dict[str, str]:
    return {one.value: said.get(one) or "" for one in ItemField}


def _of_problem(row: Row, words: Words) -> dict[ItemField, str | None]:
    due, by = row[Problems.DUE_ON], row[Reports.RESPONSIBLE_UNIT]
    return {
        ItemField.PROBLEM: row[Reports.PROBLEM],
        ItemField.COORDINATION: row[Reports.COORDINATION],
        ItemField.STATED_BY: words.in_full(by) if by else None,
        ItemField.DUE: spelled(due, words) if due else None,
    }


def _of_warning(row: Row, words: Words) -> dict[ItemField, str | None]:
    return {
        ItemField.RULE: warned.named(row[Raised.RULE], words),
        ItemField.SEEN: warned.seen(row, words),
        ItemField.LIFE: words.t(f"warning.life_{row['life']}"),
    }
