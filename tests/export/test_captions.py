"""What stands around a chart names the rule that judged the month shown."""

from dataclasses import replace

import pytest

from domain.periods import Period
from domain.rules import ScheduleRule
from export import captions
from texts import catalogue

JULY = Period(2026, 7)


@pytest.fixture
def changed(plan):
    """The delivered plan with other rules since July."""
    lights = plan.light_presets[1]
    since = replace(
        plan.rulebook.at(JULY),
        name=lights.name,
        english=lights.english,
        effective=JULY,
        schedule=ScheduleRule.DAYS,
        yellow_below=lights.yellow_below,
        red_below=lights.red_below,
    )
    return replace(plan, rulebook=plan.rulebook.with_set(since))


def test_a_past_month_names_the_rule_of_its_time(plan, changed, t):
    said = captions.rule(t, changed, Period(2026, 6))
    assert said == captions.rule(t, plan, Period(2026, 6))
    assert said == (
        "默认规则：与序时进度相比，差距不超过 5 个百分点为绿灯，超过 5 个为黄灯，超过 15 个为红灯；"
        "完成为蓝，未到计划开工时间的不判定，与未报同为灰。序时进度＝当年已过月数÷12。"
    )


def test_a_rule_that_came_later_says_since_when_it_holds(changed):
    assert captions.rule(catalogue("zh"), changed, JULY) == (
        "银川2025：与序时进度相比，差距不超过 10 个百分点为绿灯，超过 10 个为黄灯，"
        "超过 30 个为红灯；完成为蓝，未到计划开工时间的不判定，与未报同为灰。"
        "序时进度＝当年已过天数÷全年天数。"
        "2026年7月起按此判定，此前各月仍按当时的规则。"
    )
    assert captions.rule(catalogue("en"), changed, JULY).endswith(
        "days of the year. In force since Jul 2026; each earlier month is judged by the rule of its"
        " time."
    )
