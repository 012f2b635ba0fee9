"""Reading the rows of a project table (项目库): one row per project."""

import re

from domain.columns import ChainBasis, ItemKind, Phase, Projects
from domain.money import in_yi
from ingest.aliases.english import word_in_chinese
from ingest.amounts import note_mixed_up, read_planned_money
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Context
from ingest.names import NameList
from ingest.phases import phase_named
from ingest.plan_rows import read_id, read_name, read_units
from ingest.times import read_times
from ingest.typed import Values

_TEXTS = (
    Projects.CHAIN_SOURCE,
    Projects.SOURCE,
    Projects.REMARK,
)
_SEPARATED = re.compile(r"[、，,;；\n]+")
_NO_CHAIN = frozenset({"", "无", ChainBasis.UNASSIGNED.value})


def project_values(
    cells: RowCells, context: Context, names: NameList, measures: dict[str, str]
) -> Values:
    """Return one project as typed values; what cannot be read is empty and among the findings."""
    name = read_name(cells, Projects.NAME)
    chain = _chain(cells, names)
    also = cells.text(Projects.ALSO_CALLED, context.limits.max_text) or ""
    item_id = read_id(cells, Projects.ID, names, name, ItemKind.PROJECT)
    known = names.by_id(item_id) if item_id else None
    money = _money(cells, measures)
    if known is not None:
        note_mixed_up(cells, Projects.TOTAL_YUAN, known.total_yuan, money[Projects.TOTAL_YUAN])
    return {
        Projects.ID: item_id,
        Projects.NAME: name,
        Projects.ALSO_CALLED: "、".join(filter(None, _SEPARATED.split(also))) or None,
        Projects.PHASE: _phase(cells),
        Projects.CHAIN: chain,
        Projects.CHAIN_BASIS: _basis(cells, chain),
        Projects.RESPONSIBLE_UNITS: "、".join(read_units(cells, Projects.RESPONSIBLE_UNITS, names))
        or None,
        Projects.SOURCE_TASK: _source_task(cells, names),
        **{one: cells.text(one, context.limits.max_text) or None for one in _TEXTS},
        **{one: _person(cells, one) for one in (Projects.LEADER, Projects.SERVICE_OFFICER)},
        **read_times(cells),
        **money,
    }


def _money(cells: RowCells, measures: dict[str, str]) -> dict[str, int | None]:
    """Return the amounts of a row; a year that plans more than the whole is a doubt."""
    total, year = (
        read_planned_money(cells, column, measures[column])
        for column in (Projects.TOTAL_YUAN, Projects.YEAR_PLAN_YUAN)
    )
    if total is not None and year is not None and year > total:
        shown = f"{in_yi(year)}亿元", f"{in_yi(total)}亿元"
        cells.add(Code.W_PLAN_OVER_TOTAL, Projects.YEAR_PLAN_YUAN, shown[0], total=shown[1])
    return {Projects.TOTAL_YUAN: total, Projects.YEAR_PLAN_YUAN: year}


def _person(cells: RowCells, column: str) -> str | None:
    """Return a name as written; one merged over several rows holds for each of them."""
    return cells.text(column, cells.limits.max_text, fill_down=True) or None


def _phase(cells: RowCells) -> str | None:
    text = cells.key(Projects.PHASE, fill_down=True)
    if not text:
        return None
    phase = phase_named(text)
    if phase is None:
        cells.add(Code.W_UNKNOWN_PHASE, Projects.PHASE, text, known="、".join(Phase))
    return phase.value if phase else None


def _chain(cells: RowCells, names: NameList) -> str | None:
    text = cells.key(Projects.CHAIN, fill_down=True)
    if not text or text in _NO_CHAIN:
        return None
    chain = names.chain(text)
    if chain is None:
        cells.add(Code.W_UNKNOWN_CHAIN, Projects.CHAIN, text, known="、".join(names.chains))
    return chain


def _basis(cells: RowCells, chain: str | None) -> str:
    text = word_in_chinese(cells.key(Projects.CHAIN_BASIS) or "")
    if chain is None:
        return ChainBasis.UNASSIGNED.value
    if text in {ChainBasis.STATED.value, ChainBasis.INFERRED.value}:
        return text
    column = Projects.CHAIN_BASIS if cells.has(Projects.CHAIN_BASIS) else Projects.CHAIN
    cells.add(Code.W_CHAIN_BASIS, column, text, chain=chain)
    return ChainBasis.INFERRED.value


def _source_task(cells: RowCells, names: NameList) -> str | None:
    text = cells.key(Projects.SOURCE_TASK)
    if not text:
        return None
    item = names.by_id(text)
    if names.has_tasks() and (item is None or item.kind is not ItemKind.TASK):
        cells.add(Code.W_UNKNOWN_TASK, Projects.SOURCE_TASK, text)
    return text
