"""What the head of the page says in place of Streamlit's: its language, title, and what it needs.

The largest of Streamlit's parts is the one that draws. The browser would ask for it only when the
first picture has arrived; named in the head it comes while the server is still answering.
"""

from functools import cache
from pathlib import Path

import streamlit as st

_STATIC = Path(st.__file__).parent / "static"
_DRAWING = "static/js/PlotlyChart.*.js"
_OURS = (
    "<title>规划落实看板</title><script src='/built_in_words.js'></script>"
    "<script src='/fresh.js' defer></script><script src='/search.js' defer></script>"
    "<script src='/pinned_names.js' defer></script>"
    "<link rel='stylesheet' href='/look.css'>"
)


def rewritten(page: bytes) -> bytes:
    """Return the index page with our head; a page that is not Streamlit's stays as it is."""
    for before, after in _replacements():
        page = page.replace(before, after)
    return page


@cache
def _replacements() -> tuple[tuple[bytes, bytes], ...]:
    early = "".join(
        f"<link rel='modulepreload' crossorigin fetchpriority='low' href='/{path}'>"
        for path in drawing_parts()
    )
    return (
        (b'<html lang="en">', b'<html lang="zh-CN">'),
        (b"<title>Streamlit</title>", (_OURS + early).encode()),
    )


def drawing_parts() -> list[str]:
    """Return the files of Streamlit that draw, as they are called in the version installed."""
    return sorted(str(file.relative_to(_STATIC).as_posix()) for file in _STATIC.glob(_DRAWING))
