"""What stands beside the figures of a card."""

from dataclasses import replace

import pytest

from analysis.card import Card
from analysis.charts.words import Words
from domain.columns import ItemKind
from domain.periods import Period
from texts import catalogue
from ui import card_facts

OCTOBER = Period(2026, 10)


@pytest.mark.parametrize(
    ("light", "said"),
    [
        ("green", "计划完成时间已过 2 个月仍未完成，所以标逾期；灯号只按当年序时进度判定"),
        ("red", "已逾期 2 个月；灯号只按当年序时进度判定"),
    ],
)
def test_an_item_both_on_schedule_and_overdue_says_why(plan, light, said):
    standing = {
        "percent_done": 84.0,
        "spread_points": None,
        "light": light,
        "months_overdue": 2,
        "units_reported": None,
    }
    row = {"lead_unit": None, "section": None, "due": "2026-08"}
    task = Card(ItemKind.TASK, "T01", "甲", row, standing, (), None, ())
    facts = card_facts.of_task(task, OCTOBER, Words(catalogue("zh"), plan))
    _, shown, note = next(fact for fact in facts if fact[0] == "灯号")
    assert shown.endswith("◆逾期")
    assert note.startswith(said)


@pytest.mark.parametrize(("reported", "said"), [(4, "4/5 个责任单位已报"), (5, ""), (None, "")])
def test_a_percent_says_of_how_many_units_it_is_the_mean(plan, reported, said):
    standing = {
        "percent_done": 87.0,
        "spread_points": None,
        "light": "green",
        "months_overdue": 0,
        "units_reported": reported,
        "reported_period": "2026-10",
        "is_current": True,
    }
    row = {"lead_unit": None, "section": None, "due": None}
    task = Card(ItemKind.TASK, "T05", "甲", row, standing, plan.unit_names[:5], None, ())
    facts = card_facts.of_task(task, OCTOBER, Words(catalogue("zh"), plan))
    assert facts[0][1:] == ("87.0%", said)
    led = replace(task, row={**row, "lead_unit": plan.unit_names[0]})
    assert card_facts.of_task(led, OCTOBER, Words(catalogue("zh"), plan))[0][2] == ""
