"""The day a sheet was really received is recorded on 台账历史, and the board follows."""

from datetime import date

import pytest

from store.receipts import receipts
from tests.pages.reader import opened
from texts import catalogue
from texts.dates import spoken
from ui import cache

t = catalogue("zh")
SEPTEMBER = 4  # the version of the illustrative sheet of September, uploaded in November
CAME, LATER = date(2026, 9, 28), date(2026, 9, 29)  # the 25th to the 27th were a holiday


def recorded(reader, day, *, actor="督查员", why="纸质材料先到", version=SEPTEMBER):
    app = reader.open("history")
    app.selectbox(key="version-shown").set_value(version).run()
    opened(app, "receipt-open")
    asked = {one.key: one for one in (*app.date_input, *app.text_input)}
    asked[next(key for key in asked if key.startswith("receipt-day"))].set_value(day)
    asked["receipt-actor"].input(actor)
    asked[next(key for key in asked if key.startswith("receipt-why"))].input(why)
    app = app.button(key="receipt-record").click().run()
    assert not app.exception
    return app


def late_in_september(reader):
    app = reader.open("reporting")
    app.selectbox(key="period").set_value("2026-09").run()
    states = app.dataframe[0].value[t("table.reported_as")]
    return sum(t("warning.state_late") in said for said in states)


def test_a_sheet_that_came_on_paper_in_time_is_no_longer_late(illustrative):
    assert late_in_september(illustrative) == 61
    app = recorded(illustrative, CAME)
    done = t("receipt.recorded", version=SEPTEMBER, day=spoken(CAME, t))
    assert [said.value for said in app.success] == [done]
    assert t("receipt.counts", day=spoken(CAME, t)) in [said.value for said in app.markdown]
    assert late_in_september(illustrative) == 0


def test_a_second_day_counts_and_the_first_stays_in_the_book(illustrative):
    recorded(illustrative, CAME)
    recorded(illustrative, LATER, actor="李四", why="登记有误")
    told = [(one.day, one.actor, one.reason) for one in receipts(cache.ledger(), SEPTEMBER)]
    assert told == [(CAME, "督查员", "纸质材料先到"), (LATER, "李四", "登记有误")]
    assert late_in_september(illustrative) == 61


@pytest.mark.parametrize(("blank", "refusal"), [("why", "reason"), ("actor", "actor")])
def test_a_receipt_without_a_name_or_a_reason_is_refused(illustrative, blank, refusal):
    app = recorded(illustrative, CAME, **{blank: " "})
    assert [said.value for said in app.error] == [t(f"ledger.blank_{refusal}")]
    assert receipts(cache.ledger(), SEPTEMBER) == ()


def test_of_a_table_of_projects_no_day_is_asked(illustrative):
    app = illustrative.open("history")
    app.selectbox(key="version-shown").set_value(1).run()
    said = [caption.value for caption in app.caption]
    assert t("receipt.none", kind=t("upload.kind_projects")) in said
    assert not [one for one in app.date_input if one.key.startswith("receipt-day")]
