"""What an upload would mean beyond its rows: what goes back, moves, turns red or repeats itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.earlier import CUMULATIVE, LINE
from analysis.effects import LightChange, lights_changed
from analysis.metrics.columns import Counted
from analysis.metrics.warnings import repeating
from domain.columns import TARGETS, Projects, Reports
from domain.periods import Period
from domain.rules import Light
from domain.yearly import begins_anew

_KEY = [Reports.PERIOD.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
_LINE = [Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
_BEFORE, _EARLIER, _YEAR = "_before_", "_earlier_", "_year_"


class Kind(StrEnum):
    """What a leader would ask about; its sentence is ``consequence.<kind>``."""

    TURNS_RED = "turns_red"
    GOES_BACK = "goes_back"
    SAME_AS_LAST = "same_as_last"
    STILL_OWED = "still_owed"  # by the units that report, for the months they report of
    TARGET_MOVED = "target_moved"
    GOES = "goes"  # a project or task that the new list no longer has


@dataclass(frozen=True, slots=True)
class Consequence:
    """One item and what would become of it; ``column`` says of which figure before and after are.

    ``period`` is empty for a plan table. Amounts are 元, percentages millionths, as in the tables.
    """

    kind: Kind
    item_id: str
    item_name: str
    period: str = ""
    column: str = ""
    before: str | int | None = None
    after: str | int | None = None


def of_reports(before: Board, after: Board, uploaded: pd.DataFrame) -> list[Consequence]:
    """Return what committing reports (columns ``Reports``) would mean, the gravest kind first.

    A cumulative figure goes back where it is below what the same unit said of the item for an
    earlier month, or for the same month until now.
    """
    return [
        *_turning_red(before, after, uploaded),
        *_going_back(before, after, uploaded),
        *_same_as_last(after, uploaded),
        *_still_owed(after, uploaded),
    ]


def of_projects(before: pd.DataFrame, uploaded: pd.DataFrame) -> list[Consequence]:
    """Return what a new table of projects (columns ``Projects``) would mean.

    A target that was empty and is now stated has not moved.
    """
    names = dict(zip(before[Projects.ID], before[Projects.NAME], strict=True))
    joined = before.merge(uploaded, on=Projects.ID.value, how="inner", suffixes=(_BEFORE, ""))
    moved = [
        Consequence(
            Kind.TARGET_MOVED,
            row[Projects.ID],
            row[Projects.NAME],
            column=target,
            before=row[target + _BEFORE],
            after=row[target],
        )
        for target in TARGETS
        for row in rows_of(joined)
        if row[target + _BEFORE] is not None and row[target + _BEFORE] != row[target]
    ]
    gone = [item for item in names if item not in set(uploaded[Projects.ID])]
    return [*moved, *(Consequence(Kind.GOES, item, names[item]) for item in gone)]


def _turning_red(before: Board, after: Board, uploaded: pd.DataFrame) -> Iterator[Consequence]:
    named = sorted(uploaded[Reports.PERIOD].dropna().unique())
    for one in lights_changed(before, after, [Period.parse(period) for period in named]):
        was = _light_until(before, one)
        if one.after == Light.RED and was != Light.RED:
            yield Consequence(
                Kind.TURNS_RED,
                one.item_id,
                one.item_name,
                str(one.period),
                before=was,
                after=one.after,
            )


def _light_until(before: Board, change: LightChange) -> str:
    """Return the light of the month itself, else that of the month before it."""
    if change.before != Light.UNREPORTED:
        return change.before
    standing = before.standing(change.period.earlier(1))
    named = standing[Reports.ITEM_NAME] == change.item_name
    return str(
        standing.loc[named & (standing[Reports.ITEM_ID] == change.item_id), Counted.LIGHT].iloc[0]
    )


def _going_back(before: Board, after: Board, uploaded: pd.DataFrame) -> Iterator[Consequence]:
    rows = _with_earlier(after, uploaded).merge(
        before.reports[[*_KEY, *CUMULATIVE]], on=_KEY, how="left", suffixes=("", _BEFORE)
    )
    for column in CUMULATIVE:
        for row in rows_of(rows):
            known = [row[column + _EARLIER], row[column + _BEFORE]]
            highest = max((one for one in known if one is not None), default=None)
            if highest is not None and row[column] is not None and row[column] < highest:
                yield _of_row(Kind.GOES_BACK, row, column, highest, row[column])


def _with_earlier(after: Board, uploaded: pd.DataFrame) -> pd.DataFrame:
    """Return the uploaded rows with the last figures of an earlier month beside them.

    A figure that begins anew in January has none of an earlier year.
    """
    table = after.reports.sort_values([*_LINE, Reports.PERIOD.value], kind="stable")
    earlier: dict[str, pd.Series] = {}
    span = [*_LINE, _YEAR]
    for column in CUMULATIVE:
        years = [
            month[:4] if begins_anew(kind, column) else ""
            for kind, month in zip(table[Reports.KIND], table[Reports.PERIOD], strict=True)
        ]
        spans = table.assign(**{_YEAR: years})
        filled = spans.groupby(span, sort=False)[column].ffill()
        earlier[column + _EARLIER] = spans.assign(**{column: filled}).groupby(span)[column].shift()
    return uploaded[_KEY].merge(table.assign(**earlier), on=_KEY, how="inner")


def _same_as_last(after: Board, uploaded: pd.DataFrame) -> Iterator[Consequence]:
    for period in sorted(uploaded[Reports.PERIOD].dropna().unique()):
        told = repeating.same_as_last(after.reports, after.items, str(period))
        lines = uploaded.loc[uploaded[Reports.PERIOD] == period, list(LINE)]
        for row in rows_of(told.merge(lines.drop_duplicates(), on=list(LINE), how="inner")):
            yield _of_row(Kind.SAME_AS_LAST, row, "", None, None)


def _still_owed(after: Board, uploaded: pd.DataFrame) -> Iterator[Consequence]:
    for period, reports in uploaded.groupby(Reports.PERIOD.value):
        owed = after.owed(Period.parse(str(period)))
        units = set(reports[Reports.RESPONSIBLE_UNIT])
        for row in rows_of(owed[owed[Counted.RECEIVED] == 0]):
            if row[Reports.RESPONSIBLE_UNIT] in units:
                item, name = row[Reports.ITEM_ID], row[Reports.ITEM_NAME]
                yield Consequence(Kind.STILL_OWED, item, name, str(period))


def _of_row(
    kind: Kind, row: dict[str, object], column: str, before: int | None, after: int | None
) -> Consequence:
    item, name = str(row[Reports.ITEM_ID]), str(row[Reports.ITEM_NAME])
    return Consequence(kind, item, name, str(row[Reports.PERIOD]), column, before, after)
