"""What goes otherwise than planned in the illustrative year, each for one warning to show.

The names are those of the warnings. A month, an item and a unit say which row turns; a unit of None
means every row of the item.
"""

from collections.abc import Callable
from dataclasses import dataclass

from domain.periods import Period

Row = list[str]
PERCENT, DONE, TEXT, YTD = 5, 6, 7, 11  # places of the columns of a progress sheet
LATE_UNIT, SHIFTED_UNIT = "关堤乡", "社会事务局"
LATE_PERIOD = Period(2026, 9)  # due on a holiday, the 25th; the next workday is the 28th


@dataclass(frozen=True, slots=True)
class Turn:
    """One row that turns: ``change`` gets the row and what it was a month before."""

    warning: str
    period: Period
    item_id: str
    unit: str | None
    change: Callable[[Row, Row], Row | None]  # None: the report never came

    def touches(self, row: Row) -> bool:
        """Tell whether a row of a sheet is meant."""
        return (row[0], row[2]) == (str(self.period), self.item_id) and self.unit in {None, row[4]}


def _never(_: Row, __: Row) -> None:
    return None


def _copied(row: Row, before: Row) -> Row:
    return [row[0], *before[1:]]


def _standing_still(row: Row, before: Row) -> Row:
    return _with(row, {PERCENT: before[PERCENT], DONE: before[DONE], YTD: before[YTD]})


def _told(percent: str = "", done: str = "") -> Callable[[Row, Row], Row]:
    said = {PERCENT: percent, DONE: done}
    return lambda row, _: _with(row, {place: text for place, text in said.items() if text})


def _with(row: Row, cells: dict[int, str]) -> Row:
    return [cells.get(place, cell) for place, cell in enumerate(row)]


TURNS = (
    Turn("missing", Period(2026, 10), "T05", "财政局", _never),
    Turn("missing", Period(2026, 10), "P09", None, _never),
    Turn("same_as_last", Period(2026, 10), "T07", "科学技术局", _copied),
    Turn("stagnating", Period(2026, 9), "P07", None, _standing_still),
    Turn("stagnating", Period(2026, 10), "P07", None, _standing_still),
    Turn("regressing", Period(2026, 7), "P06", None, _told(percent="20%")),
    Turn("over_total", Period(2026, 10), "P04", None, _told(done="10.3")),
    Turn("measure_suspect", Period(2026, 5), "P02", None, _told(done="0.0009")),
    Turn("units_disagree", Period(2026, 10), "T06", "服务业促进局", _told(percent="40%")),
    Turn("units_disagree", Period(2026, 10), "T06", "科学技术局", _told(percent="90%")),
)
