"""What is said about a chart is what is written in it."""

import re

import pytest

from analysis.charts.words import Words
from analysis.conclusions import conclusion
from analysis.conclusions.saying import fitting
from analysis.gallery import exhibits
from store.watching import watched
from tests.conftest import TODAY, board_of, illustrate, opened_in
from texts import catalogue
from texts.wrap import width_em

PERCENT, AMOUNT = re.compile(r"[\d.]+(?=%)"), re.compile(r"[\d.]+(?= 亿元)")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    office = opened_in(tmp_path_factory.mktemp("conclusions"))
    illustrate(office)
    look = watched(office, board_of(office), board_of(office).periods[-1], today=TODAY)
    yield look
    office.ledger.close()


@pytest.fixture
def said(seen):
    period = seen.board.periods[-1]
    words = Words(catalogue("zh"), seen.board.plan)
    return lambda key: conclusion(key, seen, period, words)


@pytest.fixture
def drawn(seen):
    words = Words(catalogue("zh"), seen.board.plan)
    known = exhibits(lambda _, __: seen)
    return lambda key: known[key].draw(seen.board, seen.board.periods[-1], words)


@pytest.mark.parametrize("key", exhibits(lambda _, __: None))
def test_of_every_chart_that_is_drawn_something_is_said_in_two_lines(said, drawn, key):
    if drawn(key) is None:
        return
    assert said(key)
    assert width_em(said(key)) <= 110
    assert not said(key).endswith("。")


@pytest.mark.parametrize(
    "key", ["concentration", "completion", "projects", "compared", "completion_projects"]
)
def test_percentages_are_those_written_at_the_bars(said, drawn, key):
    written = drawn(key).to_json()
    shares = PERCENT.findall(said(key))
    assert shares
    for share in shares:
        assert share in written or f"{float(share):g}" in written


@pytest.mark.parametrize("key", ["investment", "phases"])
def test_amounts_are_those_written_behind_whole_bars_not_of_one_of_their_parts(said, drawn, key):
    texts = [trace.text for trace in drawn(key).data if trace.type == "scatter" and trace.text]
    written = {number for text in texts for number in re.findall(r"\d+\.?\d*", " ".join(text))}
    each = AMOUNT.findall(said(key).split("：", 1)[1])
    assert each
    assert set(map(float, each)) <= set(map(float, written))


def test_missing_reports_are_named_by_unit_and_add_up(said):
    expected, received = map(int, re.search(r"应报 (\d+) 份，已报 (\d+) 份", said("owed")).groups())
    owing = re.search("未报份数：(.*)", said("owed"))
    counts = [int(number) for number in re.findall(r" (\d+)(?=，|$)", owing[1])] if owing else []
    assert sum(counts) == expected - received or "，等" in said("owed")


def test_red_and_yellow_are_counted_as_they_stand(seen, said):
    standing = seen.board.standing(seen.board.periods[-1])
    current = standing[standing["is_current"]]
    red, yellow = map(int, re.search(r"红灯 (\d+) 项，黄灯 (\d+) 项", said("gaps")).groups())
    lit = current["light"].tolist()
    assert (red, yellow) == (lit.count("red"), lit.count("yellow"))


def test_nothing_is_said_of_a_chart_that_is_not_known(said):
    assert said("no_such_chart") == ""


def test_so_many_are_listed_as_two_lines_hold_and_the_others_are_counted(seen):
    words = Words(catalogue("zh"), seen.board.plan)
    names = [f"新乡高新区第{n}个名称很长很长很长很长很长很长的建设项目" for n in range(9)]
    sentence = fitting("compared", names, words)
    assert width_em(sentence) <= 88
    assert sentence.endswith("，等 9 个")
    assert fitting("compared", [], words) == ""


def test_a_few_are_all_said_and_and_so_on_never_stands_for_a_single_one(plan):
    words = Words(catalogue("zh"), plan)
    three = ["动力电池与新能源汽车产业链" + "甲" * 20] * 3
    assert fitting("compared", three, words).count("甲" * 20) == 3
    assert "等" not in fitting("compared", three, words)
    assert fitting("compared", ["甲"] * 5, words).count("甲") == 5
    six = fitting("compared", ["甲"] * 6, words)
    assert (six.count("甲"), six[-5:]) == (4, "等 6 个")
