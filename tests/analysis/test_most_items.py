"""Where there are more projects than tasks, figures and slides begin with the projects."""

from dataclasses import replace

import pytest

from analysis.charts.words import Words
from analysis.conclusions import units
from analysis.tiles import tiles
from analysis.views.supervision import Watched
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


def fewer_tasks(board):
    return replace(board, tasks=board.tasks.head(3))


@pytest.mark.parametrize(
    ("narrowed", "label", "first", "second"),
    [
        (lambda board: board, "任务红黄绿灯", "共 10 项：", "项目 10 个："),
        (fewer_tasks, "项目红黄绿灯", "共 10 个：", "任务 3 项："),
    ],
)
def test_lights_are_those_of_the_kind_with_more_items_and_the_other_is_said_below(
    illustrated_board, narrowed, label, first, second
):
    shown = tiles(narrowed(illustrated_board), OCTOBER, catalogue("zh"))
    (lights,) = [one for one in shown if one.key == "lights"]
    assert lights.label == label
    assert [
        note[: len(said)] for note, said in zip(lights.notes, (first, second), strict=True)
    ] == [
        first,
        second,
    ]


def test_that_no_task_is_overdue_is_not_said_without_the_projects_that_are(illustrated_board):
    late_ones = illustrated_board.projects.assign(planned_finish="2026-06", phase="在建")
    board = replace(illustrated_board, projects=late_ones)
    words, seen = (
        Words(catalogue("zh"), board.plan),
        Watched(board, board.reports, "2026-11-22", {}),
    )
    standing = board.standing(OCTOBER)
    is_project, done = standing["item_kind"] == "项目", standing["percent_done"] >= 100
    late = int((is_project & ~done.fillna(value=False)).sum())
    assert units.load_by_state(seen, OCTOBER, words) == f"没有逾期任务；逾期项目 {late} 个"
    assert units.projects_by_state(seen, OCTOBER, words).startswith(f"逾期项目 {late} 个；按单位：")
