"""The made-up progress sheets, one per month: every project, every task and responsible unit."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pandas as pd

from commands.illustrated.course import PERIODS, Course, drawn
from commands.illustrated.projects import MadeUp
from commands.illustrated.sheet import amount_yi, csv_of
from domain.columns import Assignments, ItemKind, Projects, Tasks
from domain.periods import MONTHS, Period

HEADER = (
    "期间,类别,编号,名称,责任单位,完成进度,累计完成投资(亿元),工作进展,存在问题,填报人,"
    "年度计划投资(亿元),本年累计完成投资(亿元),问题类别,需协调事项,下步计划,备注"
)
_PROBLEMS = ("土地", "资金", "手续", "征拆", "市场", "规划调整", "其他")
_MISSING = 0.04  # share of reports that never came
_BEGUN = 0  # the first month
_SLOW = 1.25  # a project this much slower than planned says why
_STEPS = ((0.1, "示例：前期手续办理"), (30, "示例：基础施工"), (70, "示例：主体施工"))


def progress_csv(
    period: Period, reporters: list[tuple[str, str, str, Course]], of_tasks: list[list[str]]
) -> bytes:
    """Return the sheet of one month; ``reporters`` are number, name, unit and course."""
    rows = [
        project_row(period, *reporter)
        for reporter in reporters
        if _chance(reporter[0], period, "missing").random() > _MISSING
    ]
    return csv_of(HEADER, [*rows, *(task_row(period, *pair) for pair in of_tasks)])


def reporters(
    delivered: pd.DataFrame, made: tuple[MadeUp, ...], unit: str
) -> list[tuple[str, str, str, Course]]:
    """Return who reports on which project; ``unit`` speaks for the plan's own ones."""
    own = [
        (
            str(row[Projects.ID]),
            str(row[Projects.NAME]),
            unit,
            _like(drawn(_chance(str(row[Projects.ID]), PERIODS[0], "course")), row),
        )
        for row in delivered.to_dict("records")
    ]
    return own + [(one.item_id, one.name, one.responsible_unit, one.course) for one in made]


def task_pairs(tasks: pd.DataFrame, assignments: pd.DataFrame) -> list[list[str]]:
    """Return number, name and responsible unit of every task and unit of the plan."""
    names = dict(zip(tasks[Tasks.ID], tasks[Tasks.NAME], strict=True))
    pairs = zip(
        assignments[Assignments.TASK_ID], assignments[Assignments.RESPONSIBLE_UNIT], strict=True
    )
    return [[task, names[task], unit] for task, unit in pairs]


def months() -> Iterator[tuple[Period, str]]:
    """Yield every month with the name of its sheet."""
    for period in PERIODS:
        yield period, f"progress-{period}.csv"


def project_row(period: Period, item_id: str, name: str, unit: str, course: Course) -> list[str]:
    """Return a project's row of a month."""
    month = period.index - PERIODS[0].index
    percent, done = course.percent(month), course.done_yuan(month)
    plan = course.year_plan_yuan(period)
    slow = course.pace >= _SLOW and 0 < percent < 100  # noqa: PLR2004 - neither waiting nor done
    kind = _chance(item_id, period, "problem").choice(_PROBLEMS)
    return [
        str(period),
        ItemKind.PROJECT.value,
        item_id,
        name,
        unit,
        f"{percent:g}%",
        amount_yi(done),
        _step(percent),
        f"示例：{kind}问题尚未解决" if slow else "",
        "示例人员",
        amount_yi(plan),
        amount_yi(course.done_ytd_yuan(period)) if plan else "",
        kind if slow else "",
        "示例：请有关单位协调" if slow else "",
        "",
        "示例数据",
    ]


def task_row(period: Period, item_id: str, name: str, unit: str) -> list[str]:
    """Return a task's row: the year's work, which starts anew in January."""
    pace = _chance(item_id, Period(period.year, 1), "pace").uniform(0.75, 1.15)
    own = _chance(item_id + unit, period, "unit").uniform(-3, 3)
    percent = round(min(100, max(0, period.month * 100 / MONTHS * pace + own)))
    said = "示例：按计划推进"
    row = [str(period), ItemKind.TASK.value, item_id, name, unit, f"{percent}%", "", said, ""]
    return [*row, "示例人员", "", "", "", "", "", "示例数据"]


def _like(course: Course, row: dict[Hashable, Any]) -> Course:
    """Give a made-up course the plan's own total investment, or none where it is not disclosed.

    It has begun: the plan states no start, so one that waits would be held against the schedule.
    """
    total = row[Projects.TOTAL_YUAN]
    start = min(course.start, _BEGUN)
    return replace(course, total_yuan=None if pd.isna(total) else int(total), start=start)


def _step(percent: float) -> str:
    return next((said for below, said in _STEPS if percent < below), "示例：设备安装与收尾")


def _chance(item_id: str, period: Period, purpose: str) -> Random:
    return Random(f"{item_id} {period} {purpose}")  # noqa: S311 - an illustration hides nothing
