"""Many projects' finishes: how many when, and what has no month to be named in one row together."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import sentences
from analysis.charts.words import Words
from analysis.conclusions import progress as conclusions
from analysis.exhibits import past as exhibited
from analysis.exhibits.past import Sheet
from analysis.metrics.pace import FAR, STILL
from analysis.views import finishing
from analysis.views.supervision import Watched
from domain.columns import ItemKind, Projects
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)
NEAR, FAR_OFF, STANDING = 20, 4, 2
t = catalogue("zh")


def board_of(illustrated_board, near=NEAR):
    """So many projects that end next year, and some that no month can be named for."""
    paces = [*[(10, 20, 30)] * near, *[(1, 2, 3)] * FAR_OFF, *[(7, 7, 7)] * STANDING]
    one = illustrated_board.projects.head(1)
    listed = pd.concat([one] * len(paces), ignore_index=True).assign(
        **{
            Projects.ID.value: [f"P{at:03}" for at in range(len(paces))],
            Projects.NAME.value: [f"项目{at:03}" for at in range(len(paces))],
            Projects.PLANNED_FINISH.value: "2026-12",
        }
    )
    rows = [
        (f"2026-{8 + month:02}", f"P{at:03}", "财政局", {"percent_done_ppm": percent * 10_000})
        for at, percents in enumerate(paces)
        for month, percent in enumerate(percents)
    ]
    return replace(illustrated_board, projects=listed, reports=submissions(*rows))


@pytest.fixture
def board(illustrated_board):
    return board_of(illustrated_board)


@pytest.fixture
def words(board):
    return Words(t, board.plan)


def drawn(board, words, **asked):
    return exhibited.finishes(board, OCTOBER, words, subjects="projects", sheet=Sheet(**asked))


def named(figure):
    return [note.text for note in figure.layout.annotations]


def test_what_is_too_far_off_to_name_a_month_has_one_row_before_the_others(board, words):
    first, second = named(drawn(board, words)), named(drawn(board, words, page=2))
    assert first[:2] == ["推算要到 5 年以后：4 个项目", "近期没有进展，推算不出：2 个项目"]
    assert len(first) == exhibited.ITEMS_A_PAGE
    assert len(first[2:]) + len(second) == NEAR
    assert not {*first} & {*second}


def test_the_caption_counts_the_rows_of_single_projects_and_says_how_many_more(board, words):
    exhibit = next(one for one in exhibited.EXHIBITS if one.key == "finishes_projects")
    said = [
        exhibited.extent("finishes", board, OCTOBER, subjects="projects", sheet=Sheet(page=page))
        for page in (1, 2)
    ]
    assert [(one.first, one.last, one.total) for one in said] == [(1, 13, NEAR), (14, 20, NEAR)]
    assert "另有 6 项按此推算要到 5 年以后或推算不出" in exhibit.measure(board, OCTOBER, words)


def test_a_click_on_the_row_or_its_words_picks_all_of_them(board, words):
    figure = drawn(board, words)
    assert [list(trace.customdata) for trace in figure.data if trace.meta == {"hit": True}] == [
        [FAR, STILL]
    ]
    together = exhibited.estimated(board, OCTOBER, subjects="projects").together
    assert {name: len(rows) for name, rows in together.items()} == {FAR: 4, STILL: 2}


def test_where_all_have_a_row_each_project_has_its_own_the_worst_first(illustrated_board, words):
    few = board_of(illustrated_board, near=exhibited.ITEMS_A_PAGE - FAR_OFF - STANDING)
    names = named(drawn(few, words))
    assert len(names) == exhibited.ITEMS_A_PAGE
    assert [name.split("　")[0] for name in names[:4]] == [f"项目{at:03}" for at in range(9, 13)]
    assert sentences.finished_when(few, OCTOBER, t) == ""


def test_a_project_that_is_sought_has_a_row_however_far_off_it_is(board, words):
    assert named(drawn(board, words, sought="项目020")) == ["项目020"]


def test_how_many_finish_when_counts_every_project_that_is_not_done(board):
    when = finishing.when(board, OCTOBER)
    assert (when.of_years, when.beyond, when.still) == ({2027: NEAR}, FAR_OFF, STANDING)
    assert when.every == NEAR + FAR_OFF + STANDING
    assert sentences.finished_when(board, OCTOBER, t) == (
        "未完成的 26 个项目按自身进度推算（非计划）：2027年完成 20 个，5 年以后 4 个，"
        "近期没有进展、推算不出 2 个。"
    )


def test_a_conclusion_names_projects_that_the_picture_names(board, words):
    watched = Watched(board, board.reports, "2026-11-01", {})
    sentence = conclusions.finishes(ItemKind.PROJECT)(watched, OCTOBER, words)
    assert "24 项晚于计划，其中 4 项要到 5 年以后，其余依次为项目000" in sentence
