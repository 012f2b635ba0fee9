"""What a sheet is checked against: the plan, its items, earlier reports, and who uploads."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Self

import pandas as pd

from domain.columns import JOINED, ItemKind, Projects, Reports, Tasks
from domain.periods import Period
from domain.plan import Plan
from ingest.steps import Heard, unheard

_BYTES_A_ROW = 1024  # of long texts, where a person raises the number of rows
_UNPACKED_BYTES_A_ROW = 2048


@dataclass(frozen=True, slots=True)
class Item:
    """A project or a task that can be reported on."""

    item_id: str
    kind: ItemKind
    name: str
    also_called: tuple[str, ...] = ()
    total_yuan: int | None = None
    responsible_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastReport:
    """The latest accepted report of an item by a responsible unit."""

    period: Period
    percent_ppm: int | None = None
    done_total_yuan: int | None = None


@dataclass(frozen=True, slots=True)
class Uploader:
    """What the person who uploads may report; ``own_units`` None means every unit."""

    may_upload: bool = True
    own_units: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be before it is refused unread."""

    max_bytes: int = 20 * 1024 * 1024
    max_rows: int = 5000
    max_columns: int = 100
    max_text: int = 5000  # characters of free text
    max_name: int = 200
    max_person: int = 50
    max_unpacked_bytes: int = 64 * 1024 * 1024
    max_unpacked_ratio: int = 200
    max_members: int = 500
    max_sheets: int = 20

    @classmethod
    def for_rows(cls, rows: int) -> Self:
        """Return the limits of a file of that many rows, which may weigh more than usual.

        >>> Limits.for_rows(100).max_bytes == Limits().max_bytes
        True
        """
        usual = cls()
        return cls(
            max_rows=rows,
            max_bytes=max(usual.max_bytes, rows * _BYTES_A_ROW),
            max_unpacked_bytes=max(usual.max_unpacked_bytes, rows * _UNPACKED_BYTES_A_ROW),
        )


@dataclass(frozen=True, slots=True)
class Context:
    """Everything about the zone and its ledger that reading a sheet needs.

    ``items`` is by id; ``last`` by item id and responsible unit; ``reported`` holds
    (period, item id, responsible unit).
    """

    plan: Plan
    today: date
    items: Mapping[str, Item] = field(default_factory=dict[str, Item])
    last: Mapping[tuple[str, str], LastReport] = field(
        default_factory=dict[tuple[str, str], LastReport]
    )
    reported: frozenset[tuple[str, str, str]] = frozenset()
    uploader: Uploader = Uploader()
    limits: Limits = Limits()
    heard: Heard = field(default=unheard, compare=False)  # told how far the reading has come


def registry_of(projects: pd.DataFrame, tasks: pd.DataFrame) -> dict[str, Item]:
    """Return every item by id, tasks first; an id is used once across both tables.

    A project without responsible units of its own takes those of its source task.
    """
    items = {item.item_id: item for item in (_task(row) for row in tasks.to_dict("records"))}
    for row in projects.to_dict("records"):
        source = items.get(_text(row[Projects.SOURCE_TASK]) or "")
        units = _listed(row[Projects.RESPONSIBLE_UNITS])
        inherited = source.responsible_units if source else ()
        items[str(row[Projects.ID])] = Item(
            item_id=str(row[Projects.ID]),
            kind=ItemKind.PROJECT,
            name=str(row[Projects.NAME]),
            also_called=_listed(row[Projects.ALSO_CALLED]),
            total_yuan=_whole(row[Projects.TOTAL_YUAN]),
            responsible_units=units or inherited,
        )
    return items


def last_reports(reports: pd.DataFrame) -> dict[tuple[str, str], LastReport]:
    """Return the latest report per item and responsible unit; ``reports`` as effective."""
    latest: dict[tuple[str, str], LastReport] = {}
    for row in reports.sort_values(Reports.PERIOD.value).to_dict("records"):
        latest[str(row[Reports.ITEM_ID]), str(row[Reports.RESPONSIBLE_UNIT])] = LastReport(
            period=Period.parse(str(row[Reports.PERIOD])),
            percent_ppm=_whole(row[Reports.PERCENT_PPM]),
            done_total_yuan=_whole(row[Reports.DONE_TOTAL_YUAN]),
        )
    return latest


def reported_keys(reports: pd.DataFrame) -> frozenset[tuple[str, str, str]]:
    """Return (period, item id, responsible unit) of every report that is already there."""
    names = [Reports.PERIOD.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
    return frozenset(
        (str(period), str(item), str(unit))
        for period, item, unit in reports[names].itertuples(index=False)
    )


def _task(row: dict[Hashable, Any]) -> Item:
    return Item(
        item_id=str(row[Tasks.ID]),
        kind=ItemKind.TASK,
        name=str(row[Tasks.NAME]),
        responsible_units=_listed(row[Tasks.RESPONSIBLE_UNITS]),
    )


def _text(entry: object) -> str | None:
    return entry if isinstance(entry, str) and entry else None


def _listed(entry: object) -> tuple[str, ...]:
    return tuple((_text(entry) or "").split(JOINED)) if _text(entry) else ()


def _whole(entry: Any) -> int | None:  # noqa: ANN401 - a cell of a frame
    if pd.isna(entry):
        return None
    return int(Decimal(str(entry)))
