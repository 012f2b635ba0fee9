"""汇报模式: one chart at a time in large type, turned by the arrow keys, at one frozen version."""

from dataclasses import replace

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
_PART = "part"
_LIST = "meeting-list"
_START = "pages/leadership/overview.py"


def hold_version() -> None:
    """Keep the version the meeting began with, in the address too."""
    if state.frozen_version() is None:
        state.freeze(cache.version())


def show_one(t: Texts) -> None:
    """Show the part of a chart that the address names, else the first there is."""
    whole = cache.board()
    period = controls.period_in_force(whole)
    board = cache.part(filters.selection().at(period))
    screens = looks.screens(board, period, t.language)
    place = _place(screens)
    with st.container(key="meeting"):
        _chart(screens[place], board, period, t)
        _turn(screens, place, t)


def _place(screens: list[looks.Screen]) -> int:
    """Return where in the meeting the address is: a part it names wrongly is the chart's first."""
    key, part = st.query_params.get(_CHART), st.query_params.get(_PART)
    asked = [place for place, one in enumerate(screens) if one.key == key]
    return next((place for place in asked if str(screens[place].part) == part), (*asked, 0)[0])


def _chart(screen: looks.Screen, board: Board, period: Period, t: Texts) -> None:
    key = screen.key
    about = exhibited.about(key, board, period, t)
    drawn = exhibits(cache.watch)[key].draw(board, period, Words(t, board.plan))
    st.markdown(f"# {plain(about.title)}")
    if drawn is None:
        return
    part = slide.parts(drawn)[screen.part - 1]
    more, extent = "", about.extent
    if screen.parts > 1 and extent is not None and extent.light is None:
        about = replace(about, extent=extent.part(part.first, part.last))
    elif screen.parts > 1:
        more = t("meeting.rows", first=part.first, last=part.last, count=part.rows)
    st.markdown(_under_title(about, t) + more)
    st.html(f"<style>.stMain {{ --chart-px: {slide.height(part.figure)}px }}</style>")
    with st.container(key="meeting-chart"):
        alt = show.in_words(part.figure, about, t)
        show.panel(part.figure, key=f"meeting-{key}", alt=alt)


def _under_title(about: Caption, t: Texts) -> str:
    chosen = t("figure.filters", filters=plain(about.filters)) if about.filters else ""
    measure = t("figure.unit_line", measure=about.measured(t), as_of=about.as_of)
    return measure + chosen


def _turn(screens: list[looks.Screen], place: int, t: Texts) -> None:
    """Offer the way back, on and out, by hand and by the keys ←, → and Esc, and to any chart.

    A chart of several parts shows them one after the other, before the next chart.
    """
    now, keys = screens[place], [one.key for one in screens if one.part == 1]
    with st.container(key="meeting-turn", horizontal=True, vertical_alignment="center"):
        for name, shortcut, other in (("before", "Left", place - 1), ("after", "Right", place + 1)):
            st.button(
                t(f"meeting.{name}"),
                key=f"meeting-{name}",
                shortcut=shortcut,
                disabled=not 0 <= other < len(screens),
                on_click=_show,
                args=(screens[other % len(screens)],),
            )
        st.menu_button(
            t("meeting.list"),
            keys,
            key=_LIST,
            format_func=lambda key: plain(t(f"figure.{key}")),
            on_click=_jump,
        )
        st.button(t("meeting.end"), key="meeting-end", shortcut="Esc", on_click=_end)
        part = t("meeting.part", part=now.part, parts=now.parts) if now.parts > 1 else ""
        number, version = keys.index(now.key) + 1, cache.version()
        line = t("meeting.place", place=number, part=part, count=len(keys), version=version)
        st.caption(line, width="content")


def _show(screen: looks.Screen) -> None:
    st.query_params[_CHART] = screen.key
    if screen.part > 1:
        st.query_params[_PART] = str(screen.part)
    else:
        st.query_params.pop(_PART, None)


def _jump() -> None:
    if (key := state.picked(_LIST)) is not None:
        _show(looks.Screen(key))


def _end() -> None:
    state.freeze(None)
    held.head_for(_START)
