"""An item or a unit that is not registered is proposed by name, and never taken silently."""

from dataclasses import replace

import pytest

from domain.plan import Named
from ingest.findings_text import sentence
from ingest.reading import read
from tests.ingest.zone import CONTEXT, PLAN, changed, progress_sheet, told
from texts import catalogue

UNITS = (Named("港务局", short="港局"), Named("住建局", short="局"), Named("林业局", short="局"))
CHAINS = (Named("船舶与海工", short="船海"),)
SHORT = replace(CONTEXT, plan=replace(PLAN, responsible_units=UNITS, chains=CHAINS))


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


@pytest.mark.parametrize(
    ("cells", "limit"),
    [
        ({"累计完成投资": "-1"}, "“-1”是负数，投资额不能小于 0"),
        ({"累计完成投资": "25000"}, "“25000”超过“滨江码头”总投资 10亿元 的 10 倍"),
        (
            {"编号": "X2", "名称": "", "责任单位": "住建局", "累计完成投资": "25000"},
            "“25000”超过单个项目的上限 10000亿元",
        ),
    ],
)
def test_an_amount_out_of_range_is_told_with_the_limit_it_breaks(cells, limit):
    report = read(progress_sheet(changed(**cells)), "a.csv", CONTEXT)
    assert limit in said(report)[0]


@pytest.mark.parametrize("written", ["滨江新区港务局", "港局", "滨江新区港局"])
def test_a_short_form_and_the_name_of_the_zone_in_front_are_ways_to_write_a_unit(written):
    report = read(progress_sheet(changed(责任单位=written)), "a.csv", SHORT)
    assert told(report) == []
    assert report.frame["responsible_unit"].tolist() == ["港务局"]


def test_a_short_form_of_two_units_is_neither():
    report = read(progress_sheet(changed(责任单位="局")), "a.csv", SHORT)
    assert told(report) == [("E_UNKNOWN_UNIT", 2, "责任单位")]


def test_the_registered_name_is_proposed_and_not_another_spelling():
    report = read(progress_sheet(changed(责任单位="区港务居")), "a.csv", CONTEXT)
    assert "是否应为“港务局”" in said(report)[0]


def test_a_chain_has_its_short_form_too():
    raw = "项目编号,项目名称,总投资(亿元),产业链,归链依据\nN1,码头,2,船海,推断\n".encode()
    report = read(raw, "a.csv", SHORT)
    assert report.frame["chain"].tolist() == ["船舶与海工"]


def test_a_year_that_plans_more_than_the_whole_is_called_a_wrong_measure():
    raw = "项目编号,项目名称,总投资(亿元),年度计划投资(亿元)\nN1,码头,2,3000\n".encode()
    report = read(raw, "a.csv", CONTEXT)
    assert told(report) == [("W_PLAN_OVER_TOTAL", 2, "年度计划投资")]
    assert "疑似单位错误" in said(report)[0]
