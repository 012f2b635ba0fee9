"""Figures written into a chart: behind a bar, inside it, in a cell."""

from typing import Any

import plotly.graph_objects as go

from analysis.charts import rooms, style
from analysis.charts.words import Words
from domain.rules import Light
from texts.markup import escape
from texts.wrap import markup_wrapped, unbroken, width_em

CELL_PX = 12
_BESIDE_EM = 8  # of a name that has room beside its bar on a phone
_ENGLISH_ROOM, _ONE_LINE_EM, _LINE_PX = 1.3, 99, 18
_CELL_STRENGTH = {  # how much of a light's colour covers the page, whatever the page's colour is
    Light.DONE: 0.24,
    Light.GREEN: 0.20,
    Light.YELLOW: 0.30,
    Light.RED: 0.30,
    Light.NOT_DUE: 0.14,
    Light.UNREPORTED: 0.22,
}


def behind(
    figure: go.Figure,
    ends: list[Any],
    places: list[str],
    texts: list[str],
    customdata: list[Any] | None = None,
    **more: Any,  # noqa: ANN401 - what plotly's scatter takes, such as another axis
) -> None:
    """Write a text behind the end of each horizontal bar."""
    _write(figure, ends, places, texts, customdata, **{"textposition": "middle right", **more})


def inside(
    figure: go.Figure,
    across: list[Any],
    down: list[Any],
    texts: list[str],
    customdata: list[Any] | None = None,
    *,
    colour: str,
) -> None:
    """Write a text over the middle of each bar; a bar's own text is left out of a small picture."""
    font = {"color": colour, "size": CELL_PX}
    _write(figure, across, down, texts, customdata, textposition="middle center", textfont=font)


def below(
    figure: go.Figure,
    across: list[Any],
    down: list[Any],
    texts: list[str],
    customdata: list[Any] | None = None,
) -> None:
    """Write a row of texts on the second y axis, below the columns they are of."""
    font = {"size": CELL_PX}
    _write(
        figure,
        across,
        down,
        texts,
        customdata,
        textposition="middle center",
        textfont=font,
        yaxis="y2",
    )


def name_in_lines(name: str, em: float) -> str:
    """Break a name into as many lines ``em`` wide as it needs: its end may be what tells it apart.

    >>> name_in_lines("河南高端装备智能制造研究院智能制造数字化车间", 8)
    '河南高端装备智能<br>制造研究院智能制<br>造数字化车间'
    """
    return markup_wrapped(escape(name), em)


def unit_in_lines(words: Words, unit: str, em: float) -> str:
    """Name a responsible unit in lines; English names get more room."""
    wide = em * _ENGLISH_ROOM if words.t.language == "en" else em
    return markup_wrapped(words.unit(unit, _ONE_LINE_EM), wide)


def long_names_above(figure: go.Figure, places: list[str]) -> go.Figure:
    """Write the names of units above their bars where beside them they leave a phone no room.

    ``places`` are the rows' values on the y axis: their names, which may be in lines.
    """
    names = [unbroken(place) for place in places]
    if max(map(width_em, names), default=0) <= _BESIDE_EM:
        return figure
    return rooms.names_above(figure, places, names)


def row_px(names: list[str], least: int) -> int:
    """Return how high rows are that have room for the name with the most lines.

    >>> row_px(["财政局", "河南高端装备<br>智能制造研究院<br>数字化车间"], 36)
    60
    """
    return max([least, *((name.count("<br>") + 1) * _LINE_PX + 6 for name in names)])


def see_through(colour: str, strength: float) -> str:
    """Return a colour that lets the page's own through, so that it is right by day and night.

    >>> see_through("#2a6fb0", 0.25)
    'rgba(42,111,176,0.25)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength:g})"


def tint(light: Light) -> str:
    """Return the colour of a cell with a light."""
    return see_through(style.LIGHT_COLOURS[light], _CELL_STRENGTH[light])


def shades(colour: str, strongest: float = 0.5) -> list[tuple[float, str]]:
    """Return a scale from nearly nothing to a strong tint on which letters can still be read."""
    return [(0.0, see_through(colour, 0.06)), (1.0, see_through(colour, strongest))]


def _write(
    figure: go.Figure,
    across: list[Any],
    down: list[Any],
    texts: list[str],
    customdata: list[Any] | None,
    **more: Any,  # noqa: ANN401 - as above
) -> None:
    figure.add_scatter(
        x=across,
        y=down,
        mode="text",
        text=texts,
        showlegend=False,
        hoverinfo="skip",
        unselected=style.UNPICKED,
        cliponaxis=False,
        customdata=customdata,
        **more,
    )
