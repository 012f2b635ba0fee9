"""Figures that stand beside each other have equally many digits behind the point."""

import re

import pytest

from analysis.board import Board
from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from analysis.gallery import EXHIBITS
from analysis.tiles import tiles
from domain.periods import Period
from texts import LANGUAGES, catalogue

OCTOBER = Period(2026, 10)
PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
YI = re.compile(r"(\d+(?:\.\d+)?) 亿元")
ONE, TWO = re.compile(r"\d+\.\d"), re.compile(r"\d+\.\d\d")
SET = {"80"}  # percent from which on months are one line: a rule, not a figure beside others


def texts_of(figure):
    for trace in figure.data:
        for name in ("text", "hovertext"):
            cells = getattr(trace, name, None)
            yield from (one for one in (cells or ()) if isinstance(one, str))
        yield trace.name or ""
    yield from (note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(EXHIBITS))
def test_percentages_of_a_chart_have_one_decimal(key, language, illustrated_board):
    t = catalogue(language)
    figure = EXHIBITS[key].draw(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    said = [] if figure is None else [*texts_of(figure), spoken(figure, t)]
    found = {number for one in said for number in PERCENT.findall(one)} - SET
    assert [number for number in found if not ONE.fullmatch(number)] == []


@pytest.mark.parametrize("key", sorted(EXHIBITS))
def test_amounts_in_yi_of_a_chart_have_two_decimals(key, illustrated_board):
    t = catalogue("zh")
    figure = EXHIBITS[key].draw(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    said = [] if figure is None else [*texts_of(figure), spoken(figure, t)]
    found = {number for one in said for number in YI.findall(one)}
    assert [number for number in found if not TWO.fullmatch(number)] == []


def test_tiles_beside_each_other_have_equally_many_decimals(illustrated_board: Board):
    told = tiles(illustrated_board, OCTOBER, catalogue("zh"))
    said = " ".join(part for tile in told for part in (tile.figure, *tile.notes))
    assert all(map(ONE.fullmatch, PERCENT.findall(said)))
    assert all(map(TWO.fullmatch, YI.findall(said)))
