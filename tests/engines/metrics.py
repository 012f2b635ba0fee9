"""Every metric in one table, each fed by the tables above it on the same engine."""

from analysis import plan_tables
from analysis.metrics import investment, load, overview, progress, reporting, series
from domain.columns import ItemKind
from domain.rules import LightRule, ScheduleRule

MONTHS = ScheduleRule.MONTHS
LIGHTS = LightRule("默认", yellow_below=-5, red_below=-15)
UNIT, SECTION = "财政局", "(四)加快推动经济高质量发展"

# Name of the result: how it is worked out of the ledger's tables `t`, for the month `month`.
METRICS = {
    "progress.items": lambda t, _: progress.items(t["projects"], t["tasks"]),
    "progress.by_item": lambda t, _: progress.by_item(
        t["reports"], t["assignments"], MONTHS, LIGHTS
    ),
    "progress.by_item by days": lambda t, _: progress.by_item(
        t["reports"], t["assignments"], ScheduleRule.DAYS, LIGHTS
    ),
    "progress.standing": lambda t, month: progress.standing(
        t["progress.by_item"], t["progress.items"], month
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
    "series.of_units": lambda t, _: series.of_units(t["reports"], MONTHS),
    "series.of_chains": lambda t, _: series.of_chains(t["progress.by_item"], t["projects"]),
    "overview.key_figures": lambda t, _: overview.key_figures(
        t["projects"], t["progress.standing"], t["reporting.owed"], schedule_percent=250 / 3
    ),
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
    }


def worked_out(tables, month):
    """Every metric by name, as tables of the engine that ``tables`` are of."""
    t = dict(tables)
    for name, metric in METRICS.items():
        t[name] = metric(t, month)
    return {name: t[name] for name in METRICS}
