"""The rows of a template: each expected report, what was reported last, what is in force."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.columns import ItemKind, Reports
from domain.yearly import begins_anew
from export.workbooks.about import About
from export.workbooks.cells import Entry
from export.workbooks.standing import plain
from ingest.context import Item, registry_of
from ingest.template import expected_rows

_Row = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An expected report: ``now`` is the one of the month itself, ``last`` the one before."""

    item: Item
    unit: str
    now: _Row
    last: _Row
    period: str

    def reported(self, column: str) -> Entry:
        """Return what is in force for the month; the year plan is carried on within the year.

        A task has no year plan, whatever an old report says.
        """
        if column == Reports.YEAR_PLAN_YUAN and self.item.kind is ItemKind.TASK:
            return None
        if self.now:
            return plain(self.now.get(column))
        return plain(self.last.get(column)) if column == Reports.YEAR_PLAN_YUAN else None

    def before(self, column: str) -> Entry:
        """Return what was reported last; what begins anew in January only within the year."""
        if begins_anew(self.item.kind, column) and not self._same_year:
            return None
        return plain(self.last.get(column))

    @property
    def _same_year(self) -> bool:
        return str(self.last.get(Reports.PERIOD, ""))[:4] == self.period[:4]


def asked_rows(about: About, responsible_unit: str | None) -> tuple[AskedRow, ...]:
    """Return one row per expected report, units in the order of the plan."""
    board, month = about.board, str(about.period)
    registry = registry_of(board.projects, board.tasks)
    now = _by_line(about, month)
    last: dict[tuple[str, str], _Row] = {}
    for row in _records(about):
        if str(row[Reports.PERIOD]) < month:  # oldest first, so the newest stays
            last[_line(row)] = row
    return tuple(
        AskedRow(
            item, unit, now.get((item.item_id, unit), {}), last.get((item.item_id, unit), {}), month
        )
        for item, unit in expected_rows(board.plan, registry, responsible_unit)
    )


def _by_line(about: About, month: str) -> dict[tuple[str, str], _Row]:
    return {_line(row): row for row in _records(about) if row[Reports.PERIOD] == month}


def _records(about: About) -> Iterator[_Row]:
    table = about.board.reports.sort_values(Reports.PERIOD.value, kind="stable")
    return iter(table.to_dict("records"))


def _line(row: _Row) -> tuple[str, str]:
    return str(row[Reports.ITEM_ID]), str(row[Reports.RESPONSIBLE_UNIT])
