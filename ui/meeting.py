"""汇报模式: one chart at a time in large type, turned by the arrow keys, at one frozen version."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from analysis.charts import slide
from export.caption import Caption
from texts import Texts
from texts.markdown import plain
from ui import cache, controls, exhibited, filters, held, phone, show, state
from ui.slides import Screen, Slides

_CHART = "chart"
_PART = "part"
_WHICH, _EVERY = "charts", "every"  # else the key ones
_LIST = "meeting-list"
_TURNED = "meeting-turned"  # that the buttons' call turned the slide before this run
_LOOK = Path(__file__).with_name("meeting.css")
_START = "pages/leadership/overview.py"


def begin() -> None:
    """Keep the version the meeting began with, in the address too; show nothing but its charts."""
    st.html(_LOOK)
    if state.frozen_version() is None:
        state.freeze(cache.version())


def show_one(t: Texts) -> None:
    """Show the part of a chart that the address names, else the first there is."""
    slides, now = _slides(t), _now(t)
    with st.container(key="meeting"):
        _chart(slides, now, t)
        _turn(slides, now, t)


def _slides(t: Texts) -> Slides:
    whole = cache.board()
    period = controls.period_in_force(whole)
    board = cache.part(filters.selection().at(period))
    slides = Slides(board, period, t.language, every=st.query_params.get(_WHICH) == _EVERY)
    is_other = st.query_params.get(_CHART) in set(slides.whole) - set(slides.keys)
    return replace(slides, every=True) if is_other else slides


def _now(t: Texts) -> Screen:
    return _slides(t).at(st.query_params.get(_CHART), st.query_params.get(_PART))


def _chart(slides: Slides, now: Screen, t: Texts) -> None:
    about = exhibited.about(now.key, slides.board, slides.period, t)
    st.markdown(f"# {plain(about.title)}")
    drawn = slides.drawn(now.key)
    if drawn is None:
        st.markdown(t("meeting.nothing"))
        return
    cut = slide.parts(drawn)
    part, more, extent = cut[now.part - 1], "", about.extent
    if len(cut) > 1 and extent is not None and extent.light is None:
        about = replace(about, extent=extent.part(part.first, part.last))
    elif len(cut) > 1:
        more = t("meeting.rows", first=part.first, last=part.last, count=part.rows)
    st.markdown(_under_title(about, t) + more + _no_such(slides, t))
    st.html(f"<style>.stMain {{ --chart-px: {slide.height(part.figure)}px }}</style>")
    alt = show.in_words(part.figure, about, t)
    if part.narrow is None:
        with st.container(key="meeting-chart"):
            show.panel(part.figure, key=f"meeting-{now.key}", alt=alt)
        return
    with phone.desk("slide"), st.container(key="meeting-chart"):
        show.panel(part.figure, key=f"meeting-{now.key}", alt=alt)
    with phone.only("slide"):
        show.panel(part.narrow, key=f"meeting-{now.key}-phone", alt=alt)


def _under_title(about: Caption, t: Texts) -> str:
    chosen = t("figure.filters", filters=plain(about.filters)) if about.filters else ""
    measure = t("figure.unit_line", measure=about.measured(t), as_of=about.as_of)
    return measure + chosen


def _no_such(slides: Slides, t: Texts) -> str:
    """Say that the address names a chart that there is not, and so the first one is shown."""
    asked = st.query_params.get(_CHART)
    return "" if asked is None or asked in slides.keys else t("meeting.no_such")


def _turn(slides: Slides, now: Screen, t: Texts) -> None:
    """Offer the way back, on and out, by hand and by the keys ←, → and Esc, and to any chart.

    A chart of several parts shows them one after the other, before the next chart.
    """
    keys, parts = slides.keys, slides.parts(now.key)
    ways = ("before", "Left", slides.before(now)), ("after", "Right", slides.after(now))
    turned = bool(state.held(_TURNED))
    state.forget(_TURNED)
    with st.container(key="meeting-turn", horizontal=True, vertical_alignment="center"):
        for name, shortcut, other in ways:
            pressed = st.button(
                t(f"meeting.{name}"),
                key=f"meeting-{name}",
                shortcut=shortcut,
                disabled=other is None,
                on_click=_turned,
                args=(name, t),
            )
            if pressed and not turned:
                _turn_on(name, t)
                st.rerun()
        st.menu_button(
            t("meeting.list"),
            list(keys),
            key=_LIST,
            format_func=lambda key: f"{keys.index(key) + 1}  {plain(t(f'figure.{key}'))}",
            on_click=_jump,
            args=(slides,),
        )
        _which(slides, t)
        st.button(t("meeting.end"), key="meeting-end", shortcut="Esc", on_click=_end)
        part = t("meeting.part", part=now.part, parts=parts) if parts > 1 else ""
        number, version = keys.index(now.key) + 1, cache.version()
        line = t("meeting.place", place=number, part=part, count=len(keys), version=version)
        st.caption(line, width="content")


def _which(slides: Slides, t: Texts) -> None:
    """Offer every chart beside the key ones, and the way back to these."""
    if slides.chief == slides.whole:
        return
    name, keys = ("chief", slides.chief) if slides.every else ("every", slides.whole)
    label = t(f"meeting.{name}", count=len(keys))
    st.button(label, key=f"meeting-{name}", on_click=_choose_charts, args=(slides,))


def _choose_charts(slides: Slides) -> None:
    """Look at the other charts, from the one that is shown where it is one of them."""
    other = replace(slides, every=not slides.every)
    _show(other.at(st.query_params.get(_CHART), None), other)


def _turned(way: str, t: Texts) -> None:
    """Turn on and note it: a server that has just started anew calls nothing.

    To it the first key or click of an open page only tells that a button is pressed.
    """
    _turn_on(way, t)
    state.preset(_TURNED, chosen=True)


def _turn_on(way: str, t: Texts) -> None:
    """Turn from where the address is: a key that comes while a chart is drawn turns once more."""
    slides, now = _slides(t), _now(t)
    if (other := slides.before(now) if way == "before" else slides.after(now)) is not None:
        _show(other, slides)


def _show(screen: Screen, slides: Slides) -> None:
    st.query_params[_CHART] = screen.key
    if slides.every:
        st.query_params[_WHICH] = _EVERY
    else:
        st.query_params.pop(_WHICH, None)
    if screen.part > 1:
        st.query_params[_PART] = str(screen.part)
    else:
        st.query_params.pop(_PART, None)


def _jump(slides: Slides) -> None:
    if (key := state.picked(_LIST)) is not None:
        _show(Screen(key), slides)


def _end() -> None:
    state.freeze(None)
    held.head_for(_START)
