"""The head of the page names what the first picture needs, as the installed Streamlit calls it."""

from pathlib import Path

import streamlit as st

from ui import page_head

STATIC = Path(st.__file__).parent / "static"


def test_the_part_that_draws_is_asked_for_at_once():
    page = page_head.rewritten((STATIC / "index.html").read_bytes()).decode()
    (part,) = page_head.drawing_parts()
    assert (STATIC / part).is_file()
    assert f"<link rel='modulepreload' crossorigin fetchpriority='low' href='/{part}'>" in page
    assert "<title>规划落实看板</title>" in page
    assert '<html lang="zh-CN">' in page


def test_another_page_stays_as_it_is():
    assert page_head.rewritten(b"<title>nginx</title>") == b"<title>nginx</title>"
