"""Finding by part of a name, number or pinyin initials, however it is typed."""

import time
from dataclasses import replace

import pytest

from analysis.board import Board
from analysis.finding import Index, Sought, folded, index
from domain.columns import Projects
from domain.plan import Named


@pytest.fixture(scope="module")
def names(illustrated_board) -> Index:
    return index(illustrated_board)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("氢能", "P02"),
        ("qncyy", "P02"),
        ("XXQN", "P02"),
        ("氢n产业y", "P02"),
        ("P07", "P07"),
        ("p０７", "P07"),
        ("ｐ07", "P07"),
        (" 万 华 ", "P01"),
        ("whsm", "P01"),
        ("zdxmjs", "T08"),
        ("cdxmjs", "T08"),  # 重 read chóng
        ("新乡市科技大市场", "P09"),
        ("财政局", "财政局"),
        ("czj", "财政局"),
        ("区经济发展局", "经济发展局"),
        ("经发局", "经济发展局"),
        ("jfj", "经济发展局"),
        ("Finance", "财政局"),
    ],
)
def test_what_is_meant_comes_first(names, typed, first):
    assert names.find(typed)[0].number == first


@pytest.mark.parametrize("typed", ["", "  ", "“”", "zzzzzz", "不存在的项目", "[", "^.*"])
def test_nothing_fits_nothing(names, typed):
    assert names.find(typed) == []


def test_a_reading_that_no_word_has_finds_nothing(names):
    assert "P08" not in {one.number for one in names.every("hx")}  # 共性, gòngxìng; not hóng
    assert "P08" in {one.number for one in names.every("gx")}


def test_every_item_is_found_by_its_own_name_and_number(names):
    for entry in names.entries:
        assert entry in names.find(entry.name)
        assert names.find(entry.number)[0] == entry


def test_a_character_with_several_readings_answers_to_each(illustrated_board):
    bank = Named("长安银行")
    board = Board(
        replace(illustrated_board.plan, responsible_units=(bank,)),
        1,
        illustrated_board.projects.head(0),
        illustrated_board.tasks.head(0),
        illustrated_board.assignments.head(0),
        illustrated_board.reports.head(0),
    )
    for typed in ("cayh", "zayx", "cayx"):
        assert [one.kind for one in index(board).find(typed)] == [Sought.UNIT]


def test_ten_thousand_items_answer_at_once(illustrated_board):
    numbers = range(10_000)
    many = illustrated_board.projects.iloc[[0] * 10_000].assign(
        **{
            Projects.ID.value: [f"X{number:05d}" for number in numbers],
            Projects.NAME.value: [f"高端装备智能制造车间（{number}）" for number in numbers],
        }
    )
    names = index(replace(illustrated_board, projects=many))
    names.find("先")
    began = time.process_time()
    assert names.find("gdzbznzzcj9999")[0].number == "X09999"
    assert time.process_time() - began < 1
    assert len(names.find("车间")) == 8


def test_full_width_and_punctuation_make_no_difference():
    assert folded("（一）Ａ座·３号") == folded("(一)a座 3号") == "一a座3号"
