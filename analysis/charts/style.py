"""The look every chart shares: few colours, thin lines, letters that read on a projector."""

from typing import Any

import plotly.graph_objects as go

from domain.rules import Light

FONTS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'
ACCENT, ACCENT_SOFT, ACCENT_DEEP = "#2a6fb0", "#a9c8e6", "#184a7a"
NEUTRAL, NEUTRAL_SOFT = "#8793a0", "#c9d0d8"
TRACK = "rgba(135,147,160,0.35)"  # what a bar is part of, on white and on dark paper
OWED = "#c8553d"
RANGE_ENDS = "#5a6572"  # of an estimate, on white and on dark paper
SUBJECTS = (  # lines of no chain: no hue of a chain or a light; told apart as the chains are
    "#007869",
    "#ff5a00",
    "#782dff",
    "#f05ab4",
    "#87965a",
    "#3c96ff",
    "#a52db4",
    "#d2001e",
)
SUBJECT_DASHES = ("solid", "dot", "dashdot")  # the hues begin anew; the schedule has the dashes
CHAINS = (  # by place in the plan; told apart by every kind of eye, on white and on dark paper
    "#1d66d8",
    "#c67f14",
    "#2ea36b",
    "#a35fb8",
    "#4a7c94",
    "#b0527a",
    "#7a6a3a",
    "#c8553d",
)
LIGHT_COLOURS = {
    Light.DONE: "#2a6fb0",
    Light.GREEN: "#2f9462",
    Light.YELLOW: "#d99a00",
    Light.RED: "#c9443c",
    Light.NOT_DUE: "#b4bcc5",  # grey as well: neither is judged; but what is awaited is dark
    Light.UNREPORTED: "#5a6572",
}
LIGHT_TINTS = {
    Light.DONE: "#d9e7f4",
    Light.GREEN: "#dcefe3",
    Light.YELLOW: "#fbeecb",
    Light.RED: "#f7dcd9",
    Light.NOT_DUE: "#f3f5f7",
    Light.UNREPORTED: "#d5dade",
}
TINT_INK = "#1f2933"
LIGHT_SHAPES = {
    Light.DONE: "★",
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.NOT_DUE: "▷",
    Light.UNREPORTED: "○",
}
LIGHT_SYMBOLS = {
    Light.DONE: "star",
    Light.GREEN: "circle",
    Light.YELLOW: "triangle-up",
    Light.RED: "square",
    Light.NOT_DUE: "triangle-right-open",
    Light.UNREPORTED: "circle-open",
}
HATCHED = {
    "color": ACCENT,
    "pattern": {"shape": "/", "size": 7, "solidity": 0.28},
    "line": {"color": ACCENT, "width": 1.2},
}
ANY_HUE = {"color": RANGE_ENDS}  # in a legend, for bars of every chain: the grey of none of them
ANY_HUE_HATCHED = {
    **ANY_HUE,
    "pattern": HATCHED["pattern"],
    "line": {**ANY_HUE, "width": 1.2},
}
HATCH_OVER = {"shape": "/", "size": 7, "fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.55)"}
HATCH_DARK = {"shape": "/", "size": 7, "fillmode": "overlay", "fgcolor": "rgba(31,41,51,0.35)"}
TARGET_INK, TARGET_EDGE_INK = "#bd3f2a", "#ffffff"
EDGE = "rgba(255,255,255,0.6)"  # below dashes that may lie over a line of any colour
TARGET = {  # the mark of a bullet chart
    "symbol": "line-ns-open",
    "size": 18,
    "color": TARGET_INK,
    "line": {"color": TARGET_INK, "width": 4},
}
TARGET_EDGE = {  # below the mark, so that it is seen on a bar of any colour
    "symbol": "line-ns-open",
    "size": 19,
    "color": TARGET_EDGE_INK,
    "line": {"color": TARGET_EDGE_INK, "width": 6.5},
}
PLAIN_TICKS = {"tickformat": ".6~f"}  # 0.6, never 0.600000000000001 nor 1k
NO_TICKS = {"showticklabels": False, "showgrid": False}  # an axis with nothing on it
_MOST_TICKS = 5
STEP = "step"  # a note that names a row at its bar rather than at the left edge
PANEL = (
    "panel"  # the name of a note that heads a panel of small multiples; its last line is a value
)
BETWEEN = "\u2002"  # parts what a head of a panel says; a narrow panel begins a new line there
CORNER = "corner"  # the name of a note in an empty corner of the data
BESIDE = "beside"  # in a trace's meta: its texts on one line for low rows, and shorter ones
NARROW = "narrow"  # in a trace's meta: what is written where a small picture has no room for more
BARE = "bare"  # in a trace's meta: what is measured where nothing but shapes has room in cells
DENSE = (
    "dense"  # in a trace's meta: rows may stand as close as their letters, so that all are shown
)
ON_PAPER = "on paper"  # in a layout's meta: what a picture lays out otherwise than a screen
LAST_ROWS = "last rows"  # in a layout's meta: how many stay where a picture leaves rows out
OF_ROWS = "of rows"  # in the meta of a key: it explains a colour that some rows have
HIT = "hit"  # in a trace's meta: unseen, it takes the clicks on words
UNPICKED = {"textfont": {"color": NEUTRAL}}  # figures stay readable beside a picked bar


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
        "exponentformat": "none",  # 10,000, never 10k, which no Chinese reader writes
        "separatethousands": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONTS, "size": 14, "color": ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": list(SUBJECTS),
            "margin": {"l": 8, "r": 16, "t": 40, "b": 8},
            "minreducedheight": 24,  # else one low row leaves its axis no room for ticks and title
            "xaxis": axis,
            "yaxis": axis,
            "bargap": 0.36,
            "dragmode": False,
            "separators": ".,",
            "legend": {
                "itemclick": False,  # a sum without one of its parts would still say the sum
                "itemdoubleclick": False,
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 1.0,
                "yanchor": "bottom",
                "maxheight": 1,  # never a scrollbar, however few rows there are below it
                "font": {"size": 13},
                "traceorder": "normal",
            },
            "hoverlabel": {"align": "left", "font": {"family": FONTS, "size": 14}},
        },
        # Cells let the page's colour through, so their letters have the page's own colour.
        data={"heatmap": [{"textfont": {"color": ink}}]},
    )


def chain_colour(place: int | None) -> str:
    """Return the colour of the chain at a place of the plan's list, grey for no chain.

    >>> chain_colour(0), chain_colour(len(CHAINS)) == chain_colour(0), chain_colour(None)
    ('#1d66d8', True, '#8793a0')
    """
    return NEUTRAL if place is None else CHAINS[place % len(CHAINS)]


def count_axis(most: float) -> dict[str, Any]:
    """Return whole ticks for an axis that counts up to ``most``; none where nothing is counted.

    >>> [count_axis(most).get("dtick") for most in (1, 4, 12, 500)]
    [1, 1, 5, 100]
    """
    if most <= 0:
        return NO_TICKS
    least = max(most / _MOST_TICKS, 1)
    power = 10 ** (len(str(int(least))) - 1)
    step = next(one for one in (power, 2 * power, 5 * power, 10 * power) if one >= least)
    return {"tickmode": "linear", "tick0": 0, "dtick": step, **PLAIN_TICKS}
