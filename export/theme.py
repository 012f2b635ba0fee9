"""The report's look: dark letters on white paper, fine grey lines, type that can be printed."""

from dataclasses import dataclass

import plotly.graph_objects as go

from export.parts import Trace, colour_axes, layout, traces, x_axes, y_axes
from export.sizes import BODY_PX, PictureSize

FONTS = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC","Source Han Sans SC",sans-serif'
INK, GREY, FAINT, PAPER = "#1f2933", "#6b7785", "#e3e7ec", "#ffffff"
SIGNAL = "#b45309"
COLOURS = (
    "#1f5fa8",
    "#d97706",
    "#2f8f6b",
    "#b4443c",
    "#6d5ba6",
    "#4aa3c7",
    "#8a6d3b",
    "#7a8793",
    "#c46fa5",
    "#5b7f2b",
    "#c9a227",
    "#3f4a56",
)
BLUES = [[0, "#f3f7fb"], [0.5, "#7fb0dc"], [1, "#1f5fa8"]]
_PLOTLYS_OWN = layout(go.Figure()).template.layout.colorway
_BAR_GAPS, _BAR_SHARE = (0.32, 0.87), 0.13  # few bars are no higher than several
_PILED = {"stack", "relative"}
_NARROW_PT = 8.5  # below this body size a picture is a column, and its title is modest


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of letters, in layout pixels."""

    title: float
    body: float
    small: float


def type_of(size: PictureSize) -> Type:
    """Return the sizes of letters for a picture; the smallest is ``size.least_pt`` in print.

    >>> from export import sizes
    >>> type_of(sizes.FULL_PAGE).title, round(type_of(sizes.FULL_PAGE).small, 1)
    (17.4, 9.6)
    """
    title = BODY_PX * (1.2 if size.body_pt < _NARROW_PT else 1.45)
    small = max(0.8 * BODY_PX, size.least_pt / size.body_pt * BODY_PX)
    return Type(title, BODY_PX, small)


def dress(figure: go.Figure, letters: Type) -> None:
    """Give ``figure`` the report's colours and letters; the colours of its data stay."""
    asked = layout(figure)
    own = asked.template.layout
    plain: bool = own.colorway == _PLOTLYS_OWN
    figure.update_layout(
        template="none",
        colorway=asked.colorway or (None if plain else own.colorway) or COLOURS,
        uniformtext={"minsize": letters.small, "mode": "hide"},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        font={"family": FONTS, "size": letters.body, "color": INK},
        bargap=_bar_gap(figure, asked.bargap),
        hovermode=False,
    )
    _dress_axes(figure, letters)
    _dress_bars(figure)
    pie = {"automargin": True, "insidetextorientation": "horizontal"}
    figure.update_traces(pie, selector={"type": "pie"})
    for one in (*traces(figure), *colour_axes(figure)):
        _dress_letters(one, letters)
    figure.update_annotations(font={"family": FONTS, "size": letters.small})


def _dress_axes(figure: go.Figure, letters: Type) -> None:
    look = {
        "automargin": True,
        "color": INK,
        "tickfont": {"family": FONTS, "size": letters.small, "color": INK},
        "title": {"font": {"family": FONTS, "size": letters.small, "color": GREY}, "standoff": 8},
        "gridcolor": FAINT,
        "linecolor": GREY,
        "zerolinecolor": GREY,
        "ticks": "",
    }
    for axis in (*x_axes(figure), *y_axes(figure)):
        axis.update(look, zeroline=bool(axis.zeroline))
    figure.update_yaxes(ticklabelstandoff=4).update_xaxes(ticklabelstandoff=4)


def _dress_bars(figure: go.Figure) -> None:
    bars = {"type": "bar"}
    figure.update_traces(selector=bars, cliponaxis=False, textangle=0, constraintext="inside")
    if layout(figure).barmode in _PILED:
        figure.update_traces(selector=bars, textposition="inside", insidetextanchor="middle")


def _bar_gap(figure: go.Figure, asked: float | None) -> float:
    """Return the share of a row left empty: what is asked for, more when there are few rows."""
    bars = [trace for trace in traces(figure) if trace.type == "bar"]
    rows = max(
        (len(ends) for bar in bars for ends in (bar.x, bar.y) if ends is not None), default=0
    )
    least, most = _BAR_GAPS
    return min(most, max(asked or least, 1 - _BAR_SHARE * rows))


def _dress_letters(one: Trace, letters: Type) -> None:
    if "textfont" in one:
        one.textfont.update(family=FONTS, size=letters.small)
        if one.type == "heatmap":
            one.textfont.color = INK
    if "colorbar" in one:
        one.colorbar.update(_colorbar(letters))
    if "colorscale" in one and one.colorscale is None:
        one.colorscale = BLUES


def _colorbar(letters: Type) -> dict[str, object]:
    font = {"family": FONTS, "size": letters.small, "color": INK}
    return {"tickfont": font, "title": {"font": font}, "outlinewidth": 0, "thickness": 12}
