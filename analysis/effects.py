"""What an upload would change on the pages, worked out before anything is written."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.board import Board
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from domain.columns import Reports
from domain.periods import Period

_KEY = [Reports.PERIOD.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
FIGURES = (
    Reports.DONE_TOTAL_YUAN.value,
    Counted.COMPLETION_PERCENT.value,
    Counted.REPORTING_PERCENT.value,
)


@dataclass(frozen=True, slots=True)
class Effect:
    """A figure of the overview before and after; empty where nothing is known."""

    period: Period
    name: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class LightChange:
    """An item whose light would change in a period."""

    period: Period
    item_id: str
    item_name: str
    before: str
    after: str


def with_reports(board: Board, uploaded: pd.DataFrame) -> Board:
    """Return the board as it would be once ``uploaded`` (columns ``Reports``) is committed."""
    version = board.version + 1
    newer = uploaded.assign(**{Reports.VERSION.value: version})
    keys = pd.MultiIndex.from_frame(newer[_KEY])
    kept = board.reports[~pd.MultiIndex.from_frame(board.reports[_KEY]).isin(keys)]
    reports = newer if kept.empty else pd.concat([kept, newer], ignore_index=True)
    reports = reports.astype(board.reports.dtypes.to_dict())
    return replace(board, version=version, reports=reports)


def figures_moved(before: Board, after: Board, periods: list[Period]) -> list[Effect]:
    """Return the key figures that would move, per period."""
    return [
        Effect(period, name, was[name], becomes[name])
        for period in periods
        for was, becomes in [(before.key_figures(period), after.key_figures(period))]
        for name in FIGURES
        if was[name] != becomes[name]
    ]


def lights_changed(before: Board, after: Board, periods: list[Period]) -> list[LightChange]:
    """Return the items whose light would change, per period, by number."""
    return [
        LightChange(period, item, name, was, becomes)
        for period in periods
        for item, name, was, becomes in zip(
            before.items[Reports.ITEM_ID],
            before.items[Reports.ITEM_NAME],
            _lights(before, period),
            _lights(after, period),
            strict=True,
        )
        if was != becomes
    ]


def _lights(board: Board, period: Period) -> list[str]:
    lights = board.standing(period)[[*ITEM, Counted.LIGHT.value]]
    in_order = board.items[ITEM].merge(lights, on=ITEM, how="left")
    return in_order[Counted.LIGHT].tolist()
