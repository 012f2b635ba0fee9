from datetime import date
from pathlib import Path

import pytest

from domain.columns import Capacity, ItemKind, Projects
from domain.periods import Period
from domain.plan import parse
from ingest.assignments import assignments_of
from ingest.context import Context, registry_of
from ingest.reading import read
from ingest.report import SheetKind, Verdict
from ingest.template import template

DATA = Path(__file__).parents[2] / "data"
PLAN = parse((DATA / "plan.toml").read_text("utf-8"))
EMPTY = Context(PLAN, date(2026, 11, 22))


@pytest.fixture(scope="module")
def projects():
    return read((DATA / "projects.csv").read_bytes(), "projects.csv", EMPTY)


@pytest.fixture(scope="module")
def tasks():
    return read((DATA / "tasks.csv").read_bytes(), "tasks.csv", EMPTY)


def test_the_delivered_projects_read_without_any_finding(projects):
    assert (projects.kind, projects.verdict) == (SheetKind.PROJECTS, Verdict.ACCEPT)
    assert projects.findings == ()
    assert len(projects.frame) == 10


def test_four_projects_state_155_5_yi_and_six_state_nothing(projects):
    total = projects.frame[Projects.TOTAL_YUAN]
    assert total.sum() == 15_550_000_000
    assert total.isna().sum() == 6


def test_the_delivered_tasks_read_without_any_finding(tasks):
    assert (tasks.kind, tasks.verdict, tasks.findings) == (SheetKind.TASKS, Verdict.ACCEPT, ())
    assert len(tasks.frame) == 10


def test_ten_tasks_make_52_pairs_and_none_is_said_to_lead(tasks):
    pairs = assignments_of(tasks.frame)
    assert len(pairs) == 52
    assert set(pairs["capacity"]) == {Capacity.FIRST_NAMED, Capacity.JOINT}
    assert pairs.groupby("responsible_unit").size().to_dict() == {
        "经济发展局": 8,
        "科学技术局": 8,
        "服务业促进局": 8,
        "国土规划建设管理局": 7,
        "高新投资发展有限公司": 5,
        "财政局": 4,
        "关堤乡": 4,
        "社会事务局": 4,
        "综合监管和执法局": 2,
        "市场监管工作领导小组": 1,
        "振中街道": 1,
    }


def test_a_project_without_units_takes_those_of_its_source_task(projects, tasks):
    items = registry_of(projects.frame, tasks.frame)
    assert len(items) == 20
    assert items["P10"].responsible_units == items["T06"].responsible_units


def test_the_template_expects_one_row_per_pair_and_per_project(projects, tasks):
    items = registry_of(projects.frame, tasks.frame)
    sheet = template(PLAN, items, Period(2026, 10))
    report = read(sheet, "template.csv", Context(PLAN, date(2026, 11, 22), items))
    assert report.frame["item_kind"].value_counts().to_dict() == {
        ItemKind.TASK: 52,
        ItemKind.PROJECT: 10,
    }
    assert {finding.code for finding in report.findings} == {"W_MISSING_VALUE"}
