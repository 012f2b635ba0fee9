"""Headers nobody foresaw: a person says what they mean, once."""

from tests.pages.sheets import PLANTING_DONE, sheet
from texts import catalogue
from ui import cache

t = catalogue("zh")
ROWS = (
    "报告期,类别,编号,名称,责任单位,干到几成\n"
    "2026-10,任务,T02,持续推进植树造林和绿化建设,关堤乡,92\n"
)


def uploaded(app, text, name="表.csv"):
    chooser = app.get("file_uploader")[0]
    chooser.set_value((name, text.encode("gb18030"), "text/csv")).run()
    return app


def test_an_unknown_header_is_asked_for_and_remembered_for_the_next_sheet(empty):
    app = uploaded(empty.open("upload"), ROWS)
    assert any(t("upload.verdict_reject", errors=1) == said.value for said in app.markdown)
    app.selectbox(key="means-干到几成").set_value("完成进度")
    next(b for b in app.button if b.label == t("upload.map_apply")).click().run()
    assert not app.exception
    assert not any(t("upload.verdict_reject", errors=1) == said.value for said in app.markdown)

    again = uploaded(empty.open("upload"), ROWS.replace("92", "93"))
    assert not again.exception
    assert not any(t("upload.verdict_reject", errors=1) == said.value for said in again.markdown)
    assert cache.ledger().version() == 2


def test_a_list_opens_at_what_its_header_seems_to_mean_and_nothing_is_taken_before(empty):
    app = uploaded(empty.open("upload"), ROWS.replace("干到几成", "进度完成百分之几"))
    assert app.selectbox(key="means-进度完成百分之几").value == "完成进度"
    assert any(t("upload.verdict_reject", errors=1) == said.value for said in app.markdown)
    next(b for b in app.button if b.label == t("upload.map_apply")).click().run()
    assert not any(t("upload.verdict_reject", errors=1) == said.value for said in app.markdown)


def test_a_sheet_with_known_headers_asks_nothing(empty):
    app = uploaded(empty.open("upload"), sheet(PLANTING_DONE).decode("gb18030"))
    assert not app.exception
    assert not [box for box in app.selectbox if str(box.key).startswith("means-")]
