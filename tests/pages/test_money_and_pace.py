"""A leader asks where the money is and whether it moves, and follows a bar to its projects."""

import json

import pytest

from tests.pages.reader import charts, key_figures, table_with, words
from texts import catalogue


def clicked(app, chart, pick):
    """Click the point of a chart that carries ``pick``; return the page as it is then."""
    (shown,) = [one.proto for one in app.get("plotly_chart") if one.key == chart]
    drawn = charts(app)[chart]["data"]
    assert any(pick in (trace.get("customdata") or ()) for trace in drawn), f"{pick} is not drawn"
    selection = {"points": [{"customdata": pick}], "point_indices": [], "box": [], "lasso": []}
    states = app._tree.get_widget_states()  # noqa: SLF001 - AppTest has no click for a chart
    states.widgets.add(id=shown.id, string_value=json.dumps({"selection": selection}))
    return app._run(states)  # noqa: SLF001 - as above


def numbers(app):
    """Return the numbers of the first rows on the page: those under the chart that was clicked."""
    return app.dataframe[0].value[catalogue("zh")("table.item")].tolist()


@pytest.mark.parametrize(
    ("chart", "pick", "sentence", "rows"),
    [
        ("investment", "航空航天", "航空航天：1 个项目", ["P04"]),
        (
            "investment",
            ["动力电池与新能源汽车", "stated"],
            "动力电池与新能源汽车（计划原文）：1 个项目",
            ["P02"],
        ),
        (
            "investment",
            ["动力电池与新能源汽车", "inferred"],
            "动力电池与新能源汽车（推断）：1 个项目",
            ["P03"],
        ),
        (
            "phases",
            ["under_way", "动力电池与新能源汽车"],
            "在建（动力电池与新能源汽车）：2 个项目",
            ["P02", "P03"],
        ),
        ("investment", "", "未归链：3 个项目", ["P05", "P07", "P09"]),
        ("projects", "P02", "新乡氢能产业园：1 个项目", ["P02"]),
        (
            "projects",
            "undisclosed",
            "未披露：6 个项目",
            ["P05", "P06", "P07", "P08", "P09", "P10"],
        ),
        ("phases", "planned", "谋划：2 个项目", ["P08", "P09"]),
        ("phases", "not_stated", "未注明阶段：1 个项目", ["P10"]),
        ("concentration", "three", "最大的 3 个项目：3 个项目", ["P01", "P02", "P03"]),
        ("completed", "大数据", "大数据：1 个项目", ["P10"]),
    ],
)
def test_a_bar_of_the_money_leads_to_its_projects(illustrative, chart, pick, sentence, rows):
    app = clicked(illustrative.open("investment"), chart, pick)
    assert not app.exception
    assert f"**{sentence}**" in words(app)
    assert numbers(app) == rows


@pytest.mark.parametrize(
    ("chart", "pick", "rows"),
    [
        ("completion", "unassigned", ["P07", "P05"]),  # the furthest behind first
        ("completion_projects", "P03", ["P03"]),
        (
            "curve",
            "2026-09",
            ["P07", "P03", "P05", "P04", "P01", "P06", "P10", "P02"],
        ),
    ],
)
def test_a_mark_of_the_pace_leads_to_its_projects(illustrative, chart, pick, rows):
    app = clicked(illustrative.open("pace"), chart, pick)
    assert not app.exception
    assert numbers(app) == rows


def test_behind_a_rate_stand_the_projects_it_counts_and_how_many_others_there_are(illustrative):
    app = clicked(illustrative.open("pace"), "completion", "unassigned")
    assert "—" not in app.dataframe[0].value[catalogue("zh")("table.completion")].tolist()
    assert catalogue("zh")("compared.not_in_rate", count=1) in words(app)  # P09 has no year plan


def test_the_pace_says_what_its_differences_compare(illustrative):
    assert catalogue("zh")("compared.how") in words(illustrative.open("pace"))


def test_one_sentence_says_how_much_hangs_on_the_largest_project(illustrative):
    said = "".join(words(illustrative.open("investment"))).replace("\\", "")
    assert "最大的项目是新乡万华生命科学产业城，110.00 亿元，占已披露总投资的 70.7%" in said
    assert "共 4 个项目写明金额，合计 155.50 亿元；另有 6 个未披露，不计在内。" in said


def test_each_figure_is_told_against_the_month_before_and_a_year_ago(illustrative):
    app = illustrative.open("pace")
    assert key_figures(app)["投资完成率"] == "76.7%"
    said = "".join(words(app))
    assert "较上月 +7.0 个百分点" in said
    assert "较上年同月 无可比数" in said  # nothing was reported a year ago


def test_without_a_report_the_pace_page_says_what_is_missing(empty):
    app = empty.open("pace")
    assert catalogue("zh")("figure.no_year_plan") in [info.value for info in app.info]


def test_a_bar_of_what_hurts_leads_to_its_row_and_its_card(illustrative):
    app = illustrative.open("overview")
    worst = charts(app)["gaps"]["data"][0]["customdata"][0]
    app = clicked(app, "gaps", worst)
    assert not app.exception
    assert numbers(app) == [worst]


def test_lights_of_tasks_and_of_projects_are_told_beside_each_other(illustrative):
    said = " ".join(words(illustrative.open("overview")))
    assert "共 10 项：" in said
    assert "项目 10 个：" in said


def test_in_a_meeting_a_chart_is_said_in_words(illustrative):
    app = illustrative.open("meeting", chart="completion")
    on_screen, on_phone = [one.proto for one in app.get("plotly_chart")]
    assert "航空航天" in on_screen.alt
    assert on_phone.alt == on_screen.alt


@pytest.mark.parametrize(
    ("part", "said"),
    [("1", "本屏第 1—6 行，共 11 行"), ("2", "本屏第 7—11 行，共 11 行"), ("9", "本屏第 1—6 行")],
)
def test_a_high_chart_is_shown_in_a_meeting_part_after_part(illustrative, part, said):
    app = illustrative.open("meeting", chart="together", part=part)
    assert not app.exception
    assert said in " ".join(words(app))


def test_going_back_in_a_meeting_shows_the_last_part_of_the_chart_before(illustrative):
    app = illustrative.open("meeting", chart="reporting_board")
    app = app.button(key="meeting-before").click().run()
    assert set(charts(app)) == {"meeting-together"}
    assert "本屏第 7—11 行，共 11 行" in " ".join(words(app))


def test_a_key_that_comes_before_the_next_chart_is_drawn_turns_once_more(illustrative):
    app = illustrative.open("meeting", chart="load")
    app.query_params["chart"] = "load_state"  # where the first key led, not drawn yet
    app.query_params["charts"] = "every"
    app = app.button(key="meeting-after").click().run()
    assert "meeting-matrix" in charts(app)


def test_a_meeting_begins_with_its_first_chart_and_ends_with_its_last(illustrative):
    t = catalogue("zh")
    app = illustrative.open("meeting")
    assert app.button(key="meeting-before").disabled
    last = illustrative.open("meeting", chart="reporting_rate")
    assert last.button(key="meeting-after").disabled
    assert t("meeting.nothing") not in words(last)


def test_a_meeting_before_the_first_report_shows_only_charts_of_the_plan(empty):
    app = empty.open("meeting")
    assert not app.exception
    assert catalogue("zh")("meeting.nothing") not in words(app)
    assert len(charts(app)) == 1


def test_the_curve_is_shown_in_a_meeting_as_low_as_a_screen(illustrative):
    (drawn,) = charts(illustrative.open("meeting", chart="curve")).values()
    assert drawn["layout"]["height"] == 400


def test_rows_behind_a_bar_begin_with_what_the_chart_shows(illustrative):
    t = catalogue("zh")
    app = illustrative.open("investment")
    shown = table_with(app, t("table.total_yi"))
    assert list(shown.columns)[:3] == [t("table.item"), t("table.total_yi"), t("table.project")]


def test_an_empty_card_page_offers_what_is_furthest_behind(illustrative):
    t = catalogue("zh")
    app = illustrative.open("card")
    offered = table_with(app, t("table.gap"))
    gaps = [float(cell.replace("−", "-")) for cell in offered[t("table.gap")]]
    assert gaps == sorted(gaps)
    assert all(gap < 0 for gap in gaps[:3])


def test_what_is_picked_is_said_and_the_whole_chart_can_be_had_back(illustrative):
    t = catalogue("zh")
    app = illustrative.open("overview")
    assert t("figure.picked") not in words(app)
    picked = clicked(app, "gaps", charts(app)["gaps"]["data"][0]["customdata"][0])
    assert t("figure.picked") in words(picked)
    whole = picked.button(key="unpick-gaps").click().run()
    assert t("figure.picked") not in words(whole)
    assert "gaps-1" in charts(whole)
