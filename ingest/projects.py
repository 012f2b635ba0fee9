"""Reading the rows of a project table (项目库): one row per project."""

import re

from domain.columns import ChainBasis, ItemKind, Phase, Projects
from ingest.amounts import read_planned_money
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Context
from ingest.names import NameList
from ingest.plan_rows import read_id, read_name, read_units
from ingest.typed import Values

_PHASES = {
    "前期": Phase.PLANNED,
    "谋划": Phase.PLANNED,
    "储备": Phase.PLANNED,
    "新建": Phase.STARTING,
    "新开工": Phase.STARTING,
    "拟新开工": Phase.STARTING,
    "在建": Phase.UNDER_WAY,
    "续建": Phase.UNDER_WAY,
    "竣工": Phase.FINISHED,
    "完工": Phase.FINISHED,
    "建成": Phase.FINISHED,
    "已竣工": Phase.FINISHED,
    "已建成": Phase.FINISHED,
}
_TEXTS = (
    Projects.CHAIN_SOURCE,
    Projects.LEADER,
    Projects.SERVICE_OFFICER,
    Projects.PLANNED_START,
    Projects.PLANNED_FINISH,
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
    return {
        Projects.ID: read_id(cells, Projects.ID, names, name, ItemKind.PROJECT),
        Projects.NAME: name,
        Projects.ALSO_CALLED: "、".join(filter(None, _SEPARATED.split(also))) or None,
        Projects.PHASE: _phase(cells),
        Projects.TOTAL_YUAN: read_planned_money(
            cells, Projects.TOTAL_YUAN, measures[Projects.TOTAL_YUAN]
        ),
        Projects.CHAIN: chain,
        Projects.CHAIN_BASIS: _basis(cells, chain),
        Projects.RESPONSIBLE_UNITS: "、".join(read_units(cells, Projects.RESPONSIBLE_UNITS, names))
        or None,
        Projects.YEAR_PLAN_YUAN: read_planned_money(
            cells, Projects.YEAR_PLAN_YUAN, measures[Projects.YEAR_PLAN_YUAN]
        ),
        Projects.SOURCE_TASK: _source_task(cells, names),
        **{one: cells.text(one, context.limits.max_text) or None for one in _TEXTS},
    }


def _phase(cells: RowCells) -> str | None:
    text = cells.key(Projects.PHASE)
    if not text:
        return None
    phase = _PHASES.get(text.removesuffix("项目"))
    if phase is None:
        cells.add(Code.W_UNKNOWN_PHASE, Projects.PHASE, text, known="、".join(Phase))
    return phase.value if phase else None


def _chain(cells: RowCells, names: NameList) -> str | None:
    text = cells.key(Projects.CHAIN)
    if not text or text in _NO_CHAIN:
        return None
    chain = names.chain(text)
    if chain is None:
        cells.add(Code.W_UNKNOWN_CHAIN, Projects.CHAIN, text, known="、".join(names.chains))
    return chain


def _basis(cells: RowCells, chain: str | None) -> str:
    text = cells.key(Projects.CHAIN_BASIS)
    if chain is None:
        return ChainBasis.UNASSIGNED.value
    if text in {ChainBasis.STATED.value, ChainBasis.INFERRED.value}:
        return text
    column = Projects.CHAIN_BASIS if cells.has(Projects.CHAIN_BASIS) else Projects.CHAIN
    cells.add(Code.W_CHAIN_BASIS, column, text or "", chain=chain)
    return ChainBasis.INFERRED.value


def _source_task(cells: RowCells, names: NameList) -> str | None:
    text = cells.key(Projects.SOURCE_TASK)
    if not text:
        return None
    item = names.by_id(text)
    if names.has_tasks() and (item is None or item.kind is not ItemKind.TASK):
        cells.add(Code.W_UNKNOWN_TASK, Projects.SOURCE_TASK, text)
    return text
