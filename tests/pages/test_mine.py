"""我分包的项目: who has what in charge, and what a person without a project reads."""

from tests.pages.reader import table_with, words
from texts import catalogue

t = catalogue("zh")


def mine(reader, **address):
    app = reader.open("mine", **address)
    assert not app.exception
    return app


def heading(role, person, count):
    return "### " + t(f"mine.heading_{role}", person=person, count=count)


def headings(app):
    return [one.value for one in app.markdown if one.value.startswith("### ")]


def test_a_leader_is_counted_and_every_project_leads_to_its_card(of_the_year):
    app = mine(of_the_year, who="示例领导甲", as_of="2026-11-01")
    assert heading("leader", "示例领导甲", 4) in headings(app)
    table = table_with(app, t("table.report"))
    assert set(table[t("table.item")]) == {"P01", "P04", "P07", "P10"}
    overdue = dict(zip(table[t("table.item")], table[t("table.problems_overdue")], strict=True))
    assert overdue == {"P01": "1", "P04": "—", "P07": "—", "P10": "—"}
    said = "\n".join(words(app)).replace("\\", "")
    assert "示例：下游客户推迟签约" in said
    assert "2026年11月 计划竣工：P04 新乡过滤产业园" in said


def test_a_service_officer_is_asked_for_in_the_address(of_the_year):
    app = mine(of_the_year, charge="officer", who="示例专员甲", as_of="2026-11-01")
    assert heading("officer", "示例专员甲", 3) in headings(app)
    table = table_with(app, t("table.report"))
    missing = table[table[t("table.item")] == "P09"]
    assert list(missing[t("table.report")]) == [t("mine.report_missing")]


def test_without_a_name_everybody_in_charge_is_listed_with_most_to_do_first(of_the_year):
    table = table_with(mine(of_the_year), t("table.person"))
    assert list(table[t("table.person")]) == ["示例领导乙", "示例领导丙", "示例领导甲"]
    assert list(table[t("table.projects")]) == [3, 3, 4]


def test_somebody_without_a_project_is_told_so_and_sees_who_has_some(of_the_year):
    app = mine(of_the_year, who="某某")
    assert [one.value for one in app.info] == [t("mine.empty_person_leader", person="某某")]
    assert len(table_with(app, t("table.person"))) == 3


def test_a_plan_that_names_nobody_says_what_to_fill_in(empty):
    said = "\n".join(words(mine(empty)))
    assert t("mine.empty_leader") in said
    assert t("mine.empty_how", column=t("column.leader")) in said
