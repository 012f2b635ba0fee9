"""The head of the page is ours, in whatever version of Streamlit is installed."""

from pathlib import Path

import streamlit as st

from ui import page_head

INDEX = Path(st.__file__).parent / "static" / "index.html"


def test_the_page_has_our_language_title_and_files():
    page = page_head.rewritten(INDEX.read_bytes()).decode()
    assert '<html lang="zh-CN">' in page
    assert "<title>规划落实看板</title>" in page
    assert "<link rel='stylesheet' href='/look.css'>" in page


def test_another_page_stays_as_it_is():
    assert page_head.rewritten(b"<title>nginx</title>") == b"<title>nginx</title>"
