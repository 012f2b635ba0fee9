"""导出: what is ticked is made in the background, and found again after a while elsewhere."""

import io
import json
import zipfile

import pytest

from analysis.gallery import KEY_CHARTS
from tests.pages.reader import PAGES
from ui import cache


@pytest.fixture(autouse=True)
def no_browser(monkeypatch, tmp_path):
    """Pictures are the engine's tests; here the server has no browser."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    yield
    cache.packs().close()


def begun(app):
    for box in app.checkbox:
        if box.key.startswith("pack-"):
            box.set_value(box.key == "pack-docx")
    app = app.radio(key="pack-which").set_value("own").run()
    app.multiselect(key="pack-charts").set_value(["owed"])
    return app.run().button(key="pack-begin").click().run()


def order_of(app):
    kept = app.query_params["pack"]
    token = kept if isinstance(kept, str) else kept[0]
    return cache.packs().of(json.dumps(["local", None, token]))


def test_the_page_tells_before_anybody_waits_that_pictures_cannot_be_drawn(illustrative):
    app = illustrative.open("export")
    assert any("apt-get install" in warning.value for warning in app.warning)


def test_the_page_says_that_the_day_is_part_of_what_a_pack_is_made_from(illustrative):
    app = illustrative.open("export")
    (said,) = [one.value for one in app.caption if "做出的文件就完全相同" in one.value]
    assert "回看到哪一天" in said


def test_a_pack_is_made_listed_and_downloaded(illustrative):
    app = begun(illustrative.open("export"))
    assert app.button(key="pack-begin").disabled
    order = order_of(app)
    order.result.result(60)
    app.run()
    assert not app.exception
    assert not app.button(key="pack-begin").disabled
    assert any("已打包 1 个文件" in one.value for one in app.success)
    assert any("缺 1 张图" in one.value for one in app.warning)
    with zipfile.ZipFile(io.BytesIO(order.file.read_bytes())) as packed:
        (one,) = json.loads(packed.read("清单.json"))
        assert one["file"] in packed.namelist()
    assert order.name.endswith("示例数据.zip")


def test_a_pack_is_found_again_after_looking_at_another_page(illustrative):
    app = begun(illustrative.open("export"))
    order = order_of(app)
    app.switch_page(PAGES["history"]).run()
    order.result.result(60)
    app.switch_page(PAGES["export"]).run()
    assert any("已打包" in one.value for one in app.success)


def test_a_cancelled_pack_says_so_and_leaves_the_button(illustrative):
    app = begun(illustrative.open("export"))
    order = order_of(app)
    order.stop.set()
    app.run()
    assert any("已取消" in one.value for one in app.info)
    assert not app.button(key="pack-begin").disabled


def test_a_new_pack_at_once_takes_the_place_of_the_cancelled_one(illustrative):
    app = begun(illustrative.open("export"))
    order_of(app).stop.set()
    app.run().button(key="pack-begin").click().run()
    assert not any("已取消" in one.value for one in app.info)
    order_of(app).result.result(60)


def test_a_pack_worked_out_after_the_click_is_of_what_the_reader_chose(illustrative):
    order = order_of(begun(illustrative.open("export", unit="财政局")))
    (one,) = order.result.result(60)
    assert one["filters"] == "责任单位：财政局"


def test_nothing_ticked_cannot_be_begun(illustrative):
    app = illustrative.open("export")
    for box in app.checkbox:
        if box.key.startswith("pack-"):
            box.set_value(False)
    app.run()
    assert app.button(key="pack-begin").disabled


def test_charts_of_ones_own_begin_with_the_key_ones_and_none_left_cannot_be_begun(illustrative):
    app = illustrative.open("export")
    assert "pack-charts" not in {one.key for one in app.multiselect}
    app = app.radio(key="pack-which").set_value("own").run()
    assert len(app.multiselect(key="pack-charts").value) == len(KEY_CHARTS)
    app.multiselect(key="pack-charts").set_value([]).run()
    assert app.button(key="pack-begin").disabled


def test_the_check_of_the_machine_says_what_will_fail_the_bad_first(illustrative):
    app = illustrative.open("health")
    app.button(key="health-look").click().run()
    assert not app.exception
    assert any("出图" in one.value for one in app.error)
    assert any("数据库可读写" in one.value for one in app.success)


def test_the_health_of_the_machine_is_that_of_its_worst_check(illustrative):
    app = illustrative.open("health")
    app.button(key="health-look").click().run()
    assert not app.exception
    said = [(one.type, one.value) for one in (*app.error, *app.info, *app.success)]
    assert any("项异常" in text for kind, text in said if kind == "error")
    assert not any("都正常" in text for _, text in said)
