"""How things are put on the screen, the same way on every page."""

from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from export.caption import Caption
from texts import Texts
from texts.dates import unparted
from texts.markdown import plain
from ui import clicks, columns, dressed, picking, picture_button, table_file

_SIDEWAYS = ("problems_by_unit",)  # of many columns
_MATRICES, _PHONE_COLUMNS = ("matrix", "together"), 5  # as many as a phone has room for
_PHONE_MONTHS = {
    "lights_": 6,
    "heatmap_": 6,
    "reporting_board": 6,
}  # as many as a phone has room for
_PANEL_PX = 180  # five panels across on a desk, one or two on a phone
_MODEBAR_OFF = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}


def figure(
    drawn: go.Figure,
    caption: Caption,
    t: Texts,
    *,
    key: str,
    on_click: Callable[[], None] | None = None,
    wholes: Collection[str] = (),
) -> Any:  # noqa: ANN401 - plotly hands over what the chart put in
    """Show a figure with its caption and its PNG button; return what the reader clicked, if any.

    What is clicked is the point's ``customdata``: a name, or a list of names for a cell.
    ``on_click`` is called before the page is made anew, and may ask ``clicks.place`` for it; who
    asks for that offers a way back of its own. ``wholes`` are what a link may pick beside what is
    drawn: the name that parts of the figure have in common.
    """
    wide, across = _is_wide(drawn, key), _is_across(drawn, key)
    with framed(drawn, caption, t, key=key):
        if wide or across or key.startswith(_SIDEWAYS):
            with st.container(key=f"sideways-{key}"):  # seen on a phone only, see look.css
                key_in_words = dressed.entries(drawn, t) if wide else ""
                st.caption(f"{t('figure.sideways')}  \n{key_in_words}")
        place = f"wide-{key}" if wide else f"across-{key}" if across else None
        with st.container(key=place) if place else nullcontext():
            alt = in_words(drawn, caption, t)
            if on_click is not None:
                return clicks.place_in(_chart(drawn, key, alt, on_click))
            clicked = picking.chosen(key, lambda: picking.places(drawn).union(wholes))
            shown_as = picking.key_of(key)
            _chart(drawn, shown_as, alt, partial(picking.write, key, shown_as), picked=clicked)
        if clicked is not None:
            picking.way_back(key, t)
    return clicked


@contextmanager
def framed(drawn: go.Figure, caption: Caption, t: Texts, *, key: str) -> Generator[None]:
    """Write the caption and the PNG button of ``drawn`` around whatever shows it."""
    with st.container(key=f"figure-{key}"):
        _head(drawn, caption, t, key=key)
        yield
        st.caption(t("figure.source_line", source=caption.source))


def panel(drawn: go.Figure, *, key: str, alt: str) -> None:
    """Show a figure of a frame in which nothing can be picked: a click fades nothing."""
    st.plotly_chart(
        dressed.dressed(drawn, dark=_dark()), theme=None, key=key, alt=alt, config=_MODEBAR_OFF
    )


def panels(drawn: Mapping[str, go.Figure], alts: Mapping[str, str], *, key: str) -> str | None:
    """Show many small figures of one chart ``key``; return the name of the one that is picked."""
    picked: str | None = picking.chosen(key, drawn.keys)
    grid = st.grid(min_column_width=_PANEL_PX, gap="small")
    for name, figure in drawn.items():
        shown_as = picking.key_of(key, name)
        with grid.container():
            on_click = partial(picking.write, key, shown_as)
            _chart(figure, shown_as, alts[name], on_click, picked=picked)
    return picked


def table(shown: pd.DataFrame, t: Texts, *, key: str) -> None:
    """Show a table whose headers and cells are in the reader's words, with its CSV."""
    said = columns.ready(columns.months_spoken(shown, t))
    config = columns.numbers_right(shown, t)
    st.dataframe(said, hide_index=True, key=key, lazy=False, column_config=config)
    table_file.offer(lambda: shown, len(shown), t, key=key)


def in_words(drawn: go.Figure, caption: Caption, t: Texts) -> str:
    """Say the figure for whoever cannot see it."""
    return t(
        "figure.alt",
        title=caption.title,
        as_of=caption.as_of,
        measure=caption.measured(t),
        series=dressed.said(drawn, t),
    )


def _chart(
    drawn: go.Figure,
    key: str,
    alt: str,
    on_click: Callable[[], None],
    *,
    picked: Any = None,  # noqa: ANN401 - as above
) -> Any:  # noqa: ANN401 - an event of streamlit
    """Show a chart, what is picked in it marked as a click marks it."""
    figure: dressed.Spelled = dressed.dressed(drawn, dark=_dark())
    if picked is not None:
        figure = figure.marking(picking.marked(drawn, picked))
    return st.plotly_chart(
        figure,
        theme=None,
        key=key,
        alt=alt,
        on_select=on_click,
        selection_mode="points",
        config=_MODEBAR_OFF,
    )


def _head(drawn: go.Figure, caption: Caption, t: Texts, *, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"#### {caption.title}", width="stretch")
        picture_button.offer(drawn, caption, t, key=key)
    measure, as_of = caption.measured(t), caption.as_of
    chosen = t("figure.filters", filters=plain(caption.filters)) if caption.filters else ""
    said = t("figure.unit_line", measure=measure, as_of=as_of) + chosen
    st.caption(unparted(said) if t.language == "en" else said)  # a line would end within 2026-06-10


def _is_wide(drawn: go.Figure, key: str) -> bool:
    """Tell whether a chart has more months than a phone has room for."""
    return any(
        key.startswith(kind) and dressed.months(drawn) > most
        for kind, most in _PHONE_MONTHS.items()
    )


def _is_across(drawn: go.Figure, key: str) -> bool:
    """Tell whether a matrix has more columns than a phone has room for; bars are none."""
    is_matrix = key.startswith(_MATRICES) and not dressed.is_of_bars(drawn)
    return is_matrix and dressed.columns(drawn) > _PHONE_COLUMNS


def _dark() -> bool:
    return st.context.theme.type == "dark"
