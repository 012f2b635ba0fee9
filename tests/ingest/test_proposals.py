"""An item or a unit that is not registered is proposed by name, and never taken silently."""

import pytest

from ingest.findings_text import sentence
from ingest.reading import read
from tests.ingest.zone import CONTEXT, changed, progress_sheet, told
from texts import catalogue


def said(report):
    return [sentence(one, catalogue("zh")) for one in report.findings]


@pytest.mark.parametrize(
    "name", ["海工基地（一期）", "海工基地 (一期)", "“海工基地”（一期）", "海工基地一期"]
)
def test_a_name_that_differs_only_in_its_signs_is_the_same_name_and_told(name):
    report = read(progress_sheet(changed(编号="", 名称=name, 责任单位="住建局")), "a.csv", CONTEXT)
    assert ("W_ID_FILLED", 2, "编号") in told(report)
    assert report.frame["item_id"].tolist() == ["X2"]


@pytest.mark.parametrize("name", ["滨江码头项目", "滨江新码头", "滨江码头（二期）"])
def test_a_name_near_a_registered_one_is_refused_and_the_item_is_proposed(name):
    report = read(progress_sheet(changed(编号="", 名称=name)), "a.csv", CONTEXT)
    assert told(report) == [("E_MISSING_ID", 2, "编号")]
    assert report.frame["item_id"].isna().all()
    assert "是否应为“滨江码头（X1）”" in said(report)[0]


def test_a_name_near_nothing_gets_no_proposal():
    report = read(progress_sheet(changed(编号="", 名称="污水处理厂")), "a.csv", CONTEXT)
    assert "是否应为" not in said(report)[0]


def test_a_wrong_id_beside_a_registered_name_gets_the_id_of_that_name():
    report = read(progress_sheet(changed(编号="Z9", 名称="码头一期")), "a.csv", CONTEXT)
    assert told(report) == [("E_UNKNOWN_ID", 2, "编号")]
    assert "是否应为“X1”" in said(report)[0]


def test_more_than_the_total_investment_is_called_a_wrong_measure():
    report = read(progress_sheet(changed(累计完成投资="11")), "a.csv", CONTEXT)
    assert told(report) == [("W_INVEST_OVER_TOTAL", 2, "累计完成投资")]
    assert "疑似单位错误" in said(report)[0]
    far = read(progress_sheet(changed(累计完成投资="25000")), "a.csv", CONTEXT)
    assert told(far) == [("E_INVEST_RANGE", 2, "累计完成投资")]
    assert "疑似单位错误" in said(far)[0]


def test_a_year_that_plans_more_than_the_whole_is_called_a_wrong_measure():
    raw = "项目编号,项目名称,总投资(亿元),年度计划投资(亿元)\nN1,码头,2,3000\n".encode()
    report = read(raw, "a.csv", CONTEXT)
    assert told(report) == [("W_PLAN_OVER_TOTAL", 2, "年度计划投资")]
    assert "疑似单位错误" in said(report)[0]
