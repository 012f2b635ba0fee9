"""Exhibits of who carries what: tasks and projects, how they stand, who works with whom."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import load, load_matrix, partners, together
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.plan_tables import UNASSIGNED
from analysis.views import carrying
from domain.columns import Assignments, ItemKind, Projects, Reports
from domain.periods import Period

MOST_UNITS = 30  # more rows cannot be read in a picture; the rows below the chart hold all


@recently
def task_load(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw tasks per responsible unit."""
    return load.by_unit(board.load.head(MOST_UNITS), words)


@recently
def load_by_state(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw tasks per responsible unit by how they stand, once a task is reported."""
    states = carrying.states(board, period)
    if states.empty or board.reports.empty:
        return None
    return load.by_state(carrying.load_by_state(board, period).head(MOST_UNITS), words)


@recently
def matrix(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw the unit × section matrix."""
    units = board.load[Assignments.RESPONSIBLE_UNIT].tolist()[:MOST_UNITS]
    return load_matrix.by_unit_and_section(board.load_by_section, units, board.sections, words)


@recently
def who_with_whom(board: Board, _: Period, words: Words) -> go.Figure | None:
    """Draw the unit × unit matrix of shared tasks, those who share most beside each other.

    Of one chosen unit its partners are drawn: a matrix of one cell would say nothing.
    """
    if unit := carrying.chosen_alone(board):
        table = carrying.partners(board, unit).head(MOST_UNITS)
        return None if table.empty else partners.of_unit(table, carried_by(board, unit), words)
    units = carrying.side_by_side(board)
    return together.matrix(carrying.pairs(board), units, words) if units else None


@recently
def projects_by_state(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw projects per responsible unit by how they stand, once something is reported."""
    if board.reports.empty or not carrying_projects(board):
        return None
    return load.projects_by_state(_most(carrying.projects_by_state(board, period)), words)


@recently
def projects_matrix(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw the unit × chain matrix of projects, chains without a project left out."""
    table = carrying.projects_by_chain(board)
    if table.empty:
        return None
    units = _most(carrying.projects_by_state(board, period))[Assignments.RESPONSIBLE_UNIT]
    known = set(table[Projects.CHAIN])
    chains = [one for one in (*board.plan.chain_names, UNASSIGNED) if one in known]
    return load_matrix.by_unit_and_chain(table, units.tolist(), chains, words)


def without_partners(board: Board, words: Words) -> str:
    """Say that the one chosen unit carries its tasks alone; empty where that is not so."""
    unit = carrying.chosen_alone(board)
    if unit is None or not carrying.partners(board, unit).empty:
        return ""
    tasks = carried_by(board, unit)
    key = "partners.none" if tasks else "partners.none_carried"
    return words.t(key, unit=words.in_full(unit), tasks=tasks)


def carried_by(board: Board, unit: str) -> int:
    """Count the chosen tasks that a unit carries."""
    rows = board.load[board.load[Assignments.RESPONSIBLE_UNIT] == unit]
    return int(rows[Counted.TASKS].sum())


def measure_of_partners(board: Board, _: Period, words: Words) -> str:
    """Name what is counted: pairs of units, or the partners of the one chosen unit."""
    unit = carrying.chosen_alone(board)
    if unit is None:
        return words.t("figure.together_measure")
    return words.t("partners.measure", unit=words.in_full(unit))


def carrying_projects(board: Board) -> bool:
    """Whether a project names a unit of the plan that answers for it."""
    return not carrying.projects_by_chain(board).empty


def _most(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the units with most projects; one without a project has no row."""
    return table[table[Counted.PROJECTS] > 0].head(MOST_UNITS)


def _state_measure(board: Board, period: Period, words: Words) -> str:
    """Say beside the unit of measure how many of the tasks done have no report of the month."""
    if board.reports.empty:
        return words.t("figure.load_state_measure")
    states = carrying.states(board, period)
    silent = carrying.without_report(board, period, states, ItemKind.TASK)
    done = int(silent[Counted.DONE_TASKS].sum())
    note = words.t("carried.done_silent_tasks", count=done) if done else ""
    return words.noted(words.t("figure.load_state_measure"), note)


def _state_of_projects_measure(board: Board, period: Period, words: Words) -> str:
    """Say also what of the projects done, or not due to begin, has no report of the month."""
    measure = _projects_measure("load_projects")(board, period, words)
    if board.reports.empty:
        return measure
    states = carrying.states_of_projects(board, period)
    shown = states[states[Reports.RESPONSIBLE_UNIT].isin(board.units[Reports.RESPONSIBLE_UNIT])]
    silent = carrying.without_report(board, period, shown, ItemKind.PROJECT)
    counts = {
        "carried.done_silent_projects": int(silent[Counted.DONE_OF_PROJECTS].sum()),
        "carried.before_start_silent": int(silent[Counted.PROJECTS_BEFORE_START].sum()),
    }
    return words.noted(measure, *(words.t(key, count=one) for key, one in counts.items() if one))


def _projects_measure(key: str) -> Callable[[Board, Period, Words], str]:
    """Say beside the unit of measure how many projects name no unit of the plan."""

    def said(board: Board, period: Period, words: Words) -> str:
        counted = int(carrying.projects_by_state(board, period)[Counted.PROJECTS].sum())
        without = len(board.projects) - counted
        note = words.t("figure.projects_without_unit", count=without) if without else ""
        return words.noted(words.t(f"figure.{key}_measure"), note)

    return said


EXHIBITS = (
    Exhibit("load", task_load, of_period=False),
    Exhibit("load_state", load_by_state, measure=_state_measure),
    Exhibit("matrix", matrix, of_period=False),
    Exhibit("load_projects", projects_by_state, measure=_state_of_projects_measure),
    Exhibit("matrix_projects", projects_matrix, measure=_projects_measure("matrix_projects")),
    Exhibit("together", who_with_whom, of_period=False, measure=measure_of_partners),
)
