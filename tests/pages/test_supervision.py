"""The supervisor's pages: who owes what, what was answered, by which rules."""

import pytest

from domain.periods import Period
from domain.roles import Role
from store import accounts, authority
from store.account_rows import Account
from tests.pages.reader import PAGES, charts, table_with, words
from texts import catalogue
from texts.dates import spoken
from ui import cache, clock, reminded

t = catalogue("zh")
ON, OFF = True, False


def opened(reader, page, **address):
    address.setdefault("period", "2026-10")  # else that of the day the test runs on
    app = reader.open(page, **address)
    assert not app.exception
    return app


def answer(app, *, actor, text):
    (who,) = [one for one in app.text_input if one.key.startswith("warning-actor")]
    who.input(actor)
    (why,) = [one for one in app.text_input if one.key.startswith("warning-text-")]
    why.input(text)
    return app.button(key="warning-act").click().run()


def test_a_warning_is_answered_and_the_answer_stays(illustrative):
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="征拆受阻，已报协调单")
    assert [said.value for said in app.success] == [
        t("warning.acted", did=t("warning.act_explain"))
    ]
    (course,) = cache.courses().values()
    assert (course.life.value, course.said[0].text) == ("explained", "征拆受阻，已报协调单")
    states = app.dataframe[0].value[t("table.life")]
    assert t("warning.life_explained") in set(states)


def test_an_opened_warning_has_an_address_that_opens_it_again(illustrative):
    app = opened(illustrative, "warnings")
    assert list(app.dataframe[0].value.columns)[:2] == [t("table.item"), t("table.name")]
    app.selectbox(key="warning-open").select_index(2).run()
    key = "".join(app.query_params["warning"])
    title = app.selectbox(key="warning-open").format_func(key)
    again = illustrative.open("warnings", warning=key, rule="late")  # whatever is filtered
    assert again.selectbox(key="period").value == "2026-10"
    assert f"**{title}**" in [one.value for one in again.markdown]
    app.selectbox(key="warning-open").set_value(None).run()
    assert "warning" not in app.query_params


def test_the_address_of_a_warning_that_is_gone_says_so(illustrative):
    app = opened(illustrative, "warnings", warning="late|任务|T99|财政局|2026-10|")
    assert t("warning.gone") in [one.value for one in app.warning]


def test_the_course_of_a_warning_names_the_unit_of_who_spoke(illustrative):
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="征拆受阻")
    reporter = Account("李四", frozenset({Role.REPORTER}), frozenset({"财政局"}))
    accounts.add(cache.ledger(), reporter, password_hash=None, by=authority.CONSOLE, at=clock.now())
    (key,) = cache.courses()
    again = opened(illustrative, "warnings", warning=key)
    (course,) = [one.value for one in again.dataframe if t("table.did") in one.value]
    assert list(course[t("table.unit")]) == ["财政局"]


def test_what_was_written_about_one_warning_is_not_said_about_the_next(illustrative):
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="征拆受阻，已报协调单")
    app.selectbox(key="warning-open").select_index(1).run()
    (why,) = [one for one in app.text_input if one.key.startswith("warning-text-")]
    assert not why.value


def test_an_answer_without_words_is_refused_in_a_sentence(illustrative):
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="")
    assert [said.value for said in app.error] == [t("ledger.blank_warning_text")]
    assert cache.courses() == {}


def test_who_explained_a_warning_does_not_accept_it_with_one_more_click(illustrative):
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="征拆受阻，已报协调单")
    (who,) = [one for one in app.text_input if one.key.startswith("warning-actor")]
    assert not who.value
    app = answer(app, actor="李四", text="")
    assert [said.value for said in app.error] == [t("ledger.own_explanation", actor="李四")]
    (course,) = cache.courses().values()
    assert course.life.value == "explained"


def test_the_pills_count_the_warnings_and_show_one_rule(illustrative):
    app = opened(illustrative, "warnings")
    every = len(app.dataframe[0].value)
    app.button_group(key="pills-rule").set_value(["behind"]).run()
    of_rule = app.dataframe[0].value
    assert set(of_rule[t("table.rule")]) == {t("warning.behind")}
    assert 0 < len(of_rule) < every
    assert app.query_params["rule"] == "behind"
    (shown,) = [one for one in app.caption if one.value == t("warning.all", count=len(of_rule))]
    assert shown


def test_warnings_are_chosen_in_the_address_and_the_choice_goes_along(illustrative):
    chosen = {"unit": "社会事务局", "rule": "late", "severity": "yellow", "life": "raised"}
    app = opened(illustrative, "warnings", **chosen, kind="task")
    table = app.dataframe[0].value
    assert set(table[t("table.rule")]) == {t("warning.late")}
    assert set(table[t("table.unit")]) == {"社会事务局"}
    assert all(item.startswith("T") for item in table[t("table.item")])
    app.switch_page(PAGES["reporting"]).run()
    kept = {name: app.query_params[name] for name in (*chosen, "kind")}
    assert kept == {**chosen, "kind": "task"}


def test_what_no_warning_can_be_is_taken_out_of_the_address(illustrative):
    app = opened(illustrative, "warnings", severity="grave")
    assert t("filter.dropped", values="grave") in [said.value for said in app.caption]
    assert "severity" not in app.query_params


def test_nothing_left_by_the_choice_is_said(illustrative):
    app = opened(illustrative, "warnings", life="closed")
    assert [said.value for said in app.info] == [t("warning.none_chosen")]


def test_the_board_and_its_rates_are_of_the_chosen_unit_and_kind(illustrative):
    app = opened(illustrative, "reporting", unit="社会事务局", kind="task")
    drawn = charts(app)
    assert drawn["reporting_board"]["data"][0]["y"] == ["社会事务局"]
    rate = drawn["reporting_rate"]["data"][0]
    assert rate["name"] == "上报率：2026年10月 100.0%（4/4）"
    rates = [said.value for said in app.markdown if "应报 4 份" in said.value]
    assert "上报率 100.0%（已报 4/应报 4" in rates[0]
    only = t("figure.only_task")
    assert sum(only in said.value for said in app.caption) == 2
    items = [item for table in app.dataframe for item in table.value.get(t("table.item"), [])]
    assert items
    assert all(item.startswith("T") for item in items)


def test_who_has_not_reported_is_listed_as_of_the_day_the_longest_overdue_first(illustrative):
    app = opened(illustrative, "reporting", as_of="2026-11-22")
    (table,) = [one.value for one in app.dataframe if t("table.days") in one.value]
    assert list(table[t("table.days")].unique()) == ["已过 55 天", "已过 27 天", "还有 3 天"]
    november = table[table[t("table.month")] == "2026年11月"]
    assert november[t("table.owed")].sum() == 62
    assert november[t("table.owed")].is_monotonic_decreasing


def test_the_board_names_the_reports_that_are_not_right(illustrative):
    app = opened(illustrative, "reporting", period="2026-10")
    table = app.dataframe[0].value
    said = {state for cell in table[t("table.reported_as")] for state in cell.split("、")}
    assert t("warning.state_missing") in said
    assert t("warning.state_on_time") not in said


def test_a_cell_of_the_board_has_an_address_that_outlives_the_language(illustrative):
    app = opened(illustrative, "reporting", period="2026-10", cell="财政局|2026-09")
    for language, unit in (("en", "Finance Bureau"), ("zh", "财政局")):
        app.segmented_control(key="lang").set_value(language).run()
        said = catalogue(language)
        (head,) = [one.value for one in app.markdown if one.value.startswith(f"**{unit}")]
        month = said("chart.month_in_full", year=2026, month=9)
        count = len(app.dataframe[0].value)
        assert head == f"**{said('warning.board_behind', unit=unit, month=month, count=count)}**"
        assert set(app.dataframe[0].value[said("table.unit")]) == {unit}
        assert "".join(app.query_params["cell"]) == "财政局|2026-09"
    app.button(key="board-close").click().run()
    assert "cell" not in app.query_params
    assert t("warning.all_units") in "".join(one.value for one in app.markdown)


@pytest.mark.parametrize("cell", ["财政局", "无此单位|2026-10", "财政局|2031-01", "财政局|"])
def test_a_cell_that_the_board_does_not_have_is_dropped_from_the_address(illustrative, cell):
    app = opened(illustrative, "reporting", period="2026-10", cell=cell)
    assert "cell" not in app.query_params


def test_a_cell_of_a_unit_that_is_filtered_out_is_closed(illustrative):
    app = opened(illustrative, "reporting", unit="关堤乡", cell="财政局|2026-10")
    assert "cell" not in app.query_params


def test_the_board_is_shown_in_a_meeting_with_the_day_it_is_counted_on(illustrative):
    app = opened(illustrative, "meeting", period="2026-10", chart="reporting_board")
    assert set(charts(app)) == {"meeting-reporting_board"}
    day = clock.today()
    counted = t("figure.received_by", year=day.year, month=day.month, day=day.day)
    assert any(counted in said for said in words(app))


def test_the_board_of_a_meeting_has_the_chosen_units_only(illustrative):
    app = opened(illustrative, "meeting", period="2026-10", chart="reporting_board", unit="财政局")
    (drawn,) = charts(app).values()
    assert drawn["data"][0]["y"] == ["财政局"]


def test_rules_put_in_force_judge_the_months_from_theirs_on(illustrative):
    app = opened(illustrative, "rules")
    before = {month: list(cache.board().standing(month).light) for month in (EARLY, LATE)}
    app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    app.number_input(key="rule-red_below-默认规则").set_value(-1).run()
    app = app.number_input(key="rule-yellow_below-默认规则").set_value(0).run()
    app.text_input(key="rule-actor").input("王五").run()
    app = put_in_force(app)
    assert not app.error
    after = {month: list(cache.board().standing(month).light) for month in (EARLY, LATE)}
    assert after[EARLY] == before[EARLY]
    assert after[LATE] != before[LATE]
    assert cache.plan().rulebook.at(LATE).red_below == -1


def put_in_force(app):
    """Confirm that past months are judged anew, where that is asked, and put the set in force."""
    for one in app.checkbox:
        if one.key.startswith("rule-rejudges-"):
            app = one.check().run()
    return app.button(key="rule-offer").click().run()


def test_judging_past_months_anew_says_how_many_months_and_lights_and_asks_to_confirm(illustrative):
    app = opened(illustrative, "rules", as_of="2026-11-22")
    assert app.button(key="rule-offer").disabled  # it says what is in force already
    app.number_input(key="rule-spread_points-默认规则").set_value(9).run()
    assert not app.button(key="rule-offer").disabled  # from this month on it judges no past month
    app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    app = app.number_input(key="rule-red_below-默认规则").set_value(-6).run()
    before = list(cache.board().standing(LATE).light)
    (said,) = [one.value for one in app.error]
    assert said.startswith("**将改判已经过去的 1 个月（2026年10月至2026年10月）")
    assert app.button(key="rule-offer").disabled
    (sure,) = [one for one in app.checkbox if one.key.startswith("rule-rejudges-")]
    assert not sure.check().run().button(key="rule-offer").disabled
    app.text_input(key="rule-actor").input("王五").run()
    put_in_force(app)
    after = list(cache.board().standing(LATE).light)
    changed = sum(one != other for one, other in zip(before, after, strict=True))
    assert f"{changed} 处灯号" in said


def test_a_set_that_bears_the_name_of_another_is_refused_in_a_sentence(illustrative):
    app = opened(illustrative, "rules")
    assert app.text_input(key="rule-name-默认规则").value == "默认规则（修订）"
    app.text_input(key="rule-name-默认规则").input("默认规则").run()
    app.number_input(key="rule-due_day-默认规则").set_value(20).run()
    app.text_input(key="rule-actor").input("王五").run()
    app = app.button(key="rule-offer").click().run()
    first = cache.plan().rulebook.in_order[0].effective
    assert [one.value for one in app.error] == [
        t("ledger.rule_name_taken", name="默认规则", effective=str(first))
    ]


def test_what_another_rule_changes_is_counted_before_it_is_written(illustrative):
    app = opened(illustrative, "rules")
    app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    app.number_input(key="rule-spread_points-默认规则").set_value(1).run()
    app = app.number_input(key="rule-due_day-默认规则").set_value(1).run()
    assert t("rule_change.due_past", months=1, late=0, missing=0) in [
        said.value for said in app.warning
    ]  # every sample sheet came late already
    (table,) = [one.value for one in app.dataframe if t("table.gained") in one.value]
    assert set(table[t("table.rule")]) == {t("warning.units_disagree")}
    count = table[t("table.gained")].sum()
    counts = {"late": 0, "missing": 0, "gained": count, "lost": 0}
    said = t("rule_change.warnings", effective=spoken(LATE, t), **counts)
    assert said in [one.value for one in app.markdown]


def test_a_rule_for_a_coming_month_is_shown_on_trial_and_accuses_nobody(illustrative):
    app = opened(illustrative, "rules", as_of="2026-11-22")
    app.selectbox(key="rule-effective").set_value(str(clock.last_finished_period().earlier(-3)))
    app = app.number_input(key="rule-due_day-默认规则").set_value(1).run()
    assert not [said.value for said in app.warning if "截止日" in said.value]
    lights = t("rule.changes_on_trial", effective=spoken(LATE, t), count=0)
    said = [one.value for one in app.markdown]
    assert lights in said
    assert [one for one in said if one.startswith(f"试算：假如用于{spoken(LATE, t)}，迟报多")]


def test_in_a_month_that_is_not_over_a_page_reaches_to_the_day(illustrative):
    app = opened(illustrative, "reporting", as_of="2026-11-22", period="2026-11")
    reach = next(one.value for one in app.caption if cache.plan().document in one.value)
    assert reach.endswith(t("figure.as_of_day", year=2026, month=11, day=22))


def test_the_form_begins_with_the_set_in_force(illustrative):
    app = opened(illustrative, "rules")
    app.number_input(key="rule-due_day-默认规则").set_value(20).run()
    app.number_input(key="rule-red_below-默认规则").set_value(-9).run()
    app.text_input(key="rule-name-默认规则").input("从严").run()
    app.text_input(key="rule-actor").input("王五").run()
    app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    put_in_force(app)
    app = opened(illustrative, "rules")
    assert app.number_input(key="rule-due_day-从严").value == 20
    assert app.number_input(key="rule-red_below-从严").value == -9


def test_once_a_set_is_in_force_the_form_is_empty_and_what_was_in_force_is_still_listed(
    illustrative,
):
    app = opened(illustrative, "rules")
    app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    for form, due_day in (("默认规则", 20), ("第20日", 21)):
        app.number_input(key=f"rule-due_day-{form}").set_value(due_day).run()
        app.text_input(key=f"rule-name-{form}").input(f"第{due_day}日").run()
        app.text_input(key="rule-actor").input("王五").run()
        app.text_input(key="rule-why").input(f"改为第{due_day}日").run()
        put_in_force(app)
        assert not [one for one in app.checkbox if one.value], "nothing stays confirmed"
        assert not app.text_input(key="rule-why").value
        assert app.button(key="rule-offer").disabled, "a second click puts nothing in force"
        app.selectbox(key="rule-effective").set_value(str(LATE)).run()
    table = table_with(app, t("table.rule_state"))
    listed = zip(table[t("table.rule")], table[t("table.rule_state")], strict=True)
    assert list(listed) == [
        ("第21日", t("rule.counts")),
        ("第20日", t("rule.replaced")),
        ("默认规则", t("rule.counts")),
    ]


def test_a_set_that_contradicts_itself_is_refused_in_a_sentence(illustrative):
    app = opened(illustrative, "rules")
    app.number_input(key="rule-red_below-默认规则").set_value(3).run()
    assert [said.value for said in app.error] == [t("rule.refused_red_below")]


def counted(reader, page, **address):
    app = opened(reader, page, **address)
    return app, [said.value for said in app.markdown]


def test_the_overview_counts_the_warnings_of_the_month_and_what_is_unanswered(illustrative):
    every = cache_rows(illustrative)
    grave = int((every.severity == "red").sum())
    numbers = {"count": len(every), "grave": grave, "unanswered": len(every)}
    _, said = counted(illustrative, "overview")
    assert t("warning.counts", **numbers) in said
    app = opened(illustrative, "warnings")
    app.selectbox(key="warning-open").select_index(0).run()
    app = answer(app, actor="李四", text="征拆受阻，已报协调单")
    _, said = counted(illustrative, "overview")
    assert t("warning.counts", **(numbers | {"unanswered": len(every) - 1})) in said
    (doing,) = [one for one in app.button_group if str(one.key).startswith("warning-doing")]
    answer(doing.set_value("reject").run(), actor="王五", text="没有说明何时交地")
    _, said = counted(illustrative, "overview")
    assert t("warning.counts", **numbers) in said


def test_warnings_are_counted_by_unit_and_all_together(illustrative):
    every = cache_rows(illustrative)
    app = opened(illustrative, "units")
    (table,) = [one.value for one in app.dataframe if t("table.warnings_own") in one.value]
    own = int(every.responsible_unit.notna().sum())
    assert table[t("table.warnings_own")].sum() == own
    assert table[t("table.warnings_carried")].sum() > len(every) - own  # a task has several units
    said = t("warning.own_and_carried", own=own, carried=len(every) - own)
    assert said in [one.value for one in app.caption]


def test_the_card_of_an_item_lists_its_warnings(illustrative):
    every = cache_rows(illustrative)
    item = every.item_id.iloc[0]
    _, said = counted(illustrative, "card", item=item)
    head = t("warning.of_item", count=int((every.item_id == item).sum()))
    assert any(head in one and t("warning.life_raised") in one for one in said)


def cache_rows(reader):
    opened(reader, "warnings")
    return cache.warnings(cache.board().periods[-1])


EARLY, LATE = Period(2026, 9), Period(2026, 10)


def test_a_number_of_the_circular_opens_the_rows_it_rests_on(illustrative):
    app = opened(illustrative, "circular", number="undisclosed")
    items, out_of = (one.value for one in app.dataframe)
    assert (len(items), len(out_of)) == (6, 10)
    assert set(items[t("table.seen")]) == {t("circular.said_undisclosed")}


def test_a_number_there_is_not_opens_nothing(illustrative):
    assert not opened(illustrative, "circular", number="nonsense").dataframe


def test_what_is_switched_off_stands_in_the_address(illustrative):
    app = opened(illustrative, "circular", last="off")
    assert not app.toggle(key="last").value
    app.toggle(key="progress").set_value(OFF).run()
    assert app.query_params["progress"] == "off"
    assert "按平均完成进度" not in app.code[0].value
    app.toggle(key="progress").set_value(ON).run()
    assert "progress" not in app.query_params


def test_the_circular_and_the_lists_can_be_taken_along(illustrative):
    app = opened(illustrative, "circular")
    keys = {one.key for one in app.get("download_button")}
    assert {"circular-docx", "circular-xlsx"} <= keys
    for page in ("warnings", "reporting"):
        keys = {one.key for one in opened(illustrative, page).get("download_button")}
        assert {"reminder-xlsx", "reminders-xlsx"} <= keys


def test_the_load_of_units_can_be_counted_in_projects_and_the_link_says_so(illustrative):
    app = opened(illustrative, "units", carried="projects")
    assert {"load_projects", "matrix_projects"} <= charts(app).keys()
    assert not {"load", "load_state", "matrix", "together"} & charts(app).keys()
    app.segmented_control(key="carried").set_value("tasks").run()
    assert {"load", "load_state", "matrix"} <= charts(app).keys()


def test_the_month_that_is_asked_for_can_be_looked_at_before_anybody_reported_it(illustrative):
    after = {"as_of": "2026-11-26", "period": "2026-11"}
    app = opened(illustrative, "reporting", **after)
    assert charts(app)["reporting_board"]["data"][0]["x"][-1] == "2026-11"
    assert app.selectbox(key="period").value == "2026-11"
    app.switch_page(PAGES["warnings"]).run()
    assert app.selectbox(key="period").value == "2026-11"
    assert t("warning.missing") in set(app.dataframe[0].value[t("table.rule")])


def test_no_caption_of_a_month_that_is_not_over_says_its_end(illustrative):
    app = opened(illustrative, "reporting", as_of="2026-11-26", period="2026-11")
    said = [one.value for one in app.caption if "截至" in one.value]
    assert len(said) == 3  # the head of the page and two charts
    assert all("截至2026年11月26日" in one for one in said)
    over = opened(illustrative, "reporting", as_of="2026-11-26", period="2026-10")
    assert sum("截至2026年10月底" in one.value for one in over.caption) == 3


def test_the_pages_open_at_the_month_asked_for_and_the_overview_at_the_last_reported(illustrative):
    app = illustrative.open("overview", as_of="2026-11-24")
    assert app.selectbox(key="period").value == "2026-10"
    app.switch_page(PAGES["letters"]).run()
    assert app.selectbox(key="period").value == "2026-11"
    due = t("page.days_left", days=1)
    app.switch_page(PAGES["reporting"]).run()
    assert any(said.value.endswith(due) for said in app.caption)


def test_a_reminder_too_long_to_be_pasted_is_offered_as_a_list_alone(illustrative, monkeypatch):
    assert illustrative.open("reporting").code
    monkeypatch.setattr(reminded, "_MOST_PASTED", 0)
    app = illustrative.open("reporting")
    assert not app.code
    assert [said.value for said in app.info if "XLSX" in said.value]
    assert "reminder-xlsx" in [one.key for one in app.get("download_button")]
