"""The reader's own browser draws the picture, in a real browser against a real server."""

import io
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from export.browser import find_browser
from export.sizes import FULL_PAGE
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
ROOT = Path(__file__).parents[2]
FLAGS = "--no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking"
NAME = "新乡高新区_重点项目总投资_截至2026年10月底_示例数据.png"
APP = """
import plotly.graph_objects as go
import streamlit as st
from export.caption import Caption, file_name
from export.report import for_report
from export.sizes import FULL_PAGE
from texts import catalogue
from ui.picture_fallback import drawn_by_reader

t = catalogue("zh")
figure = go.Figure(go.Bar(y=["新乡氢能产业园", "新乡过滤产业园"], x=[20.5, 10], orientation="h"))
st.plotly_chart(figure, theme=None, key="chart")
about = Caption(title="重点项目总投资", zone="新乡高新区", as_of="截至2026年10月底",
                unit_of_measure="亿元", illustrative=True)
picture, name = for_report(figure, about, FULL_PAGE, t), file_name(about, "png", t)
drawn_by_reader(picture, FULL_PAGE, file_name=name, label="下载", t=t, key="save")
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    folder = tmp_path_factory.mktemp("app")
    (folder / "app.py").write_text(APP, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = ["--server.address=127.0.0.1", "--server.headless=true", f"--server.port={port}"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *settings]
    command.append("--browser.gatherUsageStats=false")
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        said = next((line for line in server.stdout if "URL:" in line), None)
        assert said, "the server did not start"
        yield f"http://127.0.0.1:{port}"
        server.kill()  # it holds nothing worth a goodbye


@pytest.fixture(scope="module")
def page(address):
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(find_browser()), args=FLAGS.split(), timeout=60_000
        )
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.goto(address)
        page.wait_for_selector(".js-plotly-plot .barlayer")
        yield page
        browser.close()


def test_the_readers_browser_saves_the_same_pixels_density_and_name(page):
    with page.expect_download() as download:
        page.locator(".st-key-save button").click()
    assert download.value.suggested_filename == NAME
    with Image.open(io.BytesIO(Path(download.value.path()).read_bytes())) as picture:
        picture.load()
        assert picture.size == FULL_PAGE.pixels
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.05)
        colours = picture.convert("RGB").getcolors(picture.width * picture.height)
    assert max(colours)[1] == (255, 255, 255)
    assert len(colours) > 100  # letters and bars, not an empty sheet


def test_before_plotly_is_there_the_button_says_so(page):
    page.evaluate("delete window.Plotly")
    page.locator(".st-key-save button").click()
    word = page.locator(".st-key-save p", has_text=re.compile("."))
    assert word.inner_text() == catalogue("zh")("picture.no_chart_here")
