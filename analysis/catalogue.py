"""Every metric table under the name the command line calls it by."""

from collections.abc import Callable

import pandas as pd

from analysis.board import Board
from analysis.views import carrying, comparison, money, past, schedule
from domain.columns import ItemKind
from domain.periods import Period

METRICS: dict[str, Callable[[Board, Period], pd.DataFrame]] = {
    "overview": lambda board, period: board.overview(period),
    "investment-by-chain": lambda board, period: board.investment(period),
    "investment-by-phase": lambda board, _: money.by_phase(board),
    "investment-by-phase-and-chain": lambda board, _: money.by_phase_and_chain(board),
    "projects-by-investment": money.ranked,
    "concentration": money.concentration,
    "completion-by-project": schedule.by_project,
    "plan-and-delivery": schedule.by_month,
    "compared": schedule.compared,
    "changed-investment": comparison.since_month_before,
    "completion-by-chain": lambda board, period: board.completion(period),
    "task-load": lambda board, _: board.load,
    "task-load-by-section": lambda board, _: board.load_by_section,
    "task-load-by-state": carrying.load_by_state,
    "projects-by-unit": carrying.projects_by_state,
    "projects-by-unit-and-chain": lambda board, _: carrying.projects_by_chain(board),
    "tasks-shared": lambda board, _: carrying.pairs(board),
    "load-and-reporting": lambda board, period: carrying.reporting_and_load(
        board, period, ItemKind.TASK
    ),
    "projects-and-reporting": lambda board, period: carrying.reporting_and_load(
        board, period, ItemKind.PROJECT
    ),
    "lights-of-tasks": lambda board, _: past.lights_by_period(board, ItemKind.TASK),
    "lights-of-projects": lambda board, _: past.lights_by_period(board, ItemKind.PROJECT),
    "own-pace": past.paces,
    "progress": lambda board, period: board.standing(period),
    "progress-over-time": lambda board, _: board.by_item,
    "progress-of-units": lambda board, _: board.series["units"],
    "progress-of-unit-projects": lambda board, _: board.series["unit_projects"],
    "progress-of-chains": lambda board, _: board.series["chains"],
    "reporting": lambda board, period: board.reporting(period),
    "reports-owed": lambda board, period: board.owed(period),
}
