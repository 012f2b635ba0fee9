"""台账历史: looking back to a day, withdrawing a version; nothing is ever lost."""

from datetime import date

import pytest

from tests.pages.reader import WITHOUT_LOGIN, key_figures, opened, words
from texts import catalogue
from texts.dates import spoken
from ui import cache

t = catalogue("zh")
THAT_DAY, BEFORE_THE_LEDGER, NOT_YET = "2026-11-22", "2026-11-21", "2999-12-31"


def test_a_link_to_a_day_shows_every_page_as_it_stood_when_that_day_ended(illustrative):
    app = illustrative.open("overview", as_of=THAT_DAY)
    said = t("history.looking_back", day=spoken(THAT_DAY, t), version=5)
    assert [info.value for info in app.info] == [said]
    assert key_figures(app)[t("key.done")] == "79.85 亿元"


@pytest.mark.parametrize("page", sorted(WITHOUT_LOGIN))
@pytest.mark.parametrize("day", [BEFORE_THE_LEDGER, NOT_YET])
def test_a_day_before_or_after_the_ledgers_own_is_no_failure(illustrative, page, day):
    app = illustrative.open(page, as_of=day)
    assert not app.exception
    assert not app.error


def test_a_day_that_is_none_shows_the_ledger_of_today(illustrative):
    app = illustrative.open("overview", as_of="下个月底")
    assert not app.info
    assert key_figures(app)[t("key.done")] == "79.85 亿元"


def test_the_reader_returns_to_now_with_one_click(illustrative):
    app = illustrative.open("overview", as_of=THAT_DAY)
    app.button(key="return-to-now").click().run()
    assert not app.info
    assert "as_of" not in app.query_params


def test_every_page_is_set_back_to_a_version_and_returns(illustrative):
    app = illustrative.open("history")
    app.number_input(key="look-back-version").set_value(4)
    app.button(key="look-back-at-version").click().run()
    assert app.query_params["version"] == "4"
    assert t("meeting.frozen", version=4) in [info.value for info in app.info]
    app.date_input(key="look-back-day").set_value(date.fromisoformat(THAT_DAY))
    app.button(key="look-back").click().run()
    assert "version" not in app.query_params, "a day takes the place of a version"
    assert [info.value for info in app.info] == [
        t("history.looking_back", day=spoken(THAT_DAY, t), version=5)
    ]


def test_a_long_reason_and_the_base_are_written_out_and_a_withdrawal_has_no_rows(illustrative):
    app = illustrative.open("history")
    why = "报错月份，" * 30
    withdrawn(app, who="王五", why=why)
    said = " ".join(part.value for part in app.markdown)
    app.selectbox(key="version-shown").set_value(6).run()
    said = " ".join(part.value for part in app.markdown)
    assert why in said
    app.selectbox(key="version-shown").set_value(5).run()
    assert "依据第 4 版" in " ".join(part.value for part in app.markdown)
    table = next(one.value for one in app.dataframe if t("history.base") in one.value.columns)
    assert table[t("upload.column_rows")].isna().tolist() == [True] + [False] * 5
    assert table[t("upload.column_rows")].dtype == "Int64"


def test_a_withdrawn_version_no_longer_counts_and_says_who_and_why(illustrative):
    app = illustrative.open("history")
    withdrawn(app, who="王五", why="报错月份")
    assert [said.value for said in app.success] == [t("history.withdrawn", version=5, now=6)]
    assert any("王五" in info.value and "报错月份" in info.value for info in app.info)
    overview = illustrative.open("overview")
    assert overview.selectbox(key="period").value == "2026-09"


@pytest.mark.parametrize(("who", "why"), [("", "报错月份"), ("王五", " ")])
def test_nobody_withdraws_without_a_name_and_a_reason(illustrative, who, why):
    app = illustrative.open("history")
    withdrawn(app, who=who, why=why)
    assert len(app.error) == 1
    assert cache.ledger().version() == 5


def test_the_delivered_plan_cannot_be_withdrawn(empty):
    app = empty.open("history")
    assert t("ledger.baseline", version=2) in [caption.value for caption in app.caption]
    assert "withdraw" not in [button.key for button in app.button]


def test_any_two_versions_are_compared_once_somebody_asks(illustrative):
    app = illustrative.open("history")
    assert "compare-from" not in {one.key for one in app.number_input}
    opened(app, "compare-open")
    app.number_input(key="compare-from").set_value(3).run()
    app.segmented_control(key="compare-kind").set_value("progress").run()
    said = " ".join(part.value for part in app.markdown)
    assert "第 3 版 → 第 5 版：新增" in said


def withdrawn(app, *, who, why):
    opened(app, "withdraw-open")
    app.text_input(key="withdraw-actor").set_value(who)
    app.text_input(key="withdraw-why").set_value(why)
    return app.button(key="withdraw").click().run()


def test_whoever_loaded_illustrative_data_is_named_in_the_readers_language(illustrative):
    for page in ("history", "audit"):
        said = " ".join(words(illustrative.open(page, lang="en")))
        assert catalogue("en")("samples.actor") in said
        assert catalogue("zh")("samples.actor") not in said
