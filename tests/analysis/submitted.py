"""Submissions written as a few cells each: what is not said is empty."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd

from analysis import calendar_tables
from analysis.gallery import exhibits
from analysis.metrics import progress
from analysis.views.supervision import Watched
from domain.columns import Assignments, ItemKind, Reports, Submissions
from domain.periods import Period, between
from domain.problems import Doing, Entries, Problem, ProblemType, Step
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from tests.engines import made

RULES = RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
LIGHTS = RULES.lights
TEXT = ("period", "item_kind", "item_id", "responsible_unit", "progress_text", "received_on")
WHOLE = (
    "percent_done_ppm",
    "done_total_yuan",
    "year_plan_yuan",
    "done_ytd_yuan",
    "version",
    "uploads",
)


def submissions(*rows):
    """One row per (month, item, unit, what it says); items named T… are tasks, others projects."""
    said = [
        {
            Reports.PERIOD: period,
            Reports.KIND: "任务" if item.startswith("T") else "项目",
            Reports.ITEM_ID: item,
            Reports.RESPONSIBLE_UNIT: unit,
            Reports.VERSION: 1,
            Submissions.UPLOADS: 1,
            Submissions.RECEIVED_ON: f"{period}-20",
            **cells,
        }
        for period, item, unit, cells in rows
    ]
    table = pd.DataFrame(said, columns=[*TEXT, *WHOLE])
    return table.astype({**dict.fromkeys(TEXT, "str"), **dict.fromkeys(WHOLE, "Int64")})


def items(*numbers):
    """The items of the plan with these numbers, each named by its own."""
    listed = [("任务" if n.startswith("T") else "项目", n, f"名{n}") for n in numbers]
    return pd.DataFrame(listed, columns=["item_kind", "item_id", "item_name"], dtype="str")


def judged(table):
    """Progress by item of these submissions, no unit leading."""
    nobody = pd.DataFrame(columns=[name.value for name in Assignments], dtype="str")
    return progress.by_item(table, nobody, Rulebook((RULES,)))


def standing(table, period):
    """Where every item of these submissions stands."""
    return progress.standing(judged(table), items(*sorted(set(table.item_id))), period)


def months(**due):
    """The months due on these days: ``m09="2026-09-25"``."""
    days = {Period(2026, int(name[1:])): day for name, day in due.items()}
    return calendar_tables.reporting_months(days)


NOON = datetime(2026, 9, 1, 4, tzinfo=UTC)


def a_problem(number, kind, owner, *, raised, due=None, closed=None, item="P03", **more):
    """A problem of the ledger, about P03 unless told."""
    about = None if item is None else ItemKind.PROJECT
    entries = Entries(f"问题{number}", kind, owner, due, kind=about, item_id=item)
    steps = (Step(Doing.RAISE, entries.what, "甲", NOON),)
    one = Problem(number, entries, "甲", raised, frozenset(), steps, number, closed_on=closed)
    return replace(one, **more)


PROBLEMS = tuple(
    a_problem(number, kind, unit, raised=date(2026, 10 - number, 3))
    for number, (kind, unit) in enumerate(
        zip(ProblemType, ("财政局", "高新股份公司") * 3, strict=False), start=1
    )
)


def watch(board, period):
    """A look at a board of made-up days of receipt on the first of November 2026.

    One with reports has made-up problems too.
    """
    due = {month: f"{month}-25" for month in between(period.earlier(12), period)}
    submitted, first = made.submitted(board.reports), board.periods[0] if board.periods else None
    problems = PROBLEMS if board.periods else ()
    return Watched(board, submitted, "2026-11-01", due, first=first, problems=problems)


CHARTS = exhibits(watch)
