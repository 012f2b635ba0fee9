"""The ledger of problems on the page: raised, changed, closed, filtered, looked back at."""

from datetime import UTC, date, datetime

import pytest

from domain.columns import ItemKind
from domain.problems import Doing, Entries, ProblemType
from store.problem_acts import close, problems, raise_problem
from tests.pages.reader import charts, table_with, words
from texts import catalogue
from ui import cache, past_cache

t = catalogue("zh")
CARD = "pages/leadership/card.py"
SEPTEMBER = datetime(2026, 9, 1, 4, tzinfo=UTC)


def opened(reader, **address):
    app = reader.open("problems", **address)
    assert not app.exception
    return app


def known():
    return problems(cache.ledger())


def with_form(app):
    """Click on the title of the form."""
    app.session_state["problem-form-open"] = True
    return app.run()


def by_hand(app, *, what="示例：用地未批", kind="用地", owner="财政局", actor="李四", item=None):
    app.text_area(key="problem-new-what").input(what)
    app.selectbox(key="problem-new-type").set_value(kind)
    app.selectbox(key="problem-new-owner").set_value(owner)
    if item:
        app.selectbox(key="problem-new-item").set_value(item)
    app.text_input(key="problem-new-actor").input(actor)
    return app.button(key="problem-raise").click().run()


def take_first_stated(app):
    """Click the button of the first row of the problems that reports state."""
    app.session_state["stated-take"] = {"row": 0}
    return app.run()


@pytest.fixture
def raised(illustrative):
    """A reader of a ledger with two problems, one of them overdue and one about no item."""
    late = Entries("示例：用地未批", ProblemType.LAND, "财政局", date(2026, 9, 2),
                   kind=ItemKind.PROJECT, item_id="P03")  # fmt: skip
    other = Entries("示例：纪要未落实", ProblemType.OTHER, "关堤乡")
    for new in (late, other):
        raise_problem(cache.ledger(), new, actor="甲", at=SEPTEMBER)
    return illustrative


def test_a_problem_is_raised_by_hand_and_the_form_is_empty_again(illustrative):
    app = by_hand(with_form(opened(illustrative)), item="P03")
    assert [said.value for said in app.success] == [t("problem.raised", number=1)]
    (problem,) = known().values()
    assert (problem.entries.type, problem.entries.owner, problem.entries.item_id) == (
        ProblemType.LAND,
        "财政局",
        "P03",
    )
    assert (problem.entries.kind, problem.raised_by) == (ItemKind.PROJECT, "李四")
    assert not app.text_area(key="problem-new-what").value


def test_a_folded_form_keeps_its_draft_until_it_is_filed(illustrative):
    app = with_form(opened(illustrative))
    app.text_area(key="problem-new-what").input("示例：用地未批")
    app.selectbox(key="problem-new-owner").set_value("财政局")
    app.selectbox(key="problem-new-type").set_value("用地").run()
    app.session_state["problem-form-open"] = False
    app.run()
    assert [box for box in app.text_area if box.key == "problem-new-what"] == []
    assert t("problem.draft_kept") in [caption.value for caption in app.caption]
    app = with_form(app)
    assert app.text_area(key="problem-new-what").value == "示例：用地未批"
    assert app.selectbox(key="problem-new-owner").value == "财政局"
    app.text_input(key="problem-new-actor").input("李四")
    app = app.button(key="problem-raise").click().run()
    assert len(known()) == 1
    assert not app.text_area(key="problem-new-what").value
    assert not app.selectbox(key="problem-new-owner").value


def test_the_form_hints_at_an_open_problem_of_the_same_item_and_type_and_refuses_nothing(raised):
    app = with_form(opened(raised))
    app.text_area(key="problem-new-what").input("用地手续未批")
    app.selectbox(key="problem-new-type").set_value("用地")
    app = app.selectbox(key="problem-new-item").set_value("P03").run()
    said = "第 1 号“示例：用地未批”"
    assert any(said in one.value for one in app.warning)
    app = by_hand(app, what="用地手续未批", item="P03")
    assert known()[3].entries.item_id == "P03"
    assert said in app.success[0].value


def test_a_problem_without_type_or_owner_is_refused_in_a_sentence(illustrative):
    app = with_form(opened(illustrative))
    app.text_area(key="problem-new-what").input("示例：用地未批")
    app = app.button(key="problem-raise").click().run()
    names = t("filter.or").join([t("problem.type"), t("problem.owner")])
    assert [said.value for said in app.error] == [t("problem.needs", names=names)]
    assert known() == {}


def test_what_a_report_states_fills_the_form_and_waits_no_longer_once_raised(illustrative):
    app = opened(illustrative)
    before = table_with(app, t("table.take"))
    app = take_first_stated(app)
    assert app.text_area(key="problem-new-what").value == before[t("table.problem")].iloc[0]
    app.selectbox(key="problem-new-type").set_value("资金")
    app.selectbox(key="problem-new-owner").set_value("财政局")
    app.text_input(key="problem-new-actor").input("李四")
    del app.session_state["stated-take"]
    app = app.button(key="problem-raise").click().run()
    assert [said.value for said in app.success] == [t("problem.raised", number=1)]
    assert len(table_with(app, t("table.take"))) == len(before) - 1
    assert known()[1].stated


def test_who_comes_second_sees_the_pictures_too(raised):
    first, second = (charts(opened(raised)) for _ in range(2))
    assert set(first) == set(second) == {"problems_by_unit", "problems_by_age"}


def test_a_problem_is_closed_with_evidence(raised):
    app = opened(raised, problem="1")
    app.text_input(key="problem-actor").input("督查")
    app.text_input(key="problem-text-1-1").input("批复已取得")
    app = app.button(key="problem-act").click().run()
    did = t("problem.did_close")
    assert [said.value for said in app.success] == [t("problem.acted", number=1, did=did)]
    assert not known()[1].is_open


def test_without_evidence_nothing_is_closed(raised):
    app = opened(raised, problem="1")
    app.text_input(key="problem-actor").input("督查")
    app = app.button(key="problem-act").click().run()
    assert [said.value for said in app.error] == [t("ledger.blank_problem_evidence")]
    assert known()[1].is_open


def test_owner_and_type_change_with_a_reason(raised):
    app = opened(raised, problem="1")
    app.button_group(key="problem-doing-1-1").set_value(Doing.CHANGE).run()
    app.selectbox(key="problem-owner-1-1").set_value("关堤乡")
    app.text_input(key="problem-actor").input("督查")
    app.text_input(key="problem-text-1-1").input("改由属地解决")
    app = app.button(key="problem-act").click().run()
    assert known()[1].entries.owner == "关堤乡"
    said = "\n".join(words(app))
    entry = t("problem.entry_owner")
    assert t("problem.changed", entry=entry, was="财政局", now="关堤乡") in said


def test_who_did_not_see_what_somebody_else_did_is_told(raised):
    app = opened(raised, problem="1")
    close(cache.ledger(), 1, "批复已取得", actor="乙", at=SEPTEMBER, seen=1)
    app.text_input(key="problem-actor").input("督查")
    app.text_input(key="problem-text-1-1").input("已解决")
    app = app.button(key="problem-act").click().run()
    assert [said.value for said in app.error] == [t("ledger.acted_meanwhile", number=3, actor="乙")]


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ({}, ["示例：用地未批", "示例：纪要未落实"]),
        ({"problem_state": "overdue"}, ["示例：用地未批"]),
        ({"problem_type": "其他"}, ["示例：纪要未落实"]),
        ({"problem_owner": "财政局"}, ["示例：用地未批"]),
        ({"problem_item": "none"}, ["示例：纪要未落实"]),
        ({"problem_item": "P99"}, ["示例：用地未批", "示例：纪要未落实"]),
    ],
)
def test_a_link_says_which_problems_are_listed(raised, address, listed):
    table = table_with(opened(raised, **address), t("table.problem_state"))
    assert list(table[t("table.problem")]) == listed


def test_looking_back_shows_the_ledger_of_that_day_and_lets_nobody_act(raised):
    close(cache.ledger(), 1, "批复已取得", actor="乙", at=datetime.now(UTC), seen=1)
    day = past_cache.first_day().isoformat()
    app = opened(raised, as_of=day, problem="1", problem_state="all")
    assert "problem-act" not in [one.key for one in app.button]
    assert "problem-raise" not in [one.key for one in app.button]


def test_the_card_lists_the_problems_of_its_item(raised):
    app = raised.open("overview", item="P03")
    app.switch_page(CARD)
    app.query_params["item"] = "P03"
    said = "\n".join(words(app.run())).replace("\\", "")
    assert t("problem.on_card") in said
    assert "示例：用地未批" in said
    assert "示例：纪要未落实" not in said
