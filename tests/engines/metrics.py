"""Every metric in one table, each fed by the tables above it on the same engine."""

from dataclasses import replace

import pandas as pd

from analysis import calendar_tables, people, plan_tables, problem_tables
from analysis.metrics import (
    between,
    carried,
    carried_projects,
    charge,
    curve,
    discipline,
    investment,
    lights,
    load,
    overview,
    pace,
    phases,
    portfolio,
    problems,
    progress,
    reporting,
    reporting_board,
    schedule,
    series,
    starting,
    together,
    unit_ranks,
)
from analysis.metrics.warnings import (
    amounts,
    behind,
    disagreeing,
    moving,
    repeating,
    standstill,
    unreported,
)
from domain.columns import ItemKind, Moves
from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from tests.engines import made

RULES = RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
BY_MONTHS = Rulebook((RULES,))
BY_DAYS = Rulebook((replace(RULES, schedule=ScheduleRule.DAYS),))
CHANGED = Rulebook(  # once among the months of the made-up reports, once among the illustrative
    (
        RULES,
        RuleSet("宽", "", Period(2026, 1), ScheduleRule.DAYS, -10.5, -30, due_day=25),
        RuleSet("严", "", Period(2026, 9), ScheduleRule.MONTHS, -2, -8, due_day=25),
    )
)
UNIT, OTHER, SECTION = "财政局", "关堤乡", "(四)加快推动经济高质量发展"
EARLIER = "2026-01"
TODAY = "2026-10-26"
REPORTING_MONTHS = {
    **{Period.parse(month): f"{month}-25" for month in ("2025-12", "2026-01", "2026-02")},
    **{Period.parse(month): f"{month}-26" for month in ("2026-08", "2026-09", "2026-10")},
}
MOVES = [
    ("P01", "total_investment_yuan", "100", "200", "规划调整", "2026-09"),
    ("P02", "planned_finish", "2026-12", None, "用地", "2026-09"),
    ("P03", "planned_finish", "2026-12", "2027-06", "资金", "2026-08"),
]
DUE = [("T01", "2026-08"), ("T02", "2026-12"), ("T07", "2026-06"), ("T09", "2026-09")]
STARTS = [("项目", "P01", "2026-10"), ("项目", "P02", "2027-03"), ("项目", "P04", "2026-09")] + [
    ("项目", f"{number:06}", f"2026-{1 + number % 5:02}") for number in range(0, 200, 3)
]
CHARGES = [("甲", "P01"), ("甲", "P03"), ("乙", "P03"), ("乙", "P08"), ("丙", "P09")]
NODES = [
    ("P01", "finish", "2026-06"),
    ("P01", "start", "2026-11"),
    ("P03", "finish", "2026-12"),
    ("P09", "start", "2026-12"),
    ("P08", "finish", "2027-06"),
]

# Name of the result: how it is worked out of the ledger's tables `t`, for the month `month`.
METRICS = {
    "progress.items": lambda t, _: progress.items(t["projects"], t["tasks"]),
    "progress.by_item": lambda t, _: progress.by_item(t["reports"], t["assignments"], BY_MONTHS),
    "progress.by_item by days": lambda t, _: progress.by_item(
        t["reports"], t["assignments"], BY_DAYS
    ),
    "progress.by_item by changing rules": lambda t, _: progress.by_item(
        t["reports"], t["assignments"], CHANGED
    ),
    "progress.judged": lambda t, _: progress.judged(t["progress.by_item"], CHANGED),
    "progress.standing": lambda t, month: progress.standing(
        t["progress.by_item"], t["progress.items"], month
    ),
    "starting.of_reports": lambda t, _: starting.of_reports(t["progress.by_item"], t["starts"]),
    "starting.of_standing": lambda t, _: starting.of_standing(t["progress.standing"], t["starts"]),
    "starting.in_year": lambda t, month: starting.in_year(
        t["starting.of_standing"], t["starts"], month
    ),
    "starting.in_year of what is judged": lambda t, month: starting.in_year(
        t["progress.standing"], t["starts"], month
    ),
    "investment.by_chain": lambda t, _: investment.by_chain(
        t["projects"], t["progress.standing"], t["chains"]
    ),
    "investment.completion": lambda t, _: investment.completion(
        t["projects"], t["progress.standing"], t["chains"], schedule=250 / 3
    ),
    "investment.without_inferred": lambda t, _: investment.without_inferred(t["projects"]),
    "load.by_unit": lambda t, _: load.by_unit(t["assignments"], t["units"]),
    "load.by_unit_and_section": lambda t, _: load.by_unit_and_section(t["assignments"], t["tasks"]),
    "load.tasks_of": lambda t, _: load.tasks_of(t["assignments"], t["tasks"], unit=UNIT),
    "load.tasks_of a section": lambda t, _: load.tasks_of(
        t["assignments"], t["tasks"], unit=UNIT, section=SECTION
    ),
    "reporting.expected": lambda t, _: reporting.expected(
        t["projects"], t["tasks"], t["assignments"]
    ),
    "reporting.owed": lambda t, month: reporting.owed(t["reporting.expected"], t["reports"], month),
    "reporting.by_unit": lambda t, _: reporting.by_unit(t["reporting.owed"], t["units"]),
    "series.of_items": lambda t, _: series.of_items(
        t["progress.by_item"], t["progress.items"], ItemKind.TASK
    ),
    "series.of_items projects": lambda t, _: series.of_items(
        t["progress.by_item"], t["progress.items"], ItemKind.PROJECT
    ),
    "series.of_units": lambda t, _: series.of_units(t["reports"], BY_MONTHS),
    "series.of_units of tasks": lambda t, _: series.of_units(
        t["reports"], BY_MONTHS, ItemKind.TASK
    ),
    "series.of_unit_projects": lambda t, _: series.of_unit_projects(
        t["progress.by_item"], t["reporting.expected"]
    ),
    "series.of_units by changing rules": lambda t, _: series.of_units(t["reports"], CHANGED),
    "series.middle_half": lambda t, _: series.middle_half(t["series.of_units"]),
    "series.of_chains": lambda t, _: series.of_chains(t["progress.by_item"], t["projects"]),
    "overview.key_figures": lambda t, _: overview.key_figures(
        t["projects"], t["progress.standing"], t["reporting.owed"], schedule_percent=250 / 3
    ),
    "carried.state_of_tasks": lambda t, month: carried.state_of_tasks(
        t["progress.standing"], t["due_items"], month
    ),
    "carried.by_unit": lambda t, _: carried.by_unit(
        t["assignments"], t["carried.state_of_tasks"], t["units"]
    ),
    "carried_projects.state_of_projects": lambda t, month: carried_projects.state_of_projects(
        t["reporting.expected"], t["progress.standing"], t["due_items"], t["starts"], month
    ),
    "carried_projects.by_unit": lambda t, _: carried_projects.by_unit(
        t["carried_projects.state_of_projects"], t["units"]
    ),
    "carried_projects.by_unit_and_chain": lambda t, _: carried_projects.by_unit_and_chain(
        t["reporting.expected"], t["projects"], t["chains"]
    ),
    "together.pairs": lambda t, _: together.pairs(t["assignments"]),
    "together.tasks_of_both": lambda t, _: together.tasks_of_both(
        t["assignments"], t["tasks"], unit=UNIT, other=OTHER
    ),
    "discipline.by_unit": lambda t, month: discipline.by_unit(
        t["units"],
        t["reporting.expected"],
        t["reports"],
        ItemKind.TASK,
        first=EARLIER,
        last=month,
        months=6,
    ),
    "discipline.by_unit of projects": lambda t, month: discipline.by_unit(
        t["units"],
        t["reporting.expected"],
        t["reports"],
        ItemKind.PROJECT,
        first=EARLIER,
        last=month,
        months=6,
    ),
    "overview.key_figures of what is due": lambda t, _: overview.key_figures(
        t["projects"], t["starting.of_standing"], t["reporting.owed"], schedule_percent=250 / 3
    ),
    "lights.by_period of what is due": lambda t, _: lights.by_period(
        t["starting.of_reports"], t["progress.items"], ItemKind.PROJECT
    ),
    "lights.by_period": lambda t, _: lights.by_period(
        t["progress.by_item"], t["progress.items"], ItemKind.TASK
    ),
    "pace.of_items": lambda t, month: pace.of_items(
        t["progress.by_item"], t["progress.items"], month
    ),
    "pace.finishes": lambda t, _: pace.finishes(t["pace.of_items"]),
    "progress.standing before": lambda t, _: progress.standing(
        t["progress.by_item"], t["progress.items"], EARLIER
    ),
    "schedule.same_projects": lambda t, _: schedule.same_projects(
        t["progress.standing"], t["progress.standing before"]
    ),
    "between.done_amounts": lambda t, _: between.done_amounts(t["progress.standing"]),
    "between.done_amounts before": lambda t, _: between.done_amounts(t["progress.standing before"]),
    "between.total_amounts": lambda t, _: between.total_amounts(t["projects"]),
    "between.changes": lambda t, _: between.changes(
        t["between.done_amounts before"], t["between.done_amounts"]
    ),
    "between.changes of the totals": lambda t, _: between.changes(
        t["between.total_amounts"], t["between.done_amounts"]
    ),
    "between.carried": lambda t, month: between.carried(
        t["between.changes"],
        t["progress.standing before"],
        t["progress.standing"],
        since=EARLIER,
        until=month,
    ),
    "between.steps": lambda t, _: between.steps(t["between.changes"]),
    "between.lights": lambda t, _: between.lights(
        t["progress.standing before"], t["progress.standing"]
    ),
    "between.transitions": lambda t, _: between.transitions(t["between.lights"]),
    "portfolio.ranked": lambda t, _: portfolio.ranked(t["projects"], t["progress.standing"]),
    "portfolio.largest": lambda t, _: portfolio.largest(t["portfolio.ranked"], 3),
    "portfolio.concentration": lambda t, _: portfolio.concentration(t["portfolio.ranked"]),
    "phases.by_phase": lambda t, _: phases.by_phase(t["projects"], t["phases"]),
    "phases.by_phase_and_chain": lambda t, _: phases.by_phase_and_chain(
        t["projects"], t["phases"], t["chains"]
    ),
    "schedule.by_project": lambda t, _: schedule.by_project(
        t["projects"], t["starting.in_year of what is judged"]
    ),
    "schedule.by_project of what is due": lambda t, _: schedule.by_project(
        t["projects"], t["starting.in_year"]
    ),
    "schedule.slowest": lambda t, _: schedule.slowest(
        t["schedule.by_project"], 3, schedule=250 / 3
    ),
    "schedule.compared": lambda t, month: schedule.compared(
        [(month, t["overview.key_figures"]), ("2026-08", t["overview.key_figures"])]
    ),
    "curve.by_month": lambda t, month: curve.by_month(t["progress.by_item"], t["months"], month),
    "reporting_board.by_report": lambda t, _: reporting_board.by_report(
        t["reporting.expected"],
        t["submissions"],
        t["reporting_months"],
        first=EARLIER,
        today=TODAY,
    ),
    "reporting_board.by_unit": lambda t, _: reporting_board.by_unit(
        t["reporting_board.by_report"], t["units"], t["reporting_months"]
    ),
    "reporting_board.by_month": lambda t, _: reporting_board.by_month(
        t["reporting_board.by_report"]
    ),
    "unit_ranks.ranked": lambda t, _: unit_ranks.ranked(
        t["reporting.by_unit"], "reporting_percent"
    ),
    "warnings.unreported.missing": lambda t, month: unreported.missing(
        t["reporting_board.by_report"], month, today=TODAY
    ),
    "warnings.unreported.late": lambda t, month: unreported.late(
        t["reporting_board.by_report"], month
    ),
    "warnings.repeating.same_as_last": lambda t, month: repeating.same_as_last(
        t["submissions"], t["progress.items"], month
    ),
    "warnings.standstill.stagnating": lambda t, month: standstill.stagnating(
        t["progress.by_item"], t["progress.items"], month, stagnant_periods=1
    ),
    "warnings.standstill.stagnating of what is due": lambda t, month: standstill.stagnating(
        t["starting.of_reports"], t["progress.items"], month, stagnant_periods=1
    ),
    "warnings.standstill.stagnating over the new year": lambda t, _: standstill.stagnating(
        t["progress.by_item"], t["progress.items"], "2026-02", stagnant_periods=2
    ),
    "warnings.standstill.regressing": lambda t, month: standstill.regressing(
        t["submissions"], t["progress.items"], month
    ),
    "warnings.standstill.regressing over the new year": lambda t, _: standstill.regressing(
        t["submissions"], t["progress.items"], "2026-01"
    ),
    "warnings.behind.behind": lambda t, month: behind.behind(
        t["progress.standing"], month, lights=RULES.lights
    ),
    "warnings.behind.overdue": lambda t, month: behind.overdue(
        t["progress.standing"], t["due_items"], month
    ),
    "warnings.amounts.over_total": lambda t, month: amounts.over_total(
        t["progress.standing"], t["projects"], month
    ),
    "warnings.amounts.measure_suspect": lambda t, month: amounts.measure_suspect(
        t["submissions"], t["progress.items"], month
    ),
    "warnings.disagreeing.units_disagree": lambda t, month: disagreeing.units_disagree(
        t["submissions"], t["progress.items"], month, spread_points=10
    ),
    "warnings.moving.target_moved": lambda t, month: moving.target_moved(
        t["moves"], t["projects"], month
    ),
    "problems.by_type_and_unit": lambda t, _: problems.by_type_and_unit(t["problems"]),
    "problems.by_unit": lambda t, _: problems.by_unit(t["problems"], t["units"]),
    "problems.by_type": lambda t, _: problems.by_type(t["problems"], t["problem_types"]),
    "problems.by_age": lambda t, _: problems.by_age(t["problems"], t["age_bands"]),
    "problems.by_item": lambda t, _: problems.by_item(t["problems"]),
    "charge.due_nodes": lambda t, month: charge.due_nodes(
        t["nodes"], t["progress.standing"], first=month, last="2027-01"
    ),
    "charge.by_project": lambda t, _: charge.by_project(
        t["charges"],
        t["progress.standing"],
        t["reporting_board.by_report"],
        t["problems.by_item"],
        t["charge.due_nodes"],
    ),
    "charge.by_person": lambda t, _: charge.by_person(t["charge.by_project"]),
}


def ledger_tables(board):
    """The pandas tables every metric starts from."""
    return {
        "projects": board.projects,
        "tasks": board.tasks,
        "assignments": board.assignments,
        "reports": board.reports,
        "units": board.units,
        "chains": plan_tables.chains(board.plan),
        "phases": calendar_tables.phases(),
        "months": calendar_tables.months(2026, BY_MONTHS),
        "starts": pd.DataFrame(
            STARTS, columns=["item_kind", "item_id", "planned_start_period"]
        ).astype("str"),
        "due_items": pd.DataFrame(
            [("任务", *one) for one in DUE] + [("项目", "P01", "2026-06")],
            columns=["item_kind", "item_id", "due_period"],
        ).astype("str"),
        "submissions": made.submitted(board.reports),
        "reporting_months": calendar_tables.reporting_months(REPORTING_MONTHS),
        "moves": pd.DataFrame(MOVES, columns=[str(name) for name in Moves], dtype="str"),
        "problems": made.problems(),
        "problem_types": problem_tables.types(),
        "charges": pd.DataFrame(CHARGES, columns=["person", "item_id"], dtype="str"),
        "nodes": pd.DataFrame(NODES, columns=["item_id", people.NODE, "due_period"], dtype="str"),
        "age_bands": problem_tables.bands(),
    }


def worked_out(tables, month, *, settled=lambda table: table):
    """Every metric by name, as tables of the engine that ``tables`` are of.

    ``settled`` may work a table out before the next ones are made of it.
    """
    found = {}
    made_of = _MadeOf(tables, found, settled)
    for name, metric in METRICS.items():
        found[name] = metric(made_of, month)
    return found


class _MadeOf(dict):
    """The ledger's tables, and of those found each that is asked for, settled once."""

    def __init__(self, tables, found, settled):
        super().__init__(tables)
        self._found, self._settled = found, settled

    def __missing__(self, name):
        self[name] = self._settled(self._found[name])
        return self[name]
