"""Letters and their templates on the pages: what is due, and a template that is changed."""

import pytest

from store import templates
from tests.conftest import ROOT
from texts import catalogue
from ui import cache

t = catalogue("zh")
SHIPPED = (ROOT / "data/templates/urging.docx").read_bytes()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def opened(reader, page, **address):
    app = reader.open(page, **address)
    assert not app.exception
    return app


def upload(app, name, raw, *, actor="张三"):
    app.file_uploader[0].set_value((name, raw, DOCX)).run()
    app.text_input(key="template-actor").input(actor)
    return app.button(key="template-save").click().run()


def used():
    return templates.in_use(cache.ledger(), cache.office().data, "urging")


def test_the_letters_that_are_due_can_be_taken_along(illustrative):
    app = opened(illustrative, "letters")
    assert t("table.letter") in app.dataframe[0].value.columns
    assert {one.key for one in app.get("download_button")} == {
        "letter-items-csv",
        "letter-docx",
        "letters-zip",
    }


@pytest.mark.parametrize("page", ["letters", "circular", "warnings", "reporting"])
def test_before_anybody_reported_nothing_is_expected_and_the_page_says_so(empty, page):
    app = opened(empty, page)
    assert t("supervision.not_begun") in [one.value for one in app.info]
    assert not app.dataframe


def test_a_template_is_checked_saved_and_put_back(illustrative):
    app = opened(illustrative, "templates", letter="urging")
    app = upload(app, "自拟.docx", SHIPPED)
    assert t("letter.saved", letter="催办单") in [one.value for one in app.success]
    assert (used().saved.filename, used().is_shipped) == ("自拟.docx", False)
    app.text_input(key="template-actor").input("李四")
    app = app.button(key="template-restore").click().run()
    assert used().is_shipped
    assert [one.actor for one in templates.history(cache.ledger(), "urging")] == ["李四", "张三"]


@pytest.mark.parametrize(
    ("raw", "actor", "key"),
    [(b"nonsense", "张三", "letter.refused_no_docx"), (SHIPPED, "", "ledger.blank_actor")],
)
def test_what_is_refused_is_said_and_not_kept(illustrative, raw, actor, key):
    app = upload(opened(illustrative, "templates", letter="urging"), "a.docx", raw, actor=actor)
    assert t(key) in [one.value for one in app.error]
    assert used().is_shipped


def test_a_click_without_a_file_is_told(illustrative):
    app = opened(illustrative, "templates", letter="urging")
    app = app.button(key="template-save").click().run()
    assert t("letter.no_file") in [one.value for one in app.error]


def write(app, text, *, actor="张三"):
    (area,) = [one for one in app.text_area if one.key.startswith("sentence-")]
    area.input(text)
    app.text_input(key="sentence-actor").input(actor)
    return app.button(key="sentence-save").click().run()


def test_a_sentence_of_the_circular_is_written_anew_and_put_back(illustrative):
    app = opened(illustrative, "templates")
    app = app.selectbox(key="sentence-choose").select("circular.asked").run()
    app = write(app, "请各单位于月底前整改。")
    assert t("own.saved") in [one.value for one in app.success]
    assert "请各单位于月底前整改。" in opened(illustrative, "circular").code[0].value
    app = opened(illustrative, "templates")
    app = app.selectbox(key="sentence-choose").select("circular.asked").run()
    app.text_input(key="sentence-actor").input("李四")
    app.button(key="sentence-restore").click().run()
    assert "请各单位于月底前整改。" not in opened(illustrative, "circular").code[0].value


def test_a_wrong_field_of_a_sentence_is_told(illustrative):
    app = opened(illustrative, "templates")
    app = app.selectbox(key="sentence-choose").select("reminder.head").run()
    app = write(app, "{units}：{count}处")
    assert t("own.refused_unknown", field="units", nearest="unit") in [
        one.value for one in app.error
    ]
