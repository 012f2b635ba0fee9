"""plan.toml says everything about the zone, and says it once."""

import ast
from dataclasses import replace

import pytest

from domain import plan as plans
from domain.periods import Period
from domain.rules import ScheduleRule
from tests.conftest import ROOT

OTHER = """
[plan]
zone = "某开发区"
zone_english = "Some Zone"
title = "某方案"
title_english = "Some plan"
document = "某发〔2026〕1号"
issued_on = 2026-01-05
published_on = 2026-01-06
coordinating_unit = "甲局"
supervising_unit = "乙办"
[reporting]
first_period = "2026-01"
due_day = 5
[rules]
schedule = "days"
light_rule = "宽"
[[rules.lights]]
name = "宽"
yellow_below = -10
red_below = -30
[[rules.lights]]
name = "严"
english = "Strict"
yellow_below = -2.5
red_below = -8
[[chain]]
name = "新材料"
[[responsible_unit]]
name = "甲局"
also = ["开发区甲局"]
"""


def test_the_plan_names_eleven_units_and_four_chains(plan):
    assert len(plan.responsible_units) == 11
    assert plan.chain_names == ("动力电池与新能源汽车", "生命科学与生物技术", "航空航天", "大数据")


def test_every_spelling_leads_to_one_unit_or_chain(plan):
    assert plan.responsible_unit("区经济发展局") == "经济发展局"
    assert plan.chain("生命科学和生物技术") == "生命科学与生物技术"
    assert plan.responsible_unit("人力资源部") is None  # it supervises, it owns no task
    spellings = [word for unit in plan.responsible_units for word in unit.spellings]
    assert len(spellings) == len(set(spellings))


def test_another_zone_needs_another_file_only():
    other = plans.parse(OTHER)
    assert other.responsible_unit("开发区甲局") == "甲局"
    (rules,) = other.rulebook.sets
    assert (rules.name, rules.red_below, rules.schedule.value, rules.due_day) == (
        "宽",
        -30,
        "days",
        5,
    )
    assert (rules.effective, rules.stagnant_periods, rules.spread_points) == (
        other.first_period,
        2,
        10,
    )
    assert [one.name for one in other.light_presets] == ["宽", "严"]


def stating(*lines):
    """plan.toml of the other zone with later sets of rules, or other entries of the first."""
    return OTHER.replace("[[chain]]", "\n".join(lines) + "\n[[chain]]")


def test_a_later_set_of_rules_says_what_changes_and_keeps_the_rest():
    text = stating(
        "[[rules.set]]",
        'effective = "2026-09"',
        "stagnant_periods = 3",
        "[[rules.set]]",
        'effective = "2026-04"',
        'light_rule = "严"',
        "due_day = 20",
    ).replace('light_rule = "宽"', 'light_rule = "宽"\nspread_points = 7.5')
    first, april, september = plans.parse(text).rulebook.in_order
    assert (april.effective, april.name, april.english) == (Period(2026, 4), "严", "Strict")
    assert april.judging == (ScheduleRule.DAYS, -2.5, -8)
    assert (first.due_day, april.due_day, september.due_day) == (5, 20, 20)
    assert september == replace(april, effective=Period(2026, 9), stagnant_periods=3)
    assert {first.spread_points, september.spread_points} == {7.5}


@pytest.mark.parametrize(
    "lines",
    [
        ['effective = "2026-01"'],  # the month of the first set
        ['effective = "2025-12"'],
        ['effective = "2026年4月"'],
        ["effective = 202604"],
        ['effective = "2026-04"', 'light_rule = "没有这一条"'],
        ['effective = "2026-04"', 'schedule = "weeks"'],
        ['effective = "2026-04"', "due_day = 32"],
        ['effective = "2026-04"', 'due_day = "25"'],
        ['effective = "2026-04"', "due_day = 2.5"],
        ['effective = "2026-04"', "stagnant_periods = 0"],
        ['effective = "2026-04"', "stagnant_periods = true"],
        ['effective = "2026-04"', "spread_points = nan"],
    ],
)
def test_a_set_of_rules_that_cannot_be_is_refused(lines):
    with pytest.raises(ValueError):  # noqa: PT011 - which entry is said differs
        plans.parse(stating("[[rules.set]]", *lines))


def test_a_set_of_rules_without_its_month_is_refused():
    with pytest.raises(KeyError, match="effective"):
        plans.parse(stating("[[rules.set]]", "due_day = 20"))


def test_nothing_of_the_first_customer_stands_in_code():
    words = ("新乡", "Xinxiang", "经济发展局", "黄河", "关堤")
    rooms = ("domain", "texts", "ingest", "analysis", "store", "export", "ui", "commands", "pages")
    for file in (file for room in rooms for file in (ROOT / room).rglob("*")):
        if file.suffix in {".py", ".toml", ".js"}:
            said = without_docstrings(file) if file.suffix == ".py" else file.read_text("utf-8")
            assert not [word for word in words if word in said], file


def without_docstrings(file):
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            body[0] = ast.Pass()
    return ast.unparse(tree)
