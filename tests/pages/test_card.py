"""名片: one project or task on one page, and the way there from the search box."""

import pytest

from tests.pages.reader import words
from texts import catalogue

t = catalogue("zh")
CARD = "pages/leadership/card.py"


def card(reader, **address):
    app = reader.open("overview", **address)
    app.switch_page(CARD)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_a_project_tells_its_money_its_unit_its_problem_and_the_sentence_it_rests_on(illustrative):
    said = "\n".join(words(card(illustrative, item="P03"))).replace("\\", "")
    for part in (
        "新乡新能源装备制造产业园",
        "15.00 亿元",
        "5.60 亿元",
        t("table.nobody_named"),
        "示例：用地指标未落实",
        "请国土规划建设管理局协调",
        "总投资15亿元的新乡新能源装备制造产业园",
        t("card.source_task", item="T08", name="推进重点项目建设"),
    ):
        assert part in said, part


def test_a_task_tells_its_units_and_the_plans_own_words(illustrative):
    said = "\n".join(words(card(illustrative, item="T03"))).replace("\\", "")
    assert "全面落实党政同责、一岗双责要求" in said
    assert t("card.first_named", unit="综合监管和执法局") in said


def test_the_card_of_an_earlier_month_lists_no_later_report(illustrative):
    app = card(illustrative, item="P03", period="2026-09")
    listed = app.table[0].value[t("card.month")].tolist()
    assert listed == ["2026年9月", "2026年8月"]


@pytest.mark.parametrize("item", [f"P{n:02d}" for n in (1, 5, 10)] + ["T01", "T10"])
@pytest.mark.parametrize("ledger", ["empty", "illustrative"])
def test_every_kind_of_item_has_a_card_with_and_without_reports(request, ledger, item):
    app = card(request.getfixturevalue(ledger), item=item)
    assert not app.exception
    assert not app.error


def test_without_a_number_the_page_asks_for_one_and_an_unknown_number_is_told(illustrative):
    assert t("card.choose_hint") in [info.value for info in card(illustrative).info]
    unknown = card(illustrative, item="P99*")
    assert any("P99" in one.value for one in unknown.warning)


def test_next_and_previous_follow_the_filters(illustrative):
    app = card(illustrative, item="P01")
    app.button(key="card-next").click().run()
    assert app.query_params["item"] == "P02"
    narrowed = card(illustrative, item="P01", chain="生命科学与生物技术")
    narrowed.button(key="card-next").click().run()
    assert narrowed.query_params["item"] == "P06"
    assert card(illustrative, item="P01").button(key="card-previous").disabled


def test_a_search_leads_to_the_card(illustrative):
    app = illustrative.open("overview")
    app.text_input(key="search").set_value("qncyy").run()
    app.button(key="found-project-P02").click().run()
    assert [title.value for title in app.title] == [t("page.card")]
    assert "新乡氢能产业园" in "\n".join(words(app))
    assert app.text_input(key="search").value == ""


def test_a_search_for_a_unit_leads_to_its_load(illustrative):
    app = illustrative.open("history")
    app.text_input(key="search").set_value("czj").run()
    app.button(key="found-unit-财政局").click().run()
    assert [title.value for title in app.title] == [t("page.units")]
    assert "chip-unit-财政局" in [one.key for one in app.button]


def test_a_search_for_nothing_known_says_so(illustrative):
    app = illustrative.open("overview")
    app.text_input(key="search").set_value("zzzz").run()
    assert t("search.nothing") in [one.value for one in app.sidebar.caption]


def test_a_frozen_version_rewinds_the_card_and_every_figure(illustrative):
    now, then = card(illustrative, item="P03"), card(illustrative, item="P03", version="3")
    assert not then.exception
    assert any("2026年10月" in said for said in words(now))
    assert not any("2026年10月" in said for said in words(then))
