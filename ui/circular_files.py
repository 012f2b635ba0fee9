"""The circular to take along: plain text to copy, DOCX as an official letter, rows as XLSX."""

import streamlit as st

from analysis.charts.words import Words
from analysis.circular.written import Circular
from domain.periods import Period
from ui import clock, files


def offer(written: Circular, period: Period, words: Words, *, as_of: str) -> None:
    """Offer the files; each is made when it is asked for."""
    t = words.t
    month = t("chart.month_in_full", year=period.year, month=period.month)
    with st.container(horizontal=True):
        files.offer(
            t("circular.download_docx"),
            lambda: _docx(written, words),
            files.named(t("circular.name", month=month), "docx", t, as_of=as_of),
            key="circular-docx",
            look="primary",
        )
        files.offer(
            t("circular.download_sources"),
            lambda: _xlsx(written, words, as_of),
            files.named(t("circular.sources_name", month=month), "xlsx", t, as_of=as_of),
            key="circular-xlsx",
        )
    with st.expander(t("circular.copy")):
        st.code(written.text, language=None, wrap_lines=True)


def _docx(written: Circular, words: Words) -> bytes:
    from export import circular_docx  # noqa: PLC0415 - heavy, and most readers only look

    _, supervising = words.supervision()
    return circular_docx.docx(written, author=supervising, at=clock.now())


def _xlsx(written: Circular, words: Words, as_of: str) -> bytes:
    from export import circular_sources  # noqa: PLC0415 - as above

    return circular_sources.xlsx(written, words, as_of=as_of)
