"""What is carried away from 台账历史: the ledger of a month as the office has it, open data."""

import streamlit as st

from domain.columns import Reports
from domain.periods import Period
from export.open_data.files import open_data, zip_name
from export.open_data.source import Source
from export.workbooks.about import About
from export.workbooks.ledger import ledger_book, ledger_file
from export.workbooks.stored import zipped
from store.contacts import hidden
from texts import Texts
from ui import cache, clock, past_cache, taken
from ui.months import ask as ask_month
from ui.reader import eyes

_MOST_ROWS = 20_000  # of the workbook: 15 s; who asks for more waits at a terminal, not here
_MOST_REPORTS = 200_000  # of the open data: 20 s
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(t: Texts) -> None:
    """Offer the workbook of a month and the open data, of the version the pages show."""
    if not cache.version():
        st.caption(t("history.nothing_to_carry"))
        return
    left, middle, right = st.columns([2, 2, 2], vertical_alignment="bottom")
    board = cache.board()
    periods = board.periods or (clock.last_finished_period(),)
    months = [str(period) for period in reversed(periods)]
    month = ask_month(t("control.period"), months, t, key="workbook-period", place=left)
    about = About(board, Period.parse(month), t, cache.illustrative(), cache.day())
    rows = len(board.items) + int((board.reports[Reports.PERIOD] == month).sum())
    middle.download_button(
        t("workbook.button"),
        data=taken.noted(lambda: ledger_book(about), ledger_file(about)),
        file_name=ledger_file(about),
        mime=XLSX,
        key="workbook",
        help=t("workbook.help"),
        on_click="ignore",
        disabled=rows > _MOST_ROWS,
        width="stretch",
    )
    source = published()
    right.download_button(
        t("open_data.button"),
        data=taken.noted(lambda: zipped(open_data(source)), zip_name(source, t)),
        file_name=zip_name(source, t),
        mime="application/zip",
        key="open-data",
        help=t("open_data.help"),
        on_click="ignore",
        disabled=len(source.reports) > _MOST_REPORTS,
        width="stretch",
    )
    if rows > _MOST_ROWS:
        st.caption(t("workbook.too_many", rows=f"{rows:,}", most=f"{_MOST_ROWS:,}", month=month))
    if (reports := len(source.reports)) > _MOST_REPORTS:
        st.caption(t("open_data.too_many", reports=f"{reports:,}", most=f"{_MOST_REPORTS:,}"))


def published() -> Source:
    """Return what is published of the version the pages show, to whoever asks."""
    now = hidden(cache.frames(cache.version()), eyes(cache.ledger()))
    known = {one.version: one for one in past_cache.versions()}
    return Source(
        plan=cache.plan(),
        version=now.version,
        at=known[now.version].at,
        projects=now.projects,
        tasks=now.tasks,
        assignments=now.assignments,
        reports=now.reports,
        illustrative=now.illustrative,
        shown=now.shown,
    )
