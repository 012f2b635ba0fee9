"""汇报模式: one chart at a time in large type, turned by the arrow keys, at one frozen version."""

import streamlit as st

from analysis.board import Board
from analysis.charts import slide
from analysis.charts.words import Words
from analysis.gallery import exhibits
from domain.periods import Period
from export.caption import Caption
from texts import Texts
from texts.markdown import plain
from ui import cache, controls, exhibited, filters, held, looks, show, state

_CHART = "chart"
_LIST = "meeting-list"
_START = "pages/leadership/overview.py"


def hold_version() -> None:
    """Keep the version the meeting began with, in the address too."""
    if state.frozen_version() is None:
        state.freeze(cache.version())


def show_one(t: Texts) -> None:
    """Show the chart the address names, else the first that has something to show."""
    whole = cache.board()
    period = controls.period_in_force(whole)
    board = cache.part(filters.selection().at(period))
    keys = looks.drawable(board, period, t.language)
    asked = st.query_params.get(_CHART)
    place = keys.index(asked) if asked in keys else 0
    with st.container(key="meeting"):
        _chart(keys[place], board, period, t)
        _turn(keys, place, t)


def _chart(key: str, board: Board, period: Period, t: Texts) -> None:
    about = exhibited.about(key, board, period, t)
    drawn = exhibits(cache.watch)[key].draw(board, period, Words(t, board.plan))
    st.markdown(f"# {plain(about.title)}")
    if drawn is None:
        return
    shown, rows, left_out = slide.slide(drawn)
    more = ""
    if left_out and about.extent is None:
        more = t("meeting.left_out", shown=rows, count=left_out)
    elif left_out:
        about = about.without(left_out, t)
    st.markdown(_under_title(about, t) + more)
    st.html(f"<style>.stMain {{ --chart-px: {slide.height(shown)}px }}</style>")
    with st.container(key="meeting-chart"):
        alt = show.in_words(shown, about, t)
        show.panel(shown, key=f"meeting-{key}", alt=alt, picks=False)


def _under_title(about: Caption, t: Texts) -> str:
    chosen = t("figure.filters", filters=plain(about.filters)) if about.filters else ""
    measure = t("figure.unit_line", measure=about.measured(t), as_of=about.as_of)
    return measure + chosen


def _turn(keys: list[str], place: int, t: Texts) -> None:
    """Offer the way back, on and out, by hand and by the keys ←, → and Esc, and to any chart."""
    with st.container(key="meeting-turn", horizontal=True, vertical_alignment="center"):
        for name, shortcut, other in (("before", "Left", place - 1), ("after", "Right", place + 1)):
            st.button(
                t(f"meeting.{name}"),
                key=f"meeting-{name}",
                shortcut=shortcut,
                disabled=not 0 <= other < len(keys),
                on_click=_show,
                args=(keys[other % len(keys)],),
            )
        st.menu_button(
            t("meeting.list"),
            keys,
            key=_LIST,
            format_func=lambda key: plain(t(f"figure.{key}")),
            on_click=_jump,
        )
        st.button(t("meeting.end"), key="meeting-end", shortcut="Esc", on_click=_end)
        line = t("meeting.place", place=place + 1, count=len(keys), version=cache.version())
        st.caption(line, width="content")


def _show(key: str) -> None:
    st.query_params[_CHART] = key


def _jump() -> None:
    if (key := state.picked(_LIST)) is not None:
        _show(key)


def _end() -> None:
    state.freeze(None)
    held.head_for(_START)
