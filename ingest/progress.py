"""Reading the rows of a progress sheet (进展): one report per item, month and responsible unit."""

from domain.columns import ItemKind, Reports
from domain.findings import Finding
from domain.periods import Period
from domain.problems import ProblemType, is_stated, type_of
from ingest.amounts import (
    note_inconsistent,
    note_measure,
    note_regress,
    read_money,
    read_percent,
)
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Context, Item
from ingest.identity import read_item, read_period, read_unit
from ingest.names import NameList
from ingest.typed import TypedRow, Values

_MONEY = (Reports.DONE_TOTAL_YUAN, Reports.YEAR_PLAN_YUAN, Reports.DONE_YTD_YUAN)
_TEXTS = (
    Reports.PROGRESS,
    Reports.PROBLEM,
    Reports.PROBLEM_TYPE,
    Reports.COORDINATION,
    Reports.NEXT_STEP,
    Reports.REMARK,
)
KEY = (Reports.PERIOD, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT)
_SAYS_WHICH = (Reports.PERIOD, Reports.ITEM_ID)  # a title may stand for the column of months


def progress_values(
    cells: RowCells, context: Context, names: NameList, measures: dict[str, str]
) -> Values:
    """Return one row as typed values; a refused cell is empty and among the findings."""
    period = read_period(cells, context)
    item = read_item(cells, names)
    unit = read_unit(cells, names, item, context.uploader.own_units)
    numbers = {Reports.PERCENT_PPM.value: read_percent(cells)}
    numbers |= {one.value: read_money(cells, one, measures[one], item) for one in _MONEY}
    _note_task_plan(cells, numbers, item)
    note_inconsistent(cells, numbers)
    texts = {one.value: cells.text(one, context.limits.max_text) or None for one in _TEXTS}
    _note_problem_type(cells, texts[Reports.PROBLEM_TYPE])
    person = cells.text(Reports.REPORTER, context.limits.max_person, fill_down=True)
    if item and unit and period:
        _compare_with_ledger(cells, context, (period, item, unit), numbers)
    return {
        Reports.PERIOD: str(period) if period else None,
        Reports.KIND: item.kind.value if item else None,
        Reports.ITEM_ID: item.item_id if item else None,
        Reports.ITEM_NAME: item.name if item else None,
        Reports.RESPONSIBLE_UNIT: unit,
        **numbers,
        **texts,
        Reports.REPORTER: person or None,
        Reports.VERSION: 0,
    }


def without_repeats(rows: list[TypedRow], findings: list[Finding]) -> list[TypedRow]:
    """Keep the first of rows with one key; an equal repeat is a doubt, a different one an error.

    Several units may carry one task, so the responsible unit is part of the key.
    """
    first: dict[tuple[object, ...], TypedRow] = {}
    kept: list[TypedRow] = []
    for row in rows:
        key = tuple(row.entries[column] for column in KEY)
        earlier = None if None in key else first.setdefault(key, row)
        if earlier is None or earlier is row:
            kept.append(row)
            continue
        same = earlier.entries == row.entries
        code = Code.W_DUPLICATE_IDENTICAL if same else Code.E_DUPLICATE_ROW
        more = {"first": str(earlier.number)}
        findings.append(row.finding(code, Reports.ITEM_ID, str(key[1]), **more))
    return kept


def _note_task_plan(cells: RowCells, numbers: dict[str, int | None], item: Item | None) -> None:
    """Take away the year plan of a task: by it a task would be judged as a project is."""
    column = Reports.YEAR_PLAN_YUAN
    if item and item.kind is ItemKind.TASK and numbers[column] is not None:
        cells.add(Code.W_TASK_YEAR_PLAN, column, cells.raw(column).strip(), name=item.name)
        numbers[column] = None


def _note_problem_type(cells: RowCells, typed: str | None) -> None:
    if typed and is_stated(typed) and type_of(typed) is None:
        cells.add(Code.W_PROBLEM_TYPE, Reports.PROBLEM_TYPE, typed, known="、".join(ProblemType))


def _compare_with_ledger(
    cells: RowCells,
    context: Context,
    key: tuple[Period, Item, str],
    numbers: dict[str, int | None],
) -> None:
    period, item, unit = key
    before, replaced = (
        known((item.item_id, unit), period) for known in (context.before, context.of_month)
    )
    if replaced:
        place = next((column for column in _SAYS_WHICH if cells.has(column)), Reports.ITEM_NAME)
        cells.add(Code.W_OVERWRITES, place, str(period))
    if before:
        note_regress(cells, numbers, before, item.kind, period)
    note_measure(cells, numbers[Reports.DONE_TOTAL_YUAN], (before, replaced))
