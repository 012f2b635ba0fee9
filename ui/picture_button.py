"""The button that turns the chart on the screen into a picture for a report."""

import plotly.graph_objects as go
import streamlit as st

from domain.roles import Action
from export.caption import Caption, file_name
from export.refusals import PictureError
from export.report import for_report
from export.sizes import PRESETS, PictureSize, custom, preset
from store import exports
from texts import Texts
from ui import access, cache, clock
from ui.picture_fallback import drawn_by_reader

_CUSTOM = "custom"


def offer(drawn: go.Figure, caption: Caption, t: Texts, *, key: str) -> None:
    """Offer the PNG behind a small button; it is drawn when the panel is opened.

    Drawing before the download is clicked, a failure can be told in the panel, where the reader's
    own browser then draws the same picture. No button does nothing.
    """
    panel = st.popover(
        t("figure.png_button"), key=f"{key}-picture", on_change="rerun", width="content", wrap=False
    )
    if panel.open:  # most never are, and a part that runs by itself costs as much as a chart
        with panel:
            _offered(drawn, caption, t, key=key)


@st.fragment  # another size draws another picture and leaves the page as it is
def _offered(drawn: go.Figure, caption: Caption, t: Texts, *, key: str) -> None:
    access.must(Action.EXPORT_FIGURES, t)
    size = _size(t, key)
    name = file_name(caption, "png", t)
    picture = for_report(drawn, caption, size, t)
    try:
        with st.spinner(t("picture.drawing_here")):
            png = cache.pictures().draw(picture, size)
    except PictureError as refusal:
        reason = t(refusal.text_key, **refusal.more)
        st.caption(t("figure.by_reader_note", reason=reason))
        label = t("figure.png_download")
        drawn_by_reader(picture, size, file_name=name, label=label, t=t, key=f"{key}-reader")
    else:
        _download(png, name, t, key=key)


def _download(png: bytes, name: str, t: Texts, *, key: str) -> None:
    who, at = access.actor(), clock.now()  # the click comes without a reader

    def give() -> bytes:  # a callable, so that the bytes have no address before the click
        exports.note(cache.ledger(), name, who, at)
        return png

    st.download_button(
        t("figure.png_download"),
        data=give,
        file_name=name,
        mime="image/png",
        key=f"{key}-png",
        on_click="ignore",
        type="primary",
        width="stretch",
    )


def _size(t: Texts, key: str) -> PictureSize:
    keys = [size.key for size in PRESETS]
    chosen = st.radio(
        t("figure.png_size"),
        [*keys, _CUSTOM],
        format_func=lambda one: t(f"picture.size_{one}"),
        key=f"{key}-size",
    )
    if chosen != _CUSTOM:
        return preset(chosen or keys[0])
    wide, high = st.columns(2)
    width_cm = wide.number_input(t("figure.width_cm"), 5.0, 40.0, 16.0, 0.5, key=f"{key}-wide")
    height_cm = high.number_input(t("figure.height_cm"), 5.0, 40.0, 9.0, 0.5, key=f"{key}-high")
    return custom(width_cm, height_cm)
