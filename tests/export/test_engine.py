import io
import os
import signal
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import plotly.graph_objects as go
import psutil
import pytest
from PIL import Image

from export.browser import SETTING, find_browser
from export.engine import Limits, PictureEngine
from export.refusals import (
    BrowserDiedError,
    DrawingError,
    EngineClosedError,
    NoBrowserError,
    PictureBusyError,
    PictureTimeoutError,
)
from export.report import for_report
from export.sizes import BIG_SCREEN, FULL_PAGE, HALF_PAGE, PRESETS, SLIDE, PictureSize
from tests.export.charts import CHARTS, bars
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
SMALL = PictureSize("small", 5, 5, 72)
EXACT = {SLIDE: (4000, 2250), FULL_PAGE: (1890, 1063), HALF_PAGE: (945, 1181)}
EXACT[BIG_SCREEN] = (1920, 1080)


def opened(png):
    return Image.open(io.BytesIO(png))


def plain(colour):
    return go.Figure().update_layout(
        template="none",
        plot_bgcolor=colour,
        paper_bgcolor=colour,
        xaxis_visible=False,
        yaxis_visible=False,
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where an engine of one test keeps its files; names its browser's processes, too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def browsers(folder):
    below = psutil.Process().children(recursive=True)
    return [one for one in below if any(str(folder) in word for word in _words(one))]


def _words(process):
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
def test_a_picture_has_exactly_the_pixels_and_the_density_of_its_size(engine, caption, t, size):
    picture = opened(engine.draw(for_report(bars(), caption, size, t), size))
    assert picture.size == EXACT[size]
    assert picture.info["dpi"] == pytest.approx((size.dpi, size.dpi), abs=0.05)
    assert picture.mode == "RGB"


@pytest.mark.parametrize("size", [FULL_PAGE, HALF_PAGE], ids=lambda size: size.key)
@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_touches_the_edge_of_the_paper(engine, caption, t, chart, size):
    coarse = PictureSize(size.key, size.width_cm, size.height_cm, 96)
    figure = for_report(CHARTS[chart](), caption, coarse, t)
    picture = opened(engine.draw(figure, coarse)).convert("L")
    rim = 3
    inside = (rim, rim, picture.width - rim, picture.height - rim)
    picture.paste(255, inside)
    assert picture.getextrema() == (255, 255)


def test_chinese_is_letters_and_not_boxes(engine):
    drawn = {engine.draw(_letter(text), SMALL) for text in ("责", "规", " ", "\U0010fffd")}
    assert len(drawn) == 4


def test_svg_carries_the_words_as_text(engine, caption, t):
    svg = engine.draw(for_report(bars(), caption, FULL_PAGE, t), FULL_PAGE, "svg")
    assert svg.startswith(b"<svg")
    assert "新乡氢能产业园" in svg.decode()


def test_six_threads_at_once_each_get_their_own_picture(engine):
    colours = [(40 * n, 200 - 30 * n, 90) for n in range(6)]

    def draw(colour):
        return opened(engine.draw(plain(f"rgb{colour}"), SMALL)).getpixel((70, 70))

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(draw, colours * 2)) == colours * 2


def test_a_figure_cannot_reach_the_network(engine):
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/spy.png"
        spying = plain("#ffffff").add_layout_image(source=address, x=0, y=1, sizex=1, sizey=1)
        engine.draw(spying, SMALL)
        server.shutdown()
    assert asked == []


def test_a_killed_browser_is_replaced_and_the_reader_gets_the_picture(engine):
    engine.warm()
    for process in browsers(Path(tempfile.gettempdir(), "pictures-")):
        process.kill()
    assert opened(engine.draw(plain("#ff0000"), SMALL)).getpixel((70, 70)) == (255, 0, 0)


def test_a_figure_the_page_refuses_is_an_error_of_that_figure_only(engine):
    with pytest.raises(DrawingError) as refused:
        engine.draw(plain("#ffffff"), SMALL, "tiff")
    assert "format" in refused.value.more["reason"]
    assert opened(engine.draw(plain("#00ff00"), SMALL)).getpixel((70, 70)) == (0, 255, 0)


def test_a_browser_that_hangs_is_given_up_in_time_and_replaced(folder):
    with _engine(Limits(draw_s=2)) as engine:
        engine.warm()
        for process in browsers(folder):
            os.kill(process.pid, signal.SIGSTOP)
        with pytest.raises(PictureTimeoutError) as refused:
            engine.draw(plain("#ffffff"), SMALL)
        assert "2 秒" in catalogue("zh")(refused.value.text_key, **refused.value.more)
        assert opened(engine.draw(plain("#0000ff"), SMALL)).getpixel((70, 70)) == (0, 0, 255)


def test_a_browser_is_replaced_after_its_share_of_pictures(folder):
    with _engine(Limits(recycle_after=1)) as engine:
        engine.warm()
        first = {process.pid for process in browsers(folder)}
        engine.warm()
        assert first.isdisjoint(process.pid for process in browsers(folder))


def test_closing_leaves_no_process_no_thread_and_no_file(folder):
    threads = set(threading.enumerate())
    with _engine() as engine:
        engine.warm()
        started = browsers(folder)
        assert started
        assert any(folder.iterdir())
    assert not any(process.is_running() for process in started)
    assert not any(folder.iterdir())
    for thread in set(threading.enumerate()) - threads:
        thread.join(5)
        assert not thread.is_alive()
    engine.close()
    assert engine.unavailable() == EngineClosedError.text_key
    with pytest.raises(EngineClosedError):
        engine.draw(plain("#ffffff"), SMALL)


def test_without_a_browser_the_refusal_says_what_to_install(tmp_path):
    engine = PictureEngine(browser=tmp_path / "none")
    assert engine.unavailable() == "picture.no_browser"
    with pytest.raises(NoBrowserError) as refused:
        engine.draw(plain("#ffffff"), SMALL)
    assert "apt-get install" in catalogue("zh")(refused.value.text_key, **refused.value.more)


def test_a_program_that_is_no_browser_is_a_refusal_and_not_a_long_wait():
    with PictureEngine(browser=Path("/bin/true")) as engine, pytest.raises(BrowserDiedError):
        engine.draw(plain("#ffffff"), SMALL)


def test_a_full_queue_refuses_at_once():
    with _engine(Limits(waiting=0)) as engine, pytest.raises(PictureBusyError):
        engine.draw(plain("#ffffff"), SMALL)


def test_a_browser_named_in_the_settings_is_not_replaced_by_a_guess(tmp_path, monkeypatch):
    monkeypatch.setenv(SETTING, str(tmp_path / "missing"))
    assert find_browser() is None
    here = tmp_path / "chromium"
    here.write_text("#!/bin/sh\n")
    monkeypatch.setenv(SETTING, str(here))
    assert find_browser() is None
    here.chmod(0o755)
    assert find_browser() == here


def _engine(limits=None):
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    return PictureEngine(limits=limits)


def _letter(text):
    return plain("#ffffff").add_annotation(text=text, showarrow=False, font={"size": 40})
