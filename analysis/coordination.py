"""需协调事项: open problems of the ledger that need others, and what only reports ask for."""

from analysis.charts.rows import Row
from analysis.stated import Stated, of_board, untaken
from analysis.views.problems import open_ones
from analysis.views.supervision import Watched
from domain.columns import Problems, Reports
from domain.periods import Period
from domain.problems import Problem, is_stated


def to_coordinate(seen: Watched) -> list[Row]:
    """Return one row per open problem with 需协调事项, the longest open first.

    ``Problems.OWNER`` owes its end; ``Reports.RESPONSIBLE_UNIT`` is the unit whose report states
    it, none where it was raised by hand.
    """
    names = _names(seen)
    units = {one.key: one.unit for one in of_board(seen.board)}
    found = [one for one in open_ones(seen) if is_stated(one.entries.coordination)]
    return [_row(one, names, units) for one in found]


def asked_only(seen: Watched, period: Period) -> list[Stated]:
    """Return the 需协调事项 reports of a month state and nobody raised: no unit owes them yet."""
    asked = [one for one in of_board(seen.board) if one.coordination and one.last == period]
    return untaken(asked, seen.problems)


def asked_about(seen: Watched, asked: list[Stated]) -> list[str]:
    """Return number and name of the items that are asked about, each once, in their order."""
    names = _names(seen)
    said = (f"{one.item_id} {names.get((one.kind.value, one.item_id), '')}" for one in asked)
    return list(dict.fromkeys(one.rstrip() for one in said))


def _names(seen: Watched) -> dict[tuple[str, str], str]:
    items = seen.board.items[[Reports.KIND, Reports.ITEM_ID, Reports.ITEM_NAME]]
    return {(kind, number): name for kind, number, name in items.itertuples(index=False)}


def _row(one: Problem, names: dict[tuple[str, str], str], units: dict[str, str]) -> Row:
    entries = one.entries
    kind, number = entries.kind and entries.kind.value, entries.item_id
    return {
        Problems.OWNER: entries.owner,
        Problems.DUE_ON: entries.due_on and entries.due_on.isoformat(),
        Reports.KIND: kind,
        Reports.ITEM_ID: number,
        Reports.ITEM_NAME: names.get((kind or "", number or "")),
        Reports.RESPONSIBLE_UNIT: next((units[key] for key in one.stated if key in units), None),
        Reports.PROBLEM: entries.what,
        Reports.COORDINATION: entries.coordination,
    }
