"""What the texts around a table say about all of it."""

import pytest

from ingest.reading import read
from ingest.stated import stated_in
from tests.ingest.office_tables import csv_text
from tests.ingest.zone import CONTEXT, PLAN

ROWS = ["项目编号", "项目名称", "总投资"], ["N1", "码头", "25000"]


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("滨江新区2026年1-10月重点项目进展情况表", "滨江新区"),
        ("2026年滨江新区重点项目", "滨江新区"),
        ("区港务局2026年10月项目进展", "区港务局"),
        ("南平市“十二五”规划重点项目汇总表", "南平市"),
        ("附件1：新乡市红旗区关堤乡2026年任务台账", "新乡市红旗区关堤乡"),
        ("项目推进台账（城关镇）", "城关镇"),
        ("填报单位：经济技术开发区管委会", "经济技术开发区管委会"),
        ("所在区域：江北片区", "江北片区"),
        ("全区重点项目建设情况", None),
        ("各县区2026年完成投资情况", None),
        ("城市更新与老旧小区改造项目", None),
        ("乡村振兴重点任务", None),
        ("单位：万元", None),
    ],
)
def test_the_area_is_the_one_a_title_names_and_no_guess(title, area):
    assert stated_in([title], [], PLAN).area == area


def test_a_place_in_the_title_outranks_who_fills_the_sheet_in():
    texts = ["临江县2026年项目表", "填报单位：临江县发改局"]
    assert stated_in(texts, [], PLAN).area == "临江县"


@pytest.mark.parametrize(
    "place",
    [
        [["（单位：万元）"], *ROWS],
        [["重点项目表", "", "单位:万元"], *ROWS],
        [["金额单位：人民币万元"], *ROWS],
        [[*ROWS[0], "单位：万元"], ROWS[1]],
        [*ROWS, ["注：表中金额以万元为单位，均以万元计。"]],
        [[*ROWS[0][:2], "总投资/万元"], ROWS[1]],
        [["项目编号", "项目名称", "投资（万元）"], ["", "", "总投资"], ROWS[1]],
    ],
)
def test_the_unit_of_measure_is_found_wherever_it_stands(place):
    report = read(csv_text(*place), "a.csv", CONTEXT)
    assert report.frame["total_investment_yuan"].tolist() == [250_000_000]
    assert "W_MONEY_MEASURE" not in {one.code for one in report.findings}


@pytest.mark.parametrize(
    ("measure", "yuan"),
    [("千元", 25_000_000), ("百万元", 25_000_000_000), ("元", 25_000), ("亿元", 2_500_000_000_000)],
)
def test_a_measure_is_never_taken_for_another_that_it_contains(measure, yuan):
    report = read(csv_text([f"单位：{measure}"], *ROWS), "a.csv", CONTEXT)
    assert report.frame["total_investment_yuan"].tolist() == [yuan]
