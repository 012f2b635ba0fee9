"""Metric tables in the reader's words: headers named, amounts in 亿元, codes spoken."""

import pandas as pd

from analysis.board import Board
from analysis.charts import differing, overdue
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, points, signed
from analysis.memo import once
from analysis.metrics.columns import Counted
from domain.columns import Assignments, ItemKind, Reports, Tasks
from domain.periods import Period
from texts import Texts


def tasks(table: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Return the tasks behind a bar or a cell as a reader sees them."""
    return named(
        t,
        [
            {  # what a phone has room for first
                "item": row[Tasks.ID],
                "capacity": t(f"chart.{_CAPACITY_WORDS[row[Assignments.CAPACITY]]}"),
                "task": row[Tasks.NAME],
                "due": row[Tasks.DUE] or t("table.not_stated"),
                "units": row[Tasks.RESPONSIBLE_UNITS] or "",
                "section": row[Tasks.SECTION],
            }
            for row in rows_of(table)
        ],
    )


@once
def standing(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return where items stand (rows of ``Board.standing``), as a reader sees it."""
    rows = [_standing_row(row, words) for row in rows_of(table)]
    if (table[Reports.KIND] == ItemKind.TASK).all():  # a task has no year plan to complete
        rows = [{name: cell for name, cell in row.items() if name != "completion"} for row in rows]
    return named(words.t, rows)


def owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> pd.DataFrame:
    """Return the reports a period still misses, of one unit or of all."""
    words, table = Words(t, board.plan), board.owed(period)
    table = table[table[Counted.RECEIVED] == 0]
    if unit is not None:
        table = table[table[Reports.RESPONSIBLE_UNIT] == unit]
    return named(
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
    t = words.t
    gap = row[Counted.GAP_POINTS] if row[Counted.IS_CURRENT] else None
    completion = row[Counted.COMPLETION_PERCENT]
    return {
        "item": row[Reports.ITEM_ID],
        "light": " ".join(filter(None, (overdue.light_of(row, words), differing.mark(row, words)))),
        "gap": "—" if gap is None else signed(gap),  # a phone shows so far
        "name": row[Reports.ITEM_NAME],
        "percent": percent_or_dash(row[Counted.PERCENT_DONE]),
        "completion": percent_or_dash(completion),
        "spread": "—" if not row[Counted.SPREAD_POINTS] else points(row[Counted.SPREAD_POINTS]),
        "reported": row[Counted.REPORTED_PERIOD] or t("chart.not_reported"),
    }


def named(t: Texts, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Return rows as a table whose headers are the catalogue's ``table.<name>``."""
    table = pd.DataFrame(rows)
    return table.rename(columns={name: t(f"table.{name}") for name in table.columns})


def percent_or_dash(number: float | None) -> str:
    """Show a percentage with one decimal, a dash where there is none."""
    return "—" if number is None else percent(number)
