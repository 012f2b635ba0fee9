"""Metric tables in the reader's words: headers named, amounts in 亿元, codes spoken."""

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, rounded_yi, signed
from analysis.metrics.columns import Counted
from domain.columns import Assignments, ChainBasis, ItemKind, Projects, Reports, Tasks
from domain.periods import Period
from domain.rules import Light
from texts import Texts


def projects(board: Board, t: Texts, *, chain: str | None, with_inferred: bool) -> pd.DataFrame:
    """Return the projects of a chain as a reader sees them; "" is unassigned, None is all."""
    shown = board.chained(with_inferred)
    if chain is not None:
        shown = shown[shown[Projects.CHAIN].fillna("") == chain]
    words = Words(t, board.plan)
    basis = {member.value: t(f"table.basis_{member.name.lower()}") for member in ChainBasis}
    return _table(
        t,
        [
            {
                "item": row[Projects.ID],
                "project": row[Projects.NAME],
                "total_yi": _yi(row[Projects.TOTAL_YUAN], t("table.undisclosed")),
                "chain": words.in_full(row[Projects.CHAIN] or t("chart.unassigned")),
                "basis": basis.get(row[Projects.CHAIN_BASIS] or "", ""),
                "phase": row[Projects.PHASE] or t("table.not_stated"),
                "source": row[Projects.SOURCE] or "",
            }
            for row in rows_of(shown)
        ],
    )


def tasks(table: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Return the tasks behind a bar or a cell as a reader sees them."""
    return _table(
        t,
        [
            {
                "item": row[Tasks.ID],
                "task": row[Tasks.NAME],
                "capacity": t(f"chart.{_CAPACITY_WORDS[row[Assignments.CAPACITY]]}"),
                "section": row[Tasks.SECTION],
                "units": row[Tasks.RESPONSIBLE_UNITS] or "",
                "due": row[Tasks.DUE] or t("table.not_stated"),
            }
            for row in rows_of(table)
        ],
    )


def standing(board: Board, period: Period, words: Words, *, kind: ItemKind) -> pd.DataFrame:
    """Return where every item of a kind stands, as a reader sees it."""
    table = board.standing(period)
    return _table(
        words.t,
        [_standing_row(row, words) for row in rows_of(table[table[Reports.KIND] == kind])],
    )


def owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> pd.DataFrame:
    """Return the reports a period still misses, of one unit or of all."""
    words, table = Words(t, board.plan), board.owed(period)
    table = table[table[Counted.RECEIVED] == 0]
    if unit is not None:
        table = table[table[Reports.RESPONSIBLE_UNIT] == unit]
    return _table(
        t,
        [
            {
                "unit": words.in_full(row[Reports.RESPONSIBLE_UNIT] or t("table.nobody_named")),
                "kind": t(f"table.kind_{ItemKind(row[Reports.KIND]).name.lower()}"),
                "item": row[Reports.ITEM_ID],
                "name": row[Reports.ITEM_NAME],
            }
            for row in rows_of(table)
        ],
    )


_CAPACITY_WORDS = {"lead": "led", "first_named": "first_named", "joint": "joint"}


def _standing_row(row: Row, words: Words) -> dict[str, object]:
    light, t = Light(row[Counted.LIGHT]), words.t
    gap = row[Counted.GAP_POINTS] if row[Counted.IS_CURRENT] else None
    completion = row[Counted.COMPLETION_PERCENT]
    return {
        "item": row[Reports.ITEM_ID],
        "name": row[Reports.ITEM_NAME],
        "light": words.light(light),
        "percent": _percent(row[Counted.PERCENT_DONE]),
        "completion": _percent(completion),
        "gap": "—" if gap is None else signed(gap),
        "spread": "—" if not row[Counted.SPREAD_POINTS] else f"{row[Counted.SPREAD_POINTS]:g}",
        "reported": row[Counted.REPORTED_PERIOD] or t("chart.not_reported"),
    }


def _table(t: Texts, rows: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(rows)
    return table.rename(columns={name: t(f"table.{name}") for name in table.columns})


def _yi(yuan: int | None, otherwise: str) -> str:
    return otherwise if yuan is None else rounded_yi(yuan)


def _percent(number: float | None) -> str:
    return "—" if number is None else percent(number)
