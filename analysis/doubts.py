"""Amounts of a month that are in doubt: which they are, whose, and in which key figure."""

from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from analysis.charts.words import Words
from analysis.memo import recently
from analysis.metrics.columns import Raised
from analysis.metrics.progress import AMOUNTS, ITEM
from analysis.tiles import Tile
from analysis.views import warned
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Warned
from texts.few import said_of

RULES = (Warned.MEASURE_SUSPECT.value, Warned.REGRESSING.value)  # the most telling first
_TILES = {  # the key figure that counts an amount
    "done": (Reports.DONE_TOTAL_YUAN.value,),
    "completion": (Reports.DONE_YTD_YUAN.value, Reports.YEAR_PLAN_YUAN.value),
}
_MOST = 2


class Doubted(NamedTuple):
    """Warnings that doubt an amount: those of a month, and those of the month before it."""

    now: pd.DataFrame
    before: pd.DataFrame


@recently
def of_month(watched: Watched, period: Period) -> pd.DataFrame:
    """Return the warnings that an amount fell or may be in another unit of measure.

    Columns of ``analysis.evidence``. Every sum counts these amounts as they were reported.
    """
    return amounts_of(warned.of_month(watched, period))


@recently
def beside(watched: Watched, period: Period) -> Doubted:
    """Return what is in doubt in a month and in the one before, which it is told against.

    What is counted since January is not told against December.
    """
    before = amounts_of(warned.of_amounts(watched, period.earlier(1)))
    if period.month == 1:
        before = of_tile(before, "done")
    return Doubted(of_month(watched, period), before)


def amounts_of(found: pd.DataFrame) -> pd.DataFrame:
    """Return those of some warnings that doubt an amount."""
    return found[found[Raised.RULE].isin(RULES) & found[Raised.FIGURE].isin(AMOUNTS)]


def of_tile(doubted: pd.DataFrame, tile: str) -> pd.DataFrame:
    """Return those warnings that doubt an amount the key figure ``tile`` counts."""
    return doubted[doubted[Raised.FIGURE].isin(_TILES.get(tile, ()))]


def items(doubted: pd.DataFrame) -> pd.DataFrame:
    """Return one row per item that is doubted, the first warning about it."""
    return doubted.drop_duplicates(ITEM)


def note(doubted: Doubted, tile: str, words: Words) -> str:
    """Say beside a key figure whose amounts in it are in doubt; empty where none is.

    Where it is told against a month before in which only amounts were in doubt, that is said.
    """
    now, before = (items(of_tile(found, tile)) for found in doubted)
    found = now if len(now) else before
    if found.empty:
        return ""
    first = found.iloc[0]
    key = "doubt.in_tile" if len(now) else "doubt.before_in_tile"
    key += "" if len(found) == 1 else "_and_others"
    item, name = first[Reports.ITEM_ID], first[Reports.ITEM_NAME]
    return words.t(key, item=item, name=name, count=len(found))


def told(told_tiles: tuple[Tile, ...], doubted: Doubted, words: Words) -> tuple[Tile, ...]:
    """Return key figures for paper, where whose amounts in them are in doubt is one more line."""
    said = {tile.key: note(doubted, tile.key, words) for tile in told_tiles}
    return tuple(
        replace(tile, notes=(*tile.notes, *filter(None, (said[tile.key],)))) for tile in told_tiles
    )


def line(doubted: pd.DataFrame, words: Words) -> str:
    """Say of the sums of a page whose amounts in them are in doubt; empty where none is."""
    return _line(doubted, words, "doubt.line")


def line_before(doubted: pd.DataFrame, words: Words) -> str:
    """Say that differences from the month before rest on amounts that are in doubt there."""
    return _line(doubted, words, "doubt.before_line")


def _line(doubted: pd.DataFrame, words: Words, key: str) -> str:
    found = items(doubted)
    if found.empty:
        return ""
    most = said_of(len(found), _MOST)
    named = words.t("doubt.joiner").join(_named(row, words) for _, row in found[:most].iterrows())
    return words.t(
        key if most == len(found) else f"{key}_and_others", items=named, count=len(found)
    )


def _named(row: pd.Series, words: Words) -> str:
    unit = row[Reports.RESPONSIBLE_UNIT]
    return words.t(
        "doubt.item",
        item=row[Reports.ITEM_ID],
        name=row[Reports.ITEM_NAME],
        unit=words.in_full(unit) if isinstance(unit, str) else words.t("table.nobody_named"),
    )
