"""What the ledger of a period says of each item: its figures, its light, its words."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.board import Board
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.rules import Light
from export.workbooks.cells import Entry
from texts import Texts

WORDS = (Reports.PROGRESS, Reports.PROBLEM, Reports.NEXT_STEP)


@dataclass(frozen=True, slots=True)
class Standings:
    """Where the items of one kind stand at the end of a period, by their number."""

    figures: Mapping[str, Mapping[Hashable, Any]]
    words: Mapping[str, Mapping[str, str]]

    def figure(self, item_id: str, column: str) -> Entry:
        """Return a number or a word of the metric table, None where there is none."""
        found = plain(self.figures.get(item_id, {}).get(column))
        return int(found) if isinstance(found, float) and column.endswith("_yuan") else found

    def said(self, item_id: str, column: str) -> str:
        """Return what was reported in words, a line per thing said where units are several."""
        return self.words.get(item_id, {}).get(column, "")

    def light(self, item_id: str) -> Light:
        """Return the light of an item."""
        return Light(str(self.figure(item_id, Counted.LIGHT) or Light.UNREPORTED))


def standings(board: Board, period: Period, kind: ItemKind, t: Texts) -> Standings:
    """Take the items of a kind out of ``board.standing``, with what was said in the period."""
    table = board.standing(period)
    rows = table[table[Reports.KIND] == kind].to_dict("records")
    figures = {str(row[Reports.ITEM_ID]): row for row in rows}
    of_month = reported_in(board, period)
    of_month = of_month[of_month[Reports.KIND] == kind]
    words: dict[str, dict[str, str]] = {}
    for item_id, reports in of_month.groupby(Reports.ITEM_ID.value, sort=False):
        words[str(item_id)] = {column: _joined(reports, column, t) for column in WORDS}
    return Standings(figures, words)


def reported_in(board: Board, period: Period) -> pd.DataFrame:
    """Return the reports of a month as they count, in the order of the ledger."""
    return board.reports[board.reports[Reports.PERIOD] == str(period)]


def plain(entry: Any) -> Entry:  # noqa: ANN401 - a cell of a frame
    """Return a cell of a frame as text, a number of Python, or None where it is empty.

    >>> import pandas as pd
    >>> plain(pd.NA), plain(float("nan")), plain("甲"), plain(pd.Series([7], dtype="Int64")[0])
    (None, None, '甲', 7)
    """
    if entry is None or pd.isna(entry):
        return None
    return entry.item() if hasattr(entry, "item") else entry


def _joined(reports: pd.DataFrame, column: str, t: Texts) -> str:
    units = reports[Reports.RESPONSIBLE_UNIT].tolist()
    pairs = [
        (unit, said)
        for unit, said in zip(units, reports[column].tolist(), strict=True)
        if isinstance(said, str) and said
    ]
    if len(units) == 1:
        return pairs[0][1] if pairs else ""
    alike: dict[str, list[str]] = {}
    for unit, said in pairs:
        alike.setdefault(said, []).append(unit)
    return "\n".join(
        t("workbook.said_by", unit=t("key.joiner").join(named), said=said)
        for said, named in alike.items()
    )
