"""The circular of a made-up month can be checked number by number against the ledger's rows."""

import re
from datetime import date
from fractions import Fraction

import pytest

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.circular.problems import OpenProblem
from analysis.circular.rated import Ranking
from analysis.circular.writing import Chosen, circular
from analysis.circular.written import Style
from domain.periods import Period
from store.boards import board_of
from store.readable import end_of
from store.tables import tables
from store.watching import month_warnings, watched
from texts import catalogue

OCTOBER, IN_NOVEMBER = Period(2026, 10), date(2026, 11, 1)
SEPTEMBER, IN_OCTOBER = Period(2026, 9), date(2026, 10, 1)


def seen_on(office, period, day):
    now = tables(office.ledger, office.ledger.version_on(day))
    board = board_of(office, now, until=end_of(day))
    return watched(office, board, period, today=day, until=end_of(day))


def written(office, period=OCTOBER, day=IN_NOVEMBER, language="zh", **more):
    seen = seen_on(office, period, day)
    words, warned = Words(catalogue(language), seen.board.plan), month_warnings(seen, period)
    return circular(seen, warned, period, words, illustrative=True, **more)


@pytest.fixture(scope="session")
def october(made):
    return written(made)


# Counted by hand: the plan has 52 task-unit pairs and 10 projects; P09 and T05 of 财政局 did not
# come in October, T07 of 科学技术局 copied, P07 stood still. Shown, rows, rows of the denominator.
BY_HAND = {
    "expected": ("62", 62, 0),
    "received": ("60", 60, 62),
    "rate": ("96.8%", 60, 62),
    "in_time": ("60", 60, 62),
    "in_time_rate": ("96.8%", 60, 62),
    "missing": ("2", 2, 62),
    "same": ("2", 2, 62),
    "missing 财政局": ("1", 1, 0),
    "missing 经济发展局": ("1", 1, 0),
    "same 科学技术局": ("1", 1, 0),
    "tasks items": ("10", 10, 0),
    "projects items": ("10", 10, 0),
    "projects unreported": ("1", 1, 10),
    "projects": ("10", 10, 0),
    "disclosed": ("4", 4, 10),
    "undisclosed": ("6", 6, 10),
    "total": ("155.50 亿元", 4, 0),
    "schedule": ("83.3%", 0, 0),
    "warnings missing": ("2", 2, 22),
    "warnings over_total": ("1", 1, 22),
    "reporting rank 1": ("1", 9, 0),
    "reporting last": ("2", 2, 0),
    "reporting 财政局": ("75.0%", 3, 4),
    "reporting 经济发展局": ("94.4%", 17, 18),
    "progress 经济发展局 part": ("8", 8, 0),
    "progress 经济发展局 whole": ("8", 8, 0),
    "completion 经济发展局 whole": ("10", 10, 0),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_number_is_what_was_counted_by_hand(october, name):
    number = october.numbers[name]
    assert (number.shown, len(number.rows), len(number.of)) == BY_HAND[name]


def test_the_rows_behind_the_missing_reports_are_named(october):
    rows = october.numbers["missing"].rows
    assert {(row.item_id, row.responsible_unit) for row in rows} == {
        ("P09", "经济发展局"),
        ("T05", "财政局"),
    }


def test_counts_rates_and_amounts_are_those_of_the_rows_of_the_ledger(made, october):
    now = tables(made.ledger, made.ledger.version_on(IN_NOVEMBER))
    rows = [row for row in rows_of(now.reports) if row["period"] == "2026-10"]
    shown = {name: number.shown for name, number in october.numbers.items()}
    assert shown["received"] == str(
        len({(row["item_id"], row["responsible_unit"]) for row in rows})
    )
    both = [row for row in rows if row["year_plan_yuan"] and row["done_ytd_yuan"] is not None]
    done, plan = (sum(row[one] for row in both) for one in ("done_ytd_yuan", "year_plan_yuan"))
    assert shown["completion projects"] == str(len(both))
    assert shown["completion"] == f"{float(Fraction(done * 100, plan)):.1f}%"
    assert shown["planned"] == f"{plan / 10**8:.2f} 亿元"
    assert shown["gap"] == f"{abs(done * 100 / plan - 1000 / 12):.1f}"
    since_start = sum(row["done_total_yuan"] or 0 for row in rows)
    assert shown["done_total"] == f"{since_start / 10**8:.2f} 亿元"


@pytest.mark.parametrize("unit", ["财政局", "经济发展局", "社会事务局", "振中街道"])
def test_the_mean_progress_of_a_unit_is_that_of_its_tasks(made, october, unit):
    now = tables(made.ledger, made.ledger.version_on(IN_NOVEMBER))
    stated = [
        row["percent_done_ppm"]
        for row in rows_of(now.reports)
        if row["period"] == "2026-10"
        and row["responsible_unit"] == unit
        and row["item_kind"] == "任务"
    ]
    mean = sum(stated) / len(stated) / 10_000
    assert october.numbers[f"progress {unit}"].shown == f"{mean:.1f}%"


def test_units_are_ranked_by_their_projects_apart_from_their_tasks(made, october):
    now = tables(made.ledger, made.ledger.version_on(IN_NOVEMBER))
    rows = [
        row
        for row in rows_of(now.reports)
        if row["period"] == "2026-10" and row["year_plan_yuan"] and row["done_ytd_yuan"] is not None
    ]
    done, plan = (sum(row[one] for row in rows) for one in ("done_ytd_yuan", "year_plan_yuan"))
    rate = october.numbers["completion 经济发展局"]
    assert rate.shown == f"{float(Fraction(done * 100, plan)):.1f}%"
    assert len(rate.rows) == len(rate.of) == len(rows)
    assert "按项目投资完成率：只有经济发展局 " in october.text
    assert {one.item_kind for one in october.numbers["progress 经济发展局"].rows} == {"任务"}


def test_no_number_stands_in_a_paragraph_without_the_rows_it_rests_on(october):
    for paragraph in october.paragraphs[2:]:
        if paragraph.style is Style.BODY:
            around = "".join(one for one in paragraph.pieces if isinstance(one, str))
            without = re.sub(r"[TP]\d\d|2026年10月(26日)?", "", around)
            assert not re.search(r"\d", without), without
    assert all(one.rows or one.of for one in october.numbers.values() if one.name != "schedule")


def test_a_late_unit_is_named_with_its_reports(made):
    text = written(made, SEPTEMBER, IN_OCTOBER)
    assert text.numbers["late"].shown == "4"
    assert "迟报的单位：关堤乡 4 份（T01 优化国土空间开发保护格局、T02" in text.text


def test_what_counts_to_zero_is_left_out(october):
    assert "份。其中：尚未提交 2 份，数据与上月雷同 2 份。" in october.text.replace(
        "（60/62）", "份"
    )
    assert "项目共 10 项：正常 3 项，滞后 3 项，严重滞后 3 项，本月未报 1 项。" in october.text
    assert not re.search(r"(?<!\d)0 [份项条个]", october.text)


def test_missing_reports_are_named_by_number_and_name(october):
    assert "财政局 1 份（T05 高质量推进基础设施建设）" in october.text


def test_two_rankings_that_agree_are_printed_once(made, october):
    assert "本月没有迟报，排名与按上报率相同" in october.text
    assert "on_time 财政局" not in october.numbers
    september = written(made, SEPTEMBER, IN_OCTOBER)
    assert "按上报率：11 个单位均为 100.0%，不分名次。" in september.text
    assert len(september.numbers["reporting rate"].rows) == 62
    assert "on_time 关堤乡" in september.numbers


def test_units_whose_rates_read_the_same_share_a_rank(made):
    said = written(made, SEPTEMBER, IN_OCTOBER).text
    assert "并列第 3 名 国土规划建设管理局 69.4%" in said
    assert "并列第 3 名 高新投资发展有限公司 69.4%" in said


def test_two_thresholds_of_one_rule_are_told_apart_by_severity(october):
    rule = october.numbers["warnings behind"].rule
    assert rule.index("严重：") < rule.index("−15 个百分点") < rule.index("一般：")
    assert rule.index("一般：") < rule.index("−5 个百分点")


def test_a_row_about_a_whole_item_names_the_units_that_carry_it(october):
    rows = {row.item_id: row for row in october.numbers["tasks items"].rows}
    assert rows["T05"].responsible_unit is None
    assert {"财政局", "社会事务局"} <= set(rows["T05"].units)


def test_what_an_item_is_judged_by_is_named(october):
    assert "P03 新乡新能源装备制造产业园（投资完成率 47.8%" in october.text
    assert "P05 新乡医学院附属医院（完成进度 40.1%" in october.text


def test_units_are_not_ranked_by_reporting_before_the_due_day(made):
    text = written(made, OCTOBER, date(2026, 10, 24)).text
    assert "按上报率：报送截止日未到，暂不排名。" in text


def test_ranking_and_the_last_three_can_be_switched_off(made, october):
    assert "后三位：综合监管和执法局" in october.text
    assert "排名最后的" not in written(made, chosen=Chosen(last_three=False)).text
    only = written(made, chosen=Chosen(rankings=(Ranking.REPORTING,))).text
    assert "按上报率" in only
    assert "按“按时上报率”" not in only
    assert "单位排名" not in written(made, chosen=Chosen(rankings=())).text


def test_the_day_the_rule_and_the_illustration_are_said(october):
    mark, lead = october.paragraphs[:2]
    assert mark.style is Style.MARK
    assert "示例数据" in mark.text
    assert "截至2026年11月1日" in lead.text
    assert "默认规则" in lead.text


def test_a_month_before_the_first_report_expects_nothing_and_ranks_nobody(made):
    text = written(made, Period(2025, 1), IN_NOVEMBER).text
    assert "2025年1月没有应报事项。" in text
    assert "单位排名" not in text


def test_problems_are_left_out_until_somebody_says_there_are_none(made, october):
    assert "存在问题" not in october.text
    assert "目前没有未销号的问题。" in written(made, open_problems=()).text
    one = OpenProblem("项目", "P01", "名", "财政局", "用地", "2026-09", 40, is_overdue=True)
    said = written(made, open_problems=(one,)).text
    assert "未销号的问题 1 个，其中：已逾期 1 个。" in said
    assert "挂账最久的已 40 天：P01 名，财政局。" in said


def test_an_office_may_write_a_sentence_of_its_own(made):
    own = {"circular.asked": "请于{no}日前"}
    with pytest.raises(KeyError):
        written(made, chosen=Chosen(own=own))
    said = written(made, chosen=Chosen(own={"circular.counted": "应报{expected}份"}))
    assert "应报62份" in said.text
    assert said.numbers["expected"].rows


def test_the_english_circular_has_the_same_numbers(made, october):
    english = written(made, language="en").numbers
    assert english.keys() == october.numbers.keys()
    assert english["received"].shown == "60"


@pytest.mark.parametrize(
    ("language", "heading"),
    [("zh", "存在问题（截至2026年11月1日）"), ("en", "Problems, as of 2026-11-01")],
)
def test_the_section_of_problems_says_of_which_day_it_is(made, language, heading):
    said = written(made, language=language, open_problems=())
    (title,) = [
        one.text for one in said.paragraphs if one.style is Style.HEADING and "202" in one.text
    ]
    assert title.endswith(heading)


@pytest.mark.parametrize(
    ("day", "reach"),
    [(date(2026, 10, 24), "进展数据截至2026年10月24日"), (IN_NOVEMBER, "进展数据截至2026年10月底")],
)
def test_progress_of_a_month_that_is_not_over_reaches_to_the_day(made, day, reach):
    assert reach in written(made, OCTOBER, day).text
