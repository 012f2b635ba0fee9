"""An illustrative year: the plan's own projects and tasks over 13 months, each day made up too.

It has a ledger of its own whose entries bear the made-up days, so that late reports and looking
back to a day can be tried; every sheet carries the mark of illustrative data.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pandas as pd

from commands.illustrated.course import PERIODS, Course
from commands.illustrated.progress import HEADER, project_row, task_pairs, task_row
from commands.illustrated.projects import HEADER as PROJECTS_HEADER
from commands.illustrated.projects import as_written
from commands.illustrated.sheet import csv_of
from commands.illustrated.turns import LATE_PERIOD, LATE_UNIT, SHIFTED_UNIT, TURNS, Row
from domain.columns import Assignments, Projects, Tasks
from domain.money import YUAN_PER_YI
from domain.periods import Period
from store.intake import Sheet
from store.readable import SHANGHAI
from store.tables import Tables

MONTHS_SHOWN = PERIODS[-13:]  # the same month of the year before among them
BEGINS = datetime(2025, 10, 9, 9, tzinfo=SHANGHAI)
_MOVED = datetime(2026, 6, 10, 10, tzinfo=SHANGHAI)  # the day a finish is put off
_COURSES = {  # total in 亿元 where the plan states none stays empty; months count from 2023-11
    "P01": Course(110 * YUAN_PER_YI, 10, 40, 1.0),
    "P02": Course(205 * YUAN_PER_YI // 10, 16, 30, 1.1),
    "P03": Course(15 * YUAN_PER_YI, 18, 24, 1.6),
    "P04": Course(10 * YUAN_PER_YI, 12, 24, 1.0),
    "P05": Course(None, 22, 30, 1.0),
    "P06": Course(None, 20, 24, 1.0),
    "P07": Course(None, 20, 20, 1.0),
    "P08": Course(None, 24, 20, 1.0),
    "P09": Course(None, 24, 26, 1.2),
    "P10": Course(None, 18, 22, 0.9),
}
_LEADERS = ("示例领导甲", "示例领导乙", "示例领导丙")
_OFFICERS = ("示例专员甲", "示例专员乙", "示例专员丙", "示例专员丁")
_DUE = {"T02": "2026-12", "T08": "2027-06", "T10": "2026-06"}  # made up: the plan states none
_TASKS_HEADER = (
    "任务编号,章节,任务名称,分项措施,责任单位,牵头单位,完成时限,责任单位原句,任务原文,备注"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A sheet, the moment it came, and the reason where it moves a target."""

    sheet: Sheet
    at: datetime
    reason: str = ""


def sent(now: Tables) -> Iterator[Sent]:
    """Yield everything that came in the year, oldest first; ``now`` holds the delivered plan."""
    yield Sent(Sheet(_projects(now.projects, moved=False), "projects-year.csv"), BEGINS)
    tasks = Sheet(_tasks(now.tasks), "tasks-year.csv")
    yield Sent(tasks, BEGINS + timedelta(hours=1))
    table_is_moved = False
    for period in MONTHS_SHOWN:
        for one in _of_month(now, period):
            if one.at > _MOVED and not table_is_moved:
                moved = Sheet(_projects(now.projects, moved=True), "projects-year-2026-06.csv")
                yield Sent(moved, _MOVED, "示例：土地，征收较计划晚半年")
                table_is_moved = True
            yield one


def _of_month(now: Tables, period: Period) -> Iterator[Sent]:
    """Yield what came for a month: all units by the 23rd, but for those that came otherwise."""
    rows = list(_rows(now, period))
    apart = {LATE_UNIT: 30, SHIFTED_UNIT: 28} if period == LATE_PERIOD else {}
    in_time = [row for row in rows if row[4] not in apart]
    yield _sent(in_time, period, date(period.year, period.month, 23))
    for unit, day in sorted(apart.items(), key=lambda pair: pair[1]):
        of_unit = [row for row in rows if row[4] == unit]
        yield _sent(of_unit, period, date(period.year, period.month, day), f"-{unit}")


def _sent(rows: list[Row], period: Period, day: date, of_unit: str = "") -> Sent:
    raw = csv_of(HEADER, rows)
    at = datetime(day.year, day.month, day.day, 16, tzinfo=SHANGHAI)
    return Sent(Sheet(raw, f"progress-year-{period}{of_unit}.csv"), at)


def _rows(now: Tables, period: Period) -> Iterator[Row]:
    """Yield the rows of a month as they turned out; what was a month before may have turned too."""
    before = {_line(row): row for row in _rows(now, period.earlier(1))} if _may_turn(period) else {}
    for row in planned(now, period):
        turned: Row | None = row
        for turn in TURNS:
            if turned is not None and turn.touches(turned):
                turned = turn.change(turned, before.get(_line(turned), turned))
        if turned is not None:
            yield turned


def _may_turn(period: Period) -> bool:
    return any(turn.period == period for turn in TURNS)


def _line(row: Row) -> tuple[str, str]:
    return row[2], row[4]


def planned(now: Tables, period: Period) -> Iterator[Row]:
    """Yield the rows of a month as they would be if nothing turned."""
    names = dict(zip(now.projects[Projects.ID], now.projects[Projects.NAME], strict=True))
    first = now.assignments[now.assignments[Assignments.POSITION] == 1]
    units = dict(zip(first[Assignments.TASK_ID], first[Assignments.RESPONSIBLE_UNIT], strict=True))
    sources = dict(zip(now.projects[Projects.ID], now.projects[Projects.SOURCE_TASK], strict=True))
    for item_id, course in _COURSES.items():
        yield project_row(period, item_id, names[item_id], units[sources[item_id]], course)
    for task, name, unit in task_pairs(now.tasks, now.assignments):
        yield task_row(period, task, name, unit)


def _projects(delivered: pd.DataFrame, *, moved: bool) -> bytes:
    """Return the plan's projects with made-up people and days; what it does not disclose stays so.

    Later the finish of P03 is put off.
    """
    rows: list[Row] = []
    for place, row in enumerate(delivered.to_dict("records")):
        course = _COURSES[str(row[Projects.ID])]
        late = moved and row[Projects.ID] == "P03"
        course = replace(course, months=course.months + 6) if late else course
        told = {
            Projects.LEADER.value: _LEADERS[place % len(_LEADERS)],
            Projects.SERVICE_OFFICER.value: _OFFICERS[place % len(_OFFICERS)],
            Projects.PLANNED_START.value: str(course.starts_in()),
            Projects.PLANNED_FINISH.value: str(course.finishes_in()),
            Projects.REMARK.value: "示例数据",
        }
        rows.append(as_written({**row, **told}))
    return csv_of(PROJECTS_HEADER, rows)


def _tasks(delivered: pd.DataFrame) -> bytes:
    """Return the plan's tasks with made-up due months for three of them."""
    rows: list[Row] = []
    for row in delivered.to_dict("records"):
        told = {Tasks.DUE.value: _DUE.get(str(row[Tasks.ID]), ""), Tasks.REMARK.value: "示例数据"}
        made = {**row, **told}
        rows.append(["" if pd.isna(made[name]) else str(made[name]) for name in Tasks])
    return csv_of(_TASKS_HEADER, rows)
