"""The look every chart shares: few colours, thin lines, letters that read on a projector."""

import plotly.graph_objects as go

from domain.rules import Light

FONTS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'
ACCENT, ACCENT_SOFT, ACCENT_DEEP = "#2a6fb0", "#a9c8e6", "#184a7a"
NEUTRAL, NEUTRAL_SOFT = "#8793a0", "#c9d0d8"
OWED = "#c8553d"
SUBJECTS = ("#2a6fb0", "#c8553d", "#2b8a6e", "#8a5fa8", "#b8860b", "#4a7c94", "#a3476f", "#5d6d2e")
LIGHT_COLOURS = {
    Light.DONE: "#2a6fb0",
    Light.GREEN: "#2f9462",
    Light.YELLOW: "#d99a00",
    Light.RED: "#c9443c",
    Light.UNREPORTED: "#a7b0ba",
}
LIGHT_TINTS = {
    Light.DONE: "#d9e7f4",
    Light.GREEN: "#dcefe3",
    Light.YELLOW: "#fbeecb",
    Light.RED: "#f7dcd9",
    Light.UNREPORTED: "#eceff2",
}
TINT_INK = "#1f2933"
LIGHT_SHAPES = {
    Light.DONE: "★",
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.UNREPORTED: "○",
}
LIGHT_SYMBOLS = {
    Light.DONE: "star",
    Light.GREEN: "circle",
    Light.YELLOW: "triangle-up",
    Light.RED: "square",
    Light.UNREPORTED: "circle-open",
}
HATCHED = {
    "color": ACCENT,
    "pattern": {"shape": "/", "size": 7, "solidity": 0.28},
    "line": {"color": ACCENT, "width": 1.2},
}
HATCH_OVER = {"shape": "/", "size": 7, "fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.55)"}
TARGET = {  # the mark of a bullet chart
    "symbol": "line-ns-open",
    "size": 18,
    "color": OWED,
    "line": {"color": OWED, "width": 3},
}
UNPICKED = {"textfont": {"color": NEUTRAL}}  # figures stay readable beside a picked bar
ROW_PX, HEAD_PX, END_PX = 44, 84, 64
NAMED_ROW_PX, NAME_PX = 64, 13


def template(*, dark: bool) -> go.layout.Template:
    """Return the screen's template; paper is clear so that the page's own colour shows."""
    ink, faint = ("#e6eaef", "#3a4452") if dark else ("#1f2933", "#e3e7ec")
    axis = {
        "automargin": True,
        "gridcolor": faint,
        "linecolor": faint,
        "zeroline": False,
        "title": {"standoff": 10, "font": {"size": 13}},
        "tickfont": {"size": 14},
        "fixedrange": True,
        "ticks": "",
        "ticklabelstandoff": 6,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONTS, "size": 14, "color": ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": list(SUBJECTS),
            "margin": {"l": 8, "r": 16, "t": 40, "b": 8},
            "xaxis": axis,
            "yaxis": axis,
            "bargap": 0.36,
            "dragmode": False,
            "separators": ".,",
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 1.0,
                "yanchor": "bottom",
                "font": {"size": 13},
                "traceorder": "normal",
            },
            "hoverlabel": {"align": "left", "font": {"family": FONTS, "size": 14}},
        }
    )


def rows_height(rows: int, *, row_px: int = ROW_PX) -> int:
    """Return the height in pixels of a chart with one row per thing."""
    return HEAD_PX + row_px * max(rows, 1)


def horizontal(
    figure: go.Figure, *, rows: int, unit_of_measure: str, end_px: int = END_PX
) -> go.Figure:
    """Finish a chart of horizontal bars: first row on top, the unit of measure below.

    ``end_px`` is the room kept to the right for the figures written behind the longest bar.
    """
    figure.update_layout(height=rows_height(rows), showlegend=True, margin={"r": end_px})
    figure.update_xaxes(title={"text": unit_of_measure}, rangemode="tozero")
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def names_above(figure: go.Figure, places: list[str], names: list[str]) -> go.Figure:
    """Write each row's name above its bar, so that long names leave a phone room for the bars.

    ``places`` are the rows' values on the y axis, ``names`` what is written.
    """
    for place, name in zip(places, names, strict=True):
        figure.add_annotation(
            text=name,
            xref="paper",
            x=0,
            xanchor="left",
            y=place,
            yanchor="bottom",
            yshift=NAME_PX,
            showarrow=False,
            align="left",
        )
    figure.update_layout(height=rows_height(len(places), row_px=NAMED_ROW_PX), bargap=0.58)
    figure.update_layout(margin={"l": 4})
    return figure.update_yaxes(showticklabels=False, ticklabelstandoff=0)
