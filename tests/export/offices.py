"""The small zone of tests/ingest/zone.py as a board and as open data."""

from datetime import UTC, datetime

import pandas as pd

from analysis.board import Board
from domain.columns import Assignments, Projects, Reports, Tasks
from domain.periods import Period
from export.open_data.source import Source
from export.workbooks.about import About
from tests.ingest.zone import PLAN
from texts import catalogue

OCTOBER = Period(2026, 10)
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
_WHOLE = {
    Projects.TOTAL_YUAN,
    Projects.YEAR_PLAN_YUAN,
    Reports.PERCENT_PPM,
    Reports.DONE_TOTAL_YUAN,
    Reports.DONE_YTD_YUAN,
    Reports.VERSION,
    Assignments.POSITION,
}
PIER = {
    "project_id": "X1",
    "project_name": "滨江码头",
    "total_investment_yuan": 1_000_000_000,
    "chain": "船舶与海工",
    "chain_basis": "计划原文",
    "phase": "在建",
    "source_task_id": "R1",
    "responsible_units": "港务局",
}
YARD = {"project_id": "X2", "project_name": "海工基地", "responsible_units": "住建局"}
SHORE = {"task_id": "R1", "task_name": "岸线整治", "responsible_units": "港务局、林业局"}
DONE = {
    "period": "2026-10",
    "item_kind": "项目",
    "item_id": "X1",
    "item_name": "滨江码头",
    "responsible_unit": "港务局",
    "percent_done_ppm": 450_000,
    "done_total_yuan": 250_000_001,
    "year_plan_yuan": 300_000_000,
    "done_ytd_yuan": 240_000_000,
    "progress_text": "桩基完成",
    "reporter": "李明",
    "version": 3,
}


def board(*, projects=(PIER, YARD), tasks=(SHORE,), reports=(DONE,)):
    """Return a board of rows, each with the columns it states; the others are empty."""
    assigned = [
        {"task_id": task["task_id"], "responsible_unit": unit, "position": place}
        for task in tasks
        for place, unit in enumerate(task["responsible_units"].split("、"), 1)
    ]
    return Board(
        PLAN,
        3,
        frame(Projects, projects),
        frame(Tasks, tasks),
        frame(Assignments, [{**one, "capacity": "joint"} for one in assigned]),
        frame(Reports, reports),
    )


def frame(columns, rows):
    """Return rows as the ledger keeps them: text as str, amounts as whole numbers."""
    table = pd.DataFrame(list(rows), columns=[column.value for column in columns])
    whole = [column.value for column in columns if column in _WHOLE]
    types = {name: "Int64" if name in whole else "str" for name in table}
    return table.astype(types)


def about(made=None, *, period=OCTOBER, illustrative=False, language="zh", today=None):
    """Return what a workbook is about."""
    return About(made or board(), period, catalogue(language), illustrative, today or NOON.date())


def source(made=None, *, illustrative=False, shown=frozenset()):
    """Return what open data is made of."""
    one = made or board()
    tables = (one.projects, one.tasks, one.assignments, one.reports)
    return Source(PLAN, one.version, NOON, *tables, illustrative=illustrative, shown=shown)
