"""What the head of the page says in place of Streamlit's: its language, title and our files."""

from base64 import b64encode
from functools import cache
from pathlib import Path

_REPLACED = (
    (b'<html lang="en">', b'<html lang="zh-CN">'),
    (
        b"<title>Streamlit</title>",
        "<title>规划落实看板</title><script src='/built_in_words.js'></script>"
        "<script src='/fresh.js' defer></script><script src='/search.js' defer></script>"
        "<script src='/pinned_names.js' defer></script>"
        "<script src='/entered_days.js' defer></script><script src='/menu_click.js' defer></script>"
        "<script src='/rows_in_sight.js' defer></script>"
        "<script src='/legend_in_place.js' defer></script>"
        "<link rel='stylesheet' href='/look.css'>".encode(),
    ),
)


def rewritten(page: bytes) -> bytes:
    """Return the index page with our head; a page that is not Streamlit's stays as it is."""
    for before, after in _REPLACED:
        page = page.replace(before, after)
    return page


@cache
def icon() -> str:
    """Return the picture of the browser's tab in an address: every run of a page sends it."""
    picture = Path(__file__).with_name("icon.png").read_bytes()
    return f"data:image/png;base64,{b64encode(picture).decode()}"
