"""Writes docs/data.md from the code's own tables: ``python -m tests.docs.data_dictionary``."""

import tomllib
from pathlib import Path

from domain.columns import ChainBasis, ItemKind, Phase, Projects, Reports, Tasks
from ingest.aliases import COLUMNS, Column
from ingest.report import SheetKind
from texts import LANGUAGES, catalogue

_HERE = Path(__file__).resolve()
PAGE = _HERE.parents[2] / "docs" / "data.md"
_WRITTEN = tomllib.loads(_HERE.with_name("meanings.toml").read_text("utf-8"))
KINDS = {SheetKind.PROJECTS: Projects, SheetKind.TASKS: Tasks, SheetKind.PROGRESS: Reports}
_HEADINGS = {
    SheetKind.PROJECTS: "项目库 · Projects: `data/projects.csv`",
    SheetKind.TASKS: "任务台账 · Tasks: `data/tasks.csv`",
    SheetKind.PROGRESS: "进展表 · Progress sheet",
}
_GRAIN = {
    SheetKind.PROJECTS: "一行一个项目。 One row per project.",
    SheetKind.TASKS: "一行一项任务；责任单位、牵头单位至少要有一列。 "
    "One row per task; at least one of the two unit columns must be there.",
    SheetKind.PROGRESS: "一行是一个责任单位对一个事项一个月的上报。 "
    "One row per month, item and responsible unit.",
}
_TYPES = {
    Reports.PERIOD: "月份 month, `2026-10`",
    Reports.PERCENT_PPM: "0–100，存为百万分之一 kept in millionths",
    Reports.KIND: " / ".join(ItemKind),
    Reports.VERSION: "整数 whole number",
    Projects.PHASE: " / ".join(Phase),
    Projects.CHAIN_BASIS: " / ".join(ChainBasis),
}
_MONEY = "金额，存为整数元 money, kept in whole 元"
_TEXT = "文字 text"
_TITLES = (
    "表头 Header",
    "代码 Code",
    "English",
    "类型 Type",
    "列 Column",
    "含义 Meaning",
    "其他写法 Also read as",
)
_TABLE = (f"| {' | '.join(_TITLES)} |", "| --- | --- | --- | --- | --- | --- | --- |")
_ENTRIES = """## 方案说明 · `data/plan.toml`

每次启动时读取。 Read at every start.

| 条目 Entry | 含义 Meaning |
| --- | --- |
"""


def page() -> str:
    """Return the whole page."""
    tables = "\n".join(_section(kind) for kind in KINDS)
    entries = "\n".join(
        f"| `{name}` | {' '.join(said)} |" for name, said in _WRITTEN["entry"].items()
    )
    return f"{_WRITTEN['head']}\n{tables}\n{_ENTRIES}{entries}\n"


def _section(kind: SheetKind) -> str:
    rows = [_row(column) for column in COLUMNS[kind]]
    if kind is SheetKind.PROGRESS:
        rows.append(_cells("—", Reports.VERSION, "—", ()))
    return "\n".join((f"## {_HEADINGS[kind]}", "", _GRAIN[kind], "", *_TABLE, *rows, ""))


def _row(column: Column) -> str:
    there = "必有 must" if column.required else "提醒 doubt" if column.expected else "可无 may"
    also = (*column.aliases, *column.weak.split())
    return _cells(column.header, column.name, there, also, money=column.money)


def _cells(
    header: str, name: str, there: str, also: tuple[str, ...], *, money: bool = False
) -> str:
    kept = next(type_(name) for type_ in KINDS.values() if name in set(type_))
    type_ = _MONEY if money else _TYPES.get(kept, _TEXT)
    english = catalogue("en")(f"column.{name}")
    cells = (
        header,
        f"`{name}`",
        english,
        type_,
        there,
        " ".join(catalogue(language)(f"meaning.{name}") for language in LANGUAGES),
        "、".join(also),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
