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
_FIGURES = (Reports.PERCENT_PPM, Reports.DONE_TOTAL_YUAN)  # those that only ever grow


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
class Accepted:
    """What a report in force says of an item for one month."""

    period: Period
    percent_ppm: int | None = None
    done_total_yuan: int | None = None

    def __reduce__(self) -> tuple[type[Self], tuple[Period, int | None, int | None]]:
        """Pickle as the call that makes it: a ledger holds many, and they go to another process."""
        return type(self), (self.period, self.percent_ppm, self.done_total_yuan)


Line = tuple[str, str]  # item id and responsible unit


@dataclass(frozen=True, slots=True)
class Uploader:
    """What the person who uploads may report; None means every unit, any month."""

    may_upload: bool = True
    own_units: frozenset[str] | None = None
    may_edit_registry: bool = True
    earliest: Period | None = None


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

    ``items`` is by id; ``accepted`` holds the reports in force of each item and responsible unit,
    oldest month first.
    """

    plan: Plan
    today: date
    items: Mapping[str, Item] = field(default_factory=dict[str, Item])
    accepted: Mapping[Line, tuple[Accepted, ...]] = field(
        default_factory=dict[Line, tuple[Accepted, ...]]
    )
    uploader: Uploader = Uploader()
    limits: Limits = Limits()
    heard: Heard = field(default=unheard, compare=False)  # told how far the reading has come

    def before(self, line: Line, period: Period) -> Accepted | None:
        """Return the latest report of an earlier month, whatever came after it."""
        earlier = (one for one in reversed(self.accepted.get(line, ())) if one.period < period)
        return next(earlier, None)

    def of_month(self, line: Line, period: Period) -> Accepted | None:
        """Return the report of the month itself, which another one of that month corrects."""
        return next((one for one in self.accepted.get(line, ()) if one.period == period), None)


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


def accepted_reports(reports: pd.DataFrame) -> dict[Line, tuple[Accepted, ...]]:
    """Return every report by item and responsible unit, oldest first; ``reports`` as effective."""
    lines: dict[Line, list[Accepted]] = {}
    months: dict[str, Period] = {}  # few, and every report names one of them
    names = [Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT, Reports.PERIOD, *_FIGURES]
    table = reports.sort_values(Reports.PERIOD.value, kind="stable")
    columns = [table[name.value].tolist() for name in names]
    for item, unit, month, ppm, yuan in zip(*columns, strict=True):
        period = months.get(month) or months.setdefault(month, Period.parse(str(month)))
        line = lines.setdefault((str(item), str(unit)), [])
        line.append(Accepted(period, _whole(ppm), _whole(yuan)))
    return {line: tuple(known) for line, known in lines.items()}


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
