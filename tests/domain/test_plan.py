"""plan.toml says everything about the zone, and says it once."""

import ast

from domain import plan as plans
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
    assert (other.light_rule.red_below, other.schedule_rule.value) == (-30, "days")


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
