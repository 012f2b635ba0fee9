"""What stands around a chart names the rule that judged the month shown."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.gallery import EXHIBITS
from domain.periods import Period
from domain.rules import ScheduleRule
from export import captions
from texts import catalogue

JULY = Period(2026, 7)
LAST_OF_JULY, FIRST_OF_AUGUST = date(2026, 7, 31), date(2026, 8, 1)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("zh", date(2026, 7, 9), "截至2026年7月9日"),
        ("zh", LAST_OF_JULY, "截至2026年7月底"),
        ("zh", FIRST_OF_AUGUST, "截至2026年7月底"),
        ("en", date(2026, 7, 9), "as of 2026-07-09"),
    ],
)
def test_a_month_that_is_not_over_reaches_to_the_day_of_the_reader(
    illustrated_board, language, day, said
):
    t = catalogue(language)
    assert captions.as_of(t, illustrated_board, JULY, today=day) == said
    drawn = captions.caption(
        EXHIBITS["gaps"], illustrated_board, JULY, t, today=day, illustrative=False
    )
    assert drawn.as_of == said


def test_a_chart_of_the_plan_itself_is_of_no_month(illustrated_board):
    t, chart = catalogue("zh"), EXHIBITS["investment"]
    said = {
        captions.caption(chart, illustrated_board, JULY, t, today=day, illustrative=False).as_of
        for day in (date(2026, 7, 9), FIRST_OF_AUGUST)
    }
    assert len(said) == 1


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
