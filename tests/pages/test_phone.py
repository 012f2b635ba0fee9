"""A phone lists in sentences what a desk shows in a table, and cuts nothing of them."""

import pandas as pd

from store import own_sentences
from texts import catalogue
from texts.markdown import plain
from ui import cache, clock, wrapping

t = catalogue("zh")


def test_a_warning_is_listed_with_what_it_rests_on_and_its_state(illustrative):
    app = illustrative.open("warnings", period="2026-10")
    assert not app.exception
    (table,) = [one.value for one in app.dataframe if t("table.seen") in one.value]
    (listed,) = [one.value for one in app.markdown if one.value.startswith("- **")]
    assert listed.count("\n") == len(table) - 1
    for seen, life in zip(table[t("table.seen")], table[t("table.life")], strict=True):
        assert _run_together(plain(seen)) in _run_together(listed)
        assert f"**{life}**" in listed


def _run_together(said):
    """Return a sentence without what says where lines end: blanks and joiners of no width."""
    return "".join(said.replace("\N{WORD JOINER}", "").split())


def test_the_numbers_of_each_unit_are_listed_beside_its_name(illustrative):
    app = illustrative.open("units", period="2026-10")
    (table,) = [one.value for one in app.dataframe if t("table.warnings_own") in one.value]
    (listed,) = [one.value for one in app.markdown if one.value.startswith("- **")]
    first, own = table[t("table.unit")][0], table[t("table.warnings_own")][0]
    said = t("phone.field", label=t("table.warnings_own"), said=own)
    assert listed.splitlines()[0].startswith(f"- **{first}**")
    assert said in listed.splitlines()[0]
    assert len(listed.splitlines()) == len(table)


def test_the_page_tells_who_changed_which_sentence_and_what_it_was(illustrative):
    illustrative.open("templates")
    ledger, was = cache.ledger(), t.raw("circular.asked")
    known = {"actor": "张三", "at": clock.now(), "seen": 0}
    own_sentences.save(ledger, "circular.asked", "请各单位整改。", **known)
    app = illustrative.open("templates")
    assert not app.exception
    (shown,) = [one.value for one in app.table if t("table.text_before") in one.value]
    (row,) = shown.to_dict("records")
    assert (row[t("table.text_before")], row[t("table.text_after")]) == (was, "请各单位整改。")
    assert (row[t("table.actor")], row[t("table.did")]) == ("张三", t("own.did_save"))
    assert t("own.history", count=1) in [one.label for one in app.expander]


def test_each_project_of_a_chain_is_listed_by_its_name_which_leads_to_its_card(illustrative):
    pick = "investment|航空航天"
    app = illustrative.open("investment", period="2026-09", pick=pick, as_of="2026-11-26")
    assert not app.exception
    (listed,) = [one.value for one in app.markdown if one.value.startswith("- **[P04 ")]
    assert "(card?" in listed
    link = listed.split("(card?")[1].split(")")[0]
    assert {"item=P04", "period=2026%2D09"} <= set(link.split("&"))
    assert "pick" not in link


def test_a_name_that_fills_two_lines_has_a_row_in_which_the_grid_breaks_lines():
    name = "河南高端装备智能制造研究院智能制造数字化车间"
    height = wrapping.heights(pd.DataFrame({"a": [name]}), (("a", 272),), t)["row_height"]
    assert height > 4 * 16  # so many px or less and the browser's grid cuts it


def test_everybody_in_charge_is_listed_by_name_which_leads_to_their_projects(of_the_year):
    app = of_the_year.open("mine", period="2026-10")
    assert not app.exception
    (table,) = [one.value for one in app.dataframe if t("table.person") in one.value]
    (listed,) = [one.value for one in app.markdown if one.value.startswith("- **[")]
    assert listed.count("(mine?") == listed.count("who=") == len(table)


def test_the_log_is_listed_with_all_that_its_entries_say(illustrative):
    app = illustrative.open("audit")
    assert not app.exception
    (table,) = [one.value for one in app.dataframe if t("audit.column_said") in one.value]
    listed = [one.value for one in app.markdown if one.value.startswith("- **")]
    assert sum(one.count("\n") + 1 for one in listed) == len(table)
