"""Illustrative data: in with one click, out with one click, never mistaken for the real."""

from tests.pages.reader import key_figures
from texts import catalogue
from ui import cache

t = catalogue("zh")


def test_one_click_loads_the_samples_and_the_key_figures_follow(empty):
    app = empty.open("overview")
    assert key_figures(app)[t("key.done")] == t("key.none")
    app.button(key="load-samples").click().run()
    assert [said.value for said in app.success] == [t("samples.loaded", count=3)]
    assert [said.value for said in app.warning] == [t("samples.banner")]
    assert key_figures(app) == {
        "总投资": "155.50 亿元",
        "累计完成投资": "79.85 亿元",
        "投资完成率": "76.7%",
        "任务红黄绿灯": ":blue[★]1 :green[●]5 :orange[▲]2 :red[■]2",
        "本期上报率": "87.1%",
    }


def test_one_click_removes_them_and_everything_is_as_before(empty):
    app = empty.open("overview")
    before = key_figures(app)
    app.button(key="load-samples").click().run()
    app.button(key="remove-samples").click().run()
    assert [said.value for said in app.success] == [t("samples.removed", count=3)]
    assert not app.warning
    assert key_figures(app) == before


def test_removed_samples_stay_in_the_ledger_as_withdrawn(illustrative):
    app = illustrative.open("upload")
    app.button(key="remove-samples").click().run()
    past = app.dataframe[-1].value
    illustrative_rows = past[past[t("upload.column_mark")] == t("samples.mark")]
    assert set(illustrative_rows[t("upload.column_state")]) == {t("upload.withdrawn")}


def test_the_samples_can_be_loaded_again_after_they_were_removed(empty):
    app = empty.open("overview")
    for button in ("load-samples", "remove-samples", "load-samples"):
        app.button(key=button).click().run()
    assert not app.error
    assert key_figures(app)[t("key.done")] == "79.85 亿元"


def test_a_ledger_with_reports_is_not_offered_samples(illustrative):
    app = illustrative.open("overview")
    assert cache.illustrative()
    assert "load-samples" not in [button.key for button in app.button]
