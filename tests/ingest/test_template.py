from domain.periods import Period
from ingest.context import Context, Item
from ingest.reading import read
from ingest.template import template
from tests.ingest.zone import CONTEXT, ITEMS, PLAN, told

OCTOBER = Period(2026, 10)


def lines(sheet):
    return sheet.decode("utf-8-sig").split("\r\n")


def test_the_template_opens_in_excel_with_its_characters_intact():
    assert template(PLAN, ITEMS, OCTOBER).startswith(b"\xef\xbb\xbf")


def test_its_headers_say_what_must_be_filled_in_and_in_which_measure():
    assert lines(template(PLAN, ITEMS, OCTOBER))[0] == (
        "期间*,类别(项目/任务)*,编号*,名称*,责任单位*,完成进度(%)*,累计完成投资(亿元),工作进展,"
        "存在问题,填报人,年度计划投资(亿元),本年累计完成投资(亿元),问题类别,需协调事项,下步计划,备注"
    )


def test_a_unit_gets_only_its_own_rows():
    rows = lines(template(PLAN, ITEMS, OCTOBER, "林业局"))[1:-1]
    assert rows == ["2026年10月,任务,R1,岸线整治,林业局" + "," * 11]


def test_the_month_is_written_so_that_excel_leaves_it_alone():
    report = read(template(PLAN, ITEMS, OCTOBER), "a.csv", CONTEXT)
    assert set(report.frame["period"]) == {"2026-10"}
    assert {code for code, *_ in told(report)} == {"W_MISSING_VALUE"}


def test_a_name_that_looks_like_a_formula_is_neutral_and_comes_back_as_it_was():
    items = {"X1": Item("X1", ITEMS["X1"].kind, "=码头()", responsible_units=("港务局",))}
    sheet = template(PLAN, items, OCTOBER)
    assert ",'=码头()," in sheet.decode()
    report = read(sheet, "a.csv", Context(PLAN, CONTEXT.today, items))
    assert report.frame["item_name"].tolist() == ["=码头()"]
    assert "W_NAME_MISMATCH" not in {code for code, *_ in told(report)}
