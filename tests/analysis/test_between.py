"""Two dates: every item is in one step, and the steps add up to the 元."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.catalogue import METRICS
from analysis.charts import changes, transitions
from analysis.charts import comparison as charts
from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from analysis.exhibits import comparison as exhibits
from analysis.metrics import between
from analysis.metrics.between import Step
from analysis.views import comparison
from analysis.views.comparison import Measure, Moment
from domain.periods import Period
from texts import catalogue

ENDS = ("前", "后")


def listed(amounts):
    table = pd.DataFrame(
        [("项目", item, f"名{item}", amount) for item, amount in amounts.items()],
        columns=["item_kind", "item_id", "item_name", "amount_yuan"],
    )
    return table.astype({"item_kind": "str", "item_id": "str", "item_name": "str"}).astype(
        {"amount_yuan": "Int64"}
    )


def lit(lights):
    rows = [("任务", item, f"名{item}", light) for item, light in lights.items()]
    return pd.DataFrame(rows, columns=["item_kind", "item_id", "item_name", "light"])


BEFORE = {"P1": 100, "P2": 50, "P3": None, "P4": 30, "P5": 7, "P6": 9}
AFTER = {"P1": 160, "P2": 40, "P3": 5, "P4": None, "P5": 7, "P7": 200}


def test_every_item_is_in_one_step():
    table = between.changes(listed(BEFORE), listed(AFTER)).set_index("item_id")
    assert table["step"].to_dict() == {
        "P7": Step.ADDED,
        "P1": Step.ROSE,
        "P4": Step.UNSTATED,
        "P2": Step.FELL,
        "P6": Step.LEFT,
        "P3": Step.STATED,
        "P5": Step.SAME,
    }
    assert table["change_yuan"].tolist() == [200, 60, -30, -10, -9, 5, 0]


def test_the_steps_sum_what_was_what_changed_and_what_is():
    steps = between.steps(between.changes(listed(BEFORE), listed(AFTER)))
    assert steps[["before_yuan", "change_yuan", "after_yuan"]].sum().tolist() == [196, 216, 412]
    assert steps.set_index("step").loc["added", "change_yuan"] == 200


def test_an_item_that_left_keeps_its_old_name():
    table = between.changes(listed({"P1": 1}), listed({})).set_index("item_id")
    assert table.loc["P1", "item_name"] == "名P1"


amounts = st.dictionaries(
    st.sampled_from([f"P{n}" for n in range(9)]),
    st.one_of(st.none(), st.integers(0, 10**14)),
    max_size=9,
)


@given(amounts, amounts)
def test_the_steps_add_up_to_the_difference_exactly(before, after):
    changed = between.changes(listed(before), listed(after))
    was, becomes = (sum(one or 0 for one in side.values()) for side in (before, after))
    assert len(changed) == len({*before, *after})
    assert int(changed["change_yuan"].sum()) == becomes - was
    steps = between.steps(changed)
    assert int(steps["before_yuan"].sum()) + int(steps["change_yuan"].sum()) == becomes


@given(amounts, amounts)
def test_the_bars_of_the_waterfall_join_and_end_at_the_difference(before, after):
    changed = between.changes(listed(before), listed(after))
    rows = charts.rows_of(changed)
    moves = changes.moves(rows, Words(catalogue("zh"), None))
    moved = sum(change for _, _, change in moves)
    assert moved == sum(v or 0 for v in after.values()) - sum(v or 0 for v in before.values())
    assert len({place for place, _, _ in moves}) == len(moves)


def test_lights_that_changed_are_counted_and_so_are_items_of_one_list_only():
    before = lit({"T1": "green", "T2": "red", "T3": "green"})
    after = lit({"T1": "red", "T2": "red", "T4": "done"})
    moved = between.transitions(between.lights(before, after))
    assert moved.to_numpy().tolist() == [
        ["absent", "done", 1],
        ["green", "absent", 1],
        ["green", "red", 1],
        ["red", "red", 1],
    ]


def test_the_date_beside_the_lights_breaks_into_lines_of_like_length(plan):
    lights = ["green", "yellow", "red"]
    moved = pd.DataFrame({"light_before": lights, "light_after": lights, "items": [6, 5, 6]})
    ends = ("2026年9月30日（第 20 版，至9月）", "2026年11月27日（第 21 版，至10月）")
    figure = transitions.lights(moved, ends, Words(catalogue("zh"), plan))
    assert figure.layout.yaxis.title.text == "2026年9月30日（第<br>20 版，至9月）的灯号"


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [("not_due", "red", "↓"), ("not_due", "green", "→"), ("red", "not_due", "→")],
)
def test_what_was_not_due_to_begin_has_got_worse_once_it_is_behind(plan, before, after, sign):
    moved = pd.DataFrame({"light_before": [before], "light_after": [after], "items": [3]})
    figure = transitions.lights(moved, ("八月", "十月"), Words(catalogue("zh"), plan))
    assert figure.data[0].text[0][0] == f"{sign}3"


def test_two_months_of_the_illustrative_ledger(illustrated_board):
    august, october = (Moment(illustrated_board, Period(2026, month)) for month in (8, 10))
    changed = comparison.changes(august, october, Measure.DONE)
    sums = [int(moment.amounts(Measure.DONE)["amount_yuan"].sum()) for moment in (august, october)]
    assert sums[0] + int(changed["change_yuan"].sum()) == sums[1] == 7_985_000_000
    assert comparison.changes(august, october, Measure.TOTAL)["change_yuan"].eq(0).all()
    assert comparison.items_before_and_after(august, october) == {
        "任务": (10, 0, 0, 10),
        "项目": (10, 0, 0, 10),
    }


def test_another_table_of_projects_shows_what_was_added(plan_board, illustrated_board):
    older = Moment(plan_board, Period(2026, 10))
    newer = Moment(illustrated_board, Period(2026, 10))
    table = comparison.steps(older, newer, Measure.DONE)
    assert set(table["step"]) <= {Step.STATED, Step.SAME}
    words = Words(catalogue("zh"), plan_board.plan)
    figure = exhibits.waterfall(older, newer, words, measure=Measure.DONE)
    assert figure.layout.xaxis.title.text == "亿元"
    said = exhibits.measure(older, newer, words, measure=Measure.DONE)
    assert "台账第 2 版" in said
    assert "台账第 5 版" in said


@pytest.mark.parametrize("measure", list(Measure))
def test_nothing_known_on_either_side_draws_nothing(plan_board, measure):
    moment = Moment(plan_board, Period(2026, 10))
    words = Words(catalogue("zh"), plan_board.plan)
    drawn = exhibits.waterfall(moment, moment, words, measure=measure)
    assert (drawn is None) == (measure is Measure.DONE)


def told(figure):
    return [note.text for note in figure.layout.annotations]


def test_two_days_without_a_change_say_so_with_both_days_and_sums_and_no_axis(illustrated_board):
    days = (date(2026, 11, 22), date(2026, 11, 25))
    one, other = (Moment(illustrated_board, Period(2026, 10), day) for day in days)
    words = Words(catalogue("zh"), illustrated_board.plan)
    figure = exhibits.waterfall(one, other, words, measure=Measure.DONE)
    said = " ".join(told(figure))
    assert "两日之间无变化" in said
    assert said.count("79.85 亿元") == 2
    assert "2026年11月22日" in said
    assert "2026年11月25日" in said
    assert (figure.layout.xaxis.visible, figure.layout.yaxis.visible) == (False, False)
    lights = exhibits.lights(one, other, words)
    assert "2026年11月22日" in lights.layout.yaxis.title.text
    assert "2026年11月25日" in lights.layout.xaxis.title.text


def test_a_project_that_came_and_one_that_left_have_a_bar_each():
    older, newer = listed({"P1": 10**9, "P2": 2 * 10**9}), listed({"P1": 10**9, "P3": 5 * 10**8})
    words = Words(catalogue("zh"), None)
    figure = charts.waterfall(between.changes(older, newer), ENDS, words)
    bars = {
        place: x
        for bar in figure.data
        if bar.type == "bar"
        for place, x in zip(bar.y, bar.x, strict=True)
    }
    assert bars == {"P3": 5, "P2": -20, charts.SUM: -15}
    assert told(figure)[:-1] == ["名P3（新增）", "名P2（移出）"]


def test_everything_drawn_is_a_change_and_the_sums_are_written():
    words = Words(catalogue("zh"), None)
    before, after = {"P1": 10**9, "P2": 10**8}, {"P1": 3 * 10**9, "P2": 5 * 10**7}
    figure = charts.waterfall(between.changes(listed(before), listed(after)), ENDS, words)
    drawn = [
        (place, base, moved)
        for bar in figure.data
        if bar.type == "bar"
        for place, base, moved in zip(bar.y, bar.base, bar.x, strict=True)
    ]
    assert drawn == [("P1", 0, 20), (charts.SUM, 0, 19.5), ("P2", 20, -0.5)]
    assert list(figure.layout.yaxis.categoryarray) == ["P1", "P2", charts.SUM]
    assert told(figure)[-1] == "合计　11.00 → 30.50"
    assert {trace.mode for trace in figure.data if trace.type == "scatter"} == {"lines", "text"}


def test_steps_are_named_at_the_edge_and_a_line_leads_to_each_bar():
    words = Words(catalogue("zh"), None)
    figure = charts.waterfall(between.changes(listed(BEFORE), listed(AFTER)), ENDS, words)
    assert {(note.xref, note.x) for note in figure.layout.annotations} == {("paper", 0)}
    steps = {
        place: min(base, base + moved)
        for bar in figure.data
        if bar.type == "bar"
        for place, base, moved in zip(bar.y, bar.base, bar.x, strict=True)
    }
    (lines,) = [one for one in figure.data if one.type == "scatter" and one.mode == "lines"]
    led_to = {place: x for place, x in zip(lines.y, lines.x, strict=True) if x}
    assert led_to == {place: x for place, x in steps.items() if x}


@pytest.mark.parametrize(("lang", "said"), [("zh", "取整前"), ("en", "before rounding")])
@pytest.mark.parametrize(
    ("before", "after", "differs"),
    [(9_836_400_000, 10_431_500_000, True), (9_836_000_000, 10_432_000_000, False)],
)
def test_a_change_that_is_not_the_difference_of_what_is_written_says_why(
    lang, said, before, after, differs
):
    changed = between.changes(listed({"P1": before}), listed({"P1": after}))
    notes = changes.notes(charts.rows_of(changed), Words(catalogue(lang), None))
    assert (said in " ".join(notes)) == differs


def stood(reported):
    rows = [("项目", item, month, 10) for item, month in reported.items()]
    columns = ["item_kind", "item_id", "reported_period", "done_total_yuan"]
    return pd.DataFrame(rows, columns=columns)


def carried():
    """P1 was silent in September, P2 reported, P3 is silent in October."""
    before = {"P1": 100_000_000, "P2": 100_000_000, "P3": 100_000_000}
    after = {"P1": 900_000_000, "P2": 300_000_000, "P3": 100_000_000}
    return between.carried(
        between.changes(listed(before), listed(after)),
        stood({"P1": "2026-08", "P2": "2026-09", "P3": "2026-09"}),
        stood({"P1": "2026-10", "P2": "2026-10", "P3": "2026-09"}),
        since="2026-09",
        until="2026-10",
    )


def test_a_change_from_an_amount_carried_over_names_the_month_it_is_of():
    months = carried()[["item_id", "counted_from_period", "counted_to_period"]]
    told = {item: [one for one in row if isinstance(one, str)] for item, *row in months.to_numpy()}
    assert told == {"P1": ["2026-08"], "P2": [], "P3": ["2026-09"]}


def test_the_bar_of_two_months_of_work_says_since_when_and_the_caption_how_many_there_are():
    words = Words(catalogue("zh"), None)
    figure = charts.waterfall(carried(), ENDS, words, year=2026)
    assert told(figure)[:2] == ["名P1　自8月起计", "名P2"]
    hovers = [text for bar in figure.data if bar.type == "bar" for text in bar.hovertext]
    assert "名P1　自8月起计 +8.00" in hovers
    assert "自8月起计 8" in spoken(figure, catalogue("zh"))
    assert list(changes.notes(charts.rows_of(carried()), words)) == [
        "1 个项目前一期未报，变化自更早月份起计（图中注明）",
        "1 个项目不变（其中 1 个后一期未报）",
    ]


def test_the_command_line_has_the_changes_since_the_month_before(illustrated_board):
    table = METRICS["changed-investment"](illustrated_board, Period(2026, 10))
    september, october = (Moment(illustrated_board, Period(2026, month)) for month in (9, 10))
    assert table.equals(comparison.changes(september, october, Measure.DONE))


def test_a_month_of_another_year_is_named_with_its_year():
    words = Words(catalogue("zh"), None)
    assert changes.carried({"counted_from_period": "2025-12"}, words, 2026) == "自2025年12月起计"
    assert changes.carried({}, words, 2026) == ""
