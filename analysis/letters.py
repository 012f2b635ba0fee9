"""What a letter says: its fields and the rows of its table, by the names templates use."""

from analysis import coordination, judging
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.ladder import Step, steps
from analysis.metrics.columns import Raised
from analysis.views.supervision import Watched
from domain.columns import Assignments, Capacity, ItemKind, Problems, Reports
from domain.letters import Field, ItemField, Letter
from domain.periods import Period

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
    for row in rows_of(seen.board.expected):
        if row[Reports.RESPONSIBLE_UNIT]:
            key = (row[Reports.KIND], row[Reports.ITEM_ID])
            found.setdefault(key, row[Reports.RESPONSIBLE_UNIT])
    for row in rows_of(seen.board.assignments):
        if row[Assignments.CAPACITY] == Capacity.LEAD:
            key = (ItemKind.TASK.value, row[Assignments.TASK_ID])
            found[key] = row[Assignments.RESPONSIBLE_UNIT]
    return found


def filled(
    step: Step, seen: Watched, period: Period, words: Words, *, illustrative: bool
) -> Filled:
    """Return the fields of a letter; what a row does not have is an empty text."""
    t, plan = words.t, seen.board.plan
    _, supervising = words.supervision()
    items = [_item(number, row, step, words) for number, row in enumerate(step.rows, 1)]
    return {
        Field.MARK: t("letter.mark") if illustrative else "",
        Field.UNIT: words.in_full(step.responsible_unit),
        Field.MONTH: t("chart.month_in_full", year=period.year, month=period.month),
        Field.AS_OF: t("circular.as_of", today=spelled(seen.today, words)),
        Field.COUNT: str(len(items)),
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


def _item(number: int, row: Row, step: Step, words: Words) -> dict[str, str]:
    of_problem = step.letter is Letter.COORDINATION
    seen = _of_problem(row, words) if of_problem else _of_warning(row, words)
    said = {
        ItemField.NUMBER: str(number),
        ItemField.KIND: row[Reports.KIND],
        ItemField.ID: row[Reports.ITEM_ID],
        ItemField.NAME: row[Reports.ITEM_NAME],
        **seen,
    }
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
