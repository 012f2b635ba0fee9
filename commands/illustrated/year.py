"""An illustrative year: the plan's own projects and tasks over 13 months, each day made up too.

It has a ledger of its own whose entries bear the made-up days, so that late reports and looking
back to a day can be tried; every sheet carries the mark of illustrative data.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from commands.illustrated.course import PERIODS, Course
from commands.illustrated.progress import HEADER, project_row, task_pairs, task_row
from commands.illustrated.projects import HEADER as PROJECTS_HEADER
from commands.illustrated.projects import as_written
from commands.illustrated.sheet import csv_of
from commands.illustrated.turns import Correction, Row, Script
from domain.columns import Assignments, Projects, Tasks
from domain.periods import Period
from store.intake import Sheet
from store.readable import SHANGHAI
from store.tables import Tables

FILE = "samples/year.toml"
_HOUR = 16
_TASKS_HEADER = (
    "任务编号,章节,任务名称,分项措施,责任单位,牵头单位,完成时限,责任单位原句,任务原文,备注"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A sheet, the moment it came, and the reason where it moves a target."""

    sheet: Sheet
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Year:
    """The made-up year of one plan; ``now`` holds the tables as they were delivered."""

    script: Script
    now: Tables

    @property
    def is_of_this_plan(self) -> bool:
        """Tell whether every project of the plan has a made-up course."""
        return set(self.now.projects[Projects.ID]) <= set(self.script.courses)

    @property
    def months(self) -> tuple[Period, ...]:
        """The months that are reported, oldest first."""
        return PERIODS[-self.script.months :]

    def sent(self) -> Iterator[Sent]:
        """Yield everything that came in the year, oldest first."""
        moved, begins = self.script.moved, self.script.begins
        yield Sent(Sheet(self._projects(moved=False), "projects-year.csv"), begins)
        yield Sent(Sheet(self._tasks(), "tasks-year.csv"), begins)
        later = Sheet(self._projects(moved=True), "projects-year-moved.csv")
        of_months = [one for period in self.months for one in self._of_month(period)]
        every = [*of_months, Sent(later, moved["at"], moved["reason"])]
        yield from sorted(every, key=lambda one: one.at)

    def planned(self, period: Period) -> Iterator[Row]:
        """Yield the rows of a month as they would be if nothing turned."""
        projects, assignments = self.now.projects, self.now.assignments
        first = assignments[assignments[Assignments.POSITION] == 1]
        units = dict(
            zip(first[Assignments.TASK_ID], first[Assignments.RESPONSIBLE_UNIT], strict=True)
        )
        for row in projects.to_dict("records"):
            item_id, name = str(row[Projects.ID]), str(row[Projects.NAME])
            unit = units[row[Projects.SOURCE_TASK]]
            yield self._with_problem(project_row(period, item_id, name, unit, self._course(row)))
        for task, name, unit in task_pairs(self.now.tasks, assignments):
            yield self._with_problem(task_row(period, task, name, unit))

    def _with_problem(self, row: Row) -> Row:
        for one in self.script.stated:
            row = one.said_in(row)
        return row

    def _of_month(self, period: Period) -> Iterator[Sent]:
        """Yield what came for a month: from all units at once, but for those that came apart.

        A row with a slip in it is sent again alone.
        """
        right = list(self._rows(period))
        slips = [one for one in self.script.corrections if one.period == period]
        rows = [_as_first_sent(row, slips) for row in right]
        apart = {
            one["unit"]: one["day"] for one in self.script.apart if one["period"] == str(period)
        }
        together = [row for row in rows if row[4] not in apart]
        yield _sent(together, period, self.script.in_time_day)
        for unit, day in apart.items():
            yield _sent([row for row in rows if row[4] == unit], period, day, f"-{unit}")
        for slip in slips:
            again = csv_of(HEADER, [row for row in right if slip.touches(row)])
            yield Sent(Sheet(again, f"progress-year-{period}-{slip.unit}-更正.csv"), slip.at)

    def _rows(self, period: Period) -> Iterator[Row]:
        """Yield the rows of a month as they turned out; the month before may have turned too."""
        turns = [turn for turn in self.script.turns if turn.period == period]
        before = {_line(row): row for row in self._rows(period.earlier(1))} if turns else {}
        for row in self.planned(period):
            turned: Row | None = row
            for turn in turns:
                if turned is not None and turn.touches(turned):
                    turned = turn.change(turned, before.get(_line(turned), turned))
            if turned is not None:
                yield turned

    def _course(self, row: dict[Hashable, Any]) -> Course:
        """Return the made-up course with the plan's own total, or none where it discloses none."""
        total = row[Projects.TOTAL_YUAN]
        known = None if pd.isna(total) else int(total)
        return replace(self.script.courses[str(row[Projects.ID])], total_yuan=known)

    def _projects(self, *, moved: bool) -> bytes:
        """Return the plan's projects with made-up people and days; later one finish is put off."""
        leaders, officers = self.script.leaders, self.script.officers
        rows: list[Row] = []
        for place, row in enumerate(self.now.projects.to_dict("records")):
            course = self._course(row)
            if moved and row[Projects.ID] == self.script.moved["item"]:
                course = replace(course, months=course.months + self.script.moved["months"])
            told = {
                Projects.LEADER.value: leaders[place % len(leaders)],
                Projects.SERVICE_OFFICER.value: officers[place % len(officers)],
                Projects.PLANNED_START.value: str(course.starts_in()),
                Projects.PLANNED_FINISH.value: str(course.finishes_in()),
                Projects.REMARK.value: "示例数据",
            }
            rows.append(as_written({**row, **told}))
        return csv_of(PROJECTS_HEADER, rows)

    def _tasks(self) -> bytes:
        """Return the plan's tasks with made-up due months for some of them."""
        rows: list[Row] = []
        for row in self.now.tasks.to_dict("records"):
            due = self.script.due.get(str(row[Tasks.ID]), "")
            made = {**row, Tasks.DUE.value: due, Tasks.REMARK.value: "示例数据"}
            rows.append(["" if pd.isna(made[name]) else str(made[name]) for name in Tasks])
        return csv_of(_TASKS_HEADER, rows)


def script(data: Path) -> Script:
    """Read the script of the made-up year from the folder of the delivered plan.

    Raises:
        OSError: when the plan comes without one.
    """
    return Script.parse((data / FILE).read_text("utf-8"))


def _sent(rows: list[Row], period: Period, day: int, of_unit: str = "") -> Sent:
    on = date(period.year, period.month, day)
    at = datetime(on.year, on.month, on.day, _HOUR, tzinfo=SHANGHAI)
    return Sent(Sheet(csv_of(HEADER, rows), f"progress-year-{period}{of_unit}.csv"), at)


def _as_first_sent(row: Row, slips: list[Correction]) -> Row:
    for slip in slips:
        row = slip.slipped(row)
    return row


def _line(row: Row) -> tuple[str, str]:
    return row[2], row[4]
