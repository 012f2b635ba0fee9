"""The columns of a template: keys, a hint, what was reported last, what is to be filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from domain.columns import Reports
from domain.periods import Period
from export.workbooks.about import About
from export.workbooks.asked_rows import AskedRow
from export.workbooks.cells import Entry, Shown
from export.workbooks.layout import Column
from ingest.aliases import column_named
from ingest.aliases.template import HINT, LAST
from ingest.report import SheetKind
from ingest.template import month_text, template_header

_ORDER = (
    Reports.PERIOD,
    Reports.KIND,
    Reports.ITEM_ID,
    Reports.ITEM_NAME,
    Reports.RESPONSIBLE_UNIT,
    Reports.PERCENT_PPM,
    Reports.DONE_TOTAL_YUAN,
    Reports.YEAR_PLAN_YUAN,
    Reports.DONE_YTD_YUAN,
    Reports.PROGRESS,
    Reports.PROBLEM,
    Reports.PROBLEM_TYPE,
    Reports.COORDINATION,
    Reports.NEXT_STEP,
    Reports.REPORTER,
    Reports.REMARK,
)
KEYS = frozenset(_ORDER[:5])
_WIDTHS = {
    Reports.PERIOD: 11,
    Reports.KIND: 8,
    Reports.ITEM_ID: 7,
    Reports.ITEM_NAME: 22,
    Reports.RESPONSIBLE_UNIT: 13,
    Reports.PROGRESS: 26,
    Reports.PROBLEM: 22,
    Reports.COORDINATION: 18,
    Reports.NEXT_STEP: 18,
    Reports.REMARK: 16,
}
_USUAL_WIDTH = 12
_NUMBERS = {Reports.PERCENT_PPM: Shown.PPM}
_MEASURES = {Shown.PPM: "(%)", Shown.YI: "(亿元)", Shown.TEXT: ""}


class Role(Enum):
    """What a column is for; only INPUT is filled in by the unit."""

    KEY = "key"
    LAST = "last"
    INPUT = "input"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of the template; ``name`` is that of the typed table, empty for the hint."""

    role: Role
    name: str
    column: Column


def asked_columns(about: About, rows: Sequence[AskedRow]) -> tuple[Asked, ...]:
    """Return the columns in the order they stand in; the figure of last time before each input."""
    return tuple(_columns(rows, about))


def _columns(rows: Sequence[AskedRow], about: About) -> Iterator[Asked]:
    for name in _ORDER:
        if name is Reports.PERCENT_PPM:
            yield Asked(Role.HINT, "", Column(HINT, [None] * len(rows), width=20, left=True))
            yield _last(Reports.PERIOD, rows)
        if name in LAST and name not in KEYS:
            yield _last(name, rows)
        if name in KEYS:
            yield _made(Role.KEY, name, [_key(row, name, about.period) for row in rows])
        else:
            yield _made(Role.INPUT, name, [row.reported(name) for row in rows])


def _made(role: Role, name: Reports, entries: Sequence[Entry]) -> Asked:
    heading = template_header(column_named(SheetKind.PROGRESS, name))
    width = _WIDTHS.get(name, _USUAL_WIDTH)
    left = name in _WIDTHS and name not in {Reports.PERIOD, Reports.KIND, Reports.ITEM_ID}
    return Asked(role, name, Column(heading, entries, _shown(name), width=width, left=left))


def _last(name: Reports, rows: Sequence[AskedRow]) -> Asked:
    entries = [row.before(name) for row in rows]
    if name is Reports.PERIOD:
        entries = [one and month_text(Period.parse(str(one))) for one in entries]
    shown = _shown(name)
    column = Column(
        LAST[name] + _MEASURES[shown],
        entries,
        shown,
        width=_WIDTHS.get(name, _USUAL_WIDTH),
        left=name in {Reports.PROGRESS, Reports.PROBLEM},
    )
    return Asked(Role.LAST, name, column)


def _key(row: AskedRow, name: Reports, period: Period) -> Entry:
    return {
        Reports.PERIOD: month_text(period),
        Reports.KIND: row.item.kind.value,
        Reports.ITEM_ID: row.item.item_id,
        Reports.ITEM_NAME: row.item.name,
        Reports.RESPONSIBLE_UNIT: row.unit,
    }[name]


def _shown(name: Reports) -> Shown:
    if column_named(SheetKind.PROGRESS, name).money:
        return Shown.YI
    return _NUMBERS.get(name, Shown.TEXT)
