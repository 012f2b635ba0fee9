from dataclasses import replace
from datetime import date

import pytest

from domain.periods import Period
from ingest.context import Accepted, Context, Uploader
from ingest.reading import read
from ingest.report import SheetKind, Verdict
from ingest.rights import rights_findings
from tests.ingest.zone import (
    CONTEXT,
    GOOD,
    HEADERS,
    ITEMS,
    PLAN,
    changed,
    progress_sheet,
    text_of,
    told,
)


def reading(*rows, context=CONTEXT):
    return read(progress_sheet(*rows), "进展.csv", context)


def reporting(*accepted):
    """Return the zone with reports of X1 by 港务局, oldest first."""
    return Context(PLAN, CONTEXT.today, ITEMS, {("X1", "港务局"): accepted})


def test_a_good_row_becomes_typed_values_without_a_finding():
    report = reading(GOOD)
    assert (report.kind, report.verdict) == (SheetKind.PROGRESS, Verdict.ACCEPT)
    assert report.rows == (2,)
    assert report.frame.to_dict("records")[0] == {
        "period": "2026-10",
        "item_kind": "项目",
        "item_id": "X1",
        "item_name": "滨江码头",
        "responsible_unit": "港务局",
        "percent_done_ppm": 450_000,
        "done_total_yuan": 250_000_000,
        "year_plan_yuan": None,
        "done_ytd_yuan": None,
        "progress_text": "桩基完成",
        "problem_text": "无",
        "problem_type": None,
        "coordination": None,
        "next_step": None,
        "remark": None,
        "reporter": "李明",
        "version": 0,
    }


@pytest.mark.parametrize(
    ("header", "written", "code"),
    [
        ("期间", "2026年第三季度", "E_PERIOD"),
        ("期间", "2026.1", "E_PERIOD_AMBIGUOUS"),
        ("期间", "2026-12", "E_PERIOD_FUTURE"),
        ("期间", "2023-12", "E_PERIOD_RANGE"),
        ("类别", "工程", "E_KIND"),
        ("编号", "X9", "E_UNKNOWN_ID"),
        ("编号", "X\ufffd", "E_GARBLED_KEY"),
        ("责任单位", "", "E_MISSING_UNIT"),
        ("责任单位", "港务局、住建局", "E_UNKNOWN_UNIT"),
        ("完成进度", "约45%", "E_NUMBER"),
        ("完成进度", "0.45", "E_PERCENT_AMBIGUOUS"),
        ("完成进度", "101", "E_PERCENT_RANGE"),
        ("累计完成投资", "-1", "E_INVEST_RANGE"),
        ("累计完成投资", "25000", "E_INVEST_RANGE"),
        ("工作进展", "#REF!", "E_EXCEL_ERROR"),
        ("名称", "滨江\u202e码头", "E_BIDI_CHAR"),
        ("填报人", "李\x00明", "E_CONTROL_CHAR"),
        ("填报人", "李" * 51, "E_CELL_TOO_LONG"),
    ],
)
def test_a_cell_that_cannot_be_known_for_certain_stops_the_file(header, written, code):
    report = reading(changed(**{header: written}))
    assert (code, 2, header) in told(report)
    assert not report.may_commit


@pytest.mark.parametrize(
    ("header", "written", "code"),
    [
        ("期间", "Oct-26", "W_PERIOD_FORMAT"),
        ("期间", "46296", "W_PERIOD_SERIAL"),
        ("编号", "", "W_ID_FILLED"),
        ("编号", "X\u200b1", "W_INVISIBLE_CHAR"),
        ("名称", "滨江港", "W_NAME_MISMATCH"),
        ("责任单位", "住建局", "W_UNIT_MISMATCH"),
        ("完成进度", "——", "W_MISSING_VALUE"),
        ("累计完成投资", "", "W_MISSING_VALUE"),
        ("累计完成投资", "11", "W_INVEST_OVER_TOTAL"),
        ("完成进度", "4.5E+01", "W_SCIENTIFIC"),
        ("工作进展", "=1+1", "W_FORMULA_TEXT"),
        ("工作进展", "完成\x0b", "W_CONTROL_CHAR"),
        ("工作进展", "锟斤拷", "W_GARBLED"),
        ("填报人", "李明+8613800138000", "W_PERSONAL_INFO"),
        ("填报人", "李\ue863", "W_PRIVATE_USE"),
    ],
)
def test_a_doubt_that_does_not_change_the_meaning_is_told_and_kept(header, written, code):
    report = reading(changed(**{header: written}))
    assert told(report) == [(code, 2, header)]
    assert report.may_commit


@pytest.mark.parametrize("name", ["滨江码头", "码头一期", " 滨江码头 "])
def test_every_registered_name_of_an_item_is_its_name(name):
    assert reading(changed(名称=name)).frame["item_name"].tolist() == ["滨江码头"]


def test_full_width_brackets_of_a_registered_name_are_no_difference():
    row = ["2026-10", "项目", "X2", "海工基地(一期)", "住建局", "10", "1", "", "", ""]
    report = reading(row)
    assert told(report) == []
    assert report.frame["item_name"].tolist() == ["海工基地（一期）"]


def test_two_units_may_report_one_task_in_one_month():
    row = ["2026-10", "任务", "R1", "岸线整治", "港务局", "10", "", "", "", ""]
    report = reading(row, [*row[:4], "林业局", "30", "", "", "", ""])
    assert told(report) == []
    assert report.frame["percent_done_ppm"].tolist() == [100_000, 300_000]


def test_the_same_report_twice_is_kept_once_but_two_different_ones_are_refused():
    assert told(reading(GOOD, GOOD)) == [("W_DUPLICATE_IDENTICAL", 3, "编号")]
    assert told(reading(GOOD, changed(完成进度="46"))) == [("E_DUPLICATE_ROW", 3, "编号")]


def test_a_lower_figure_than_last_time_is_told_with_both_figures():
    report = reading(GOOD, context=reporting(Accepted(Period(2026, 9), 500_000, 300_000_000)))
    assert told(report) == [
        ("W_REGRESS_PERCENT", 2, "完成进度"),
        ("W_REGRESS_INVEST", 2, "累计完成投资"),
    ]
    assert report.findings[0].more == {"period": "2026-09", "before": "50%", "after": "45%"}


def test_percent_done_of_a_task_is_held_against_reports_of_the_same_year_alone():
    march = replace(CONTEXT, today=date(2027, 3, 1))
    said = ["任务", "R1", "岸线整治", "港务局", "8", "", "", "", ""]
    december, january = Accepted(Period(2026, 12), 950_000), Accepted(Period(2027, 1), 90_000)
    known = replace(march, accepted={("R1", "港务局"): (december,)})
    assert told(reading(["2027-01", *said], context=known)) == []
    known = replace(march, accepted={("R1", "港务局"): (december, january)})
    report = reading(["2027-02", *said], context=known)
    assert told(report) == [("W_REGRESS_PERCENT", 2, "完成进度")]


def test_more_this_year_than_since_the_start_is_told():
    sheet = text_of([*HEADERS, "本年累计完成投资(亿元)"], [*GOOD, "3"])
    report = read(sheet.encode(), "a.csv", CONTEXT)
    assert told(report) == [("W_YTD_OVER_TOTAL", 2, "本年累计完成投资")]


def test_a_report_that_is_there_already_is_a_correction():
    report = reading(GOOD, context=reporting(Accepted(Period(2026, 10))))
    assert told(report) == [("W_OVERWRITES", 2, "期间")]


def test_the_registry_decides_what_a_reporter_may_report_and_not_the_sheet():
    mine = Uploader(own_units=frozenset({"林业局"}))
    context = Context(PLAN, CONTEXT.today, ITEMS, uploader=mine)
    claimed = changed(责任单位="林业局")
    assert told(reading(claimed, context=context)) == [("E_FORBIDDEN_UNIT", 2, "责任单位")]


def test_an_earlier_month_and_a_registry_are_not_a_reporters():
    mine = Uploader(may_edit_registry=False, earliest=Period(2026, 11))
    (month,) = rights_findings(reading(GOOD), mine)
    assert (month.code, month.row, month.value) == ("E_FORBIDDEN_MONTH", 2, "2026-10")
    registry = replace(reading(GOOD), kind=SheetKind.PROJECTS)
    assert [one.code for one in rights_findings(registry, mine)] == ["E_FORBIDDEN_TABLE"]
    assert rights_findings(registry, Uploader()) == ()


def test_who_may_not_upload_learns_that_and_nothing_of_the_sheet():
    context = Context(PLAN, CONTEXT.today, ITEMS, uploader=Uploader(may_upload=False))
    report = reading(GOOD, context=context)
    assert told(report) == [("E_FORBIDDEN", None, None)]
    assert report.frame.empty


def test_a_measure_in_the_title_holds_for_columns_without_their_own():
    sheet = text_of(["滨江新区进展月报（单位：万元）"], HEADERS, changed(累计完成投资="25000"))
    ragged = sheet.replace("）\r\n", "）" + "," * 9 + "\r\n", 1)
    report = read(ragged.encode(), "进展.csv", CONTEXT)
    assert report.frame["done_total_yuan"].tolist() == [250_000_000]
    assert report.titles == ("滨江新区进展月报（单位：万元）",)


@pytest.mark.parametrize("mark", ["示例数据", "Illustrative data, not real"])
def test_a_sheet_marked_as_an_example_says_so(mark):
    titled = text_of([mark, *[""] * 9], HEADERS, GOOD).encode()
    remarked = text_of([*HEADERS, "备注"], [*GOOD, mark]).encode()
    assert read(titled, "a.csv", CONTEXT).illustrative
    assert read(remarked, "a.csv", CONTEXT).illustrative
    assert not reading(GOOD).illustrative


def test_a_percentage_is_never_rounded_up_to_done():
    report = reading(changed(完成进度="99.99999"))
    assert report.frame["percent_done_ppm"].tolist() == [999_999]
    assert told(report) == [("N_ROUNDED", 2, "完成进度")]
    assert report.verdict is Verdict.ACCEPT


def test_everything_wrong_is_told_at_once_in_the_order_of_the_rows():
    report = reading(changed(完成进度="四成"), GOOD[:9], changed(期间="本月"))
    assert told(report) == [
        ("E_NUMBER", 2, "完成进度"),
        ("E_RAGGED_ROW", 3, None),
        ("E_PERIOD", 4, "期间"),
    ]


def test_what_was_understood_of_a_refused_sheet_can_still_be_shown():
    report = reading(changed(完成进度="四成"))
    assert report.frame["item_id"].tolist() == ["X1"]
    assert report.frame["percent_done_ppm"].isna().all()
