"""Which lights changed between two dates, and which way."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells, rooms, written
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.between import ABSENT
from analysis.metrics.columns import Counted
from domain.rules import Light
from texts.markup import escape
from texts.wrap import balanced, markup_wrapped, wrapped

_ROW_PX, _TITLE_EM, _TITLE_PX = 48, 16, 13
_ENGLISH_EM, _NAME_EM, _HEAD_EM, _UPRIGHT_PX, _ROTATED_PX = 7, 4, 2, 56, 80
_PHONE_PX, _HEAD_PX = 240, 12  # for all columns of a phone; a letter of a head
_ONE_LINE = 3  # letters of a word that has no seam to be broken at
WORSE, _SAME, BETTER, _OTHER = -1, 0, 1, 2
_SIGNS = {WORSE: "↓", _SAME: "", BETTER: "↑", _OTHER: "→"}
_LIGHTS = (*(light.value for light in Light), ABSENT)


def lights(table: pd.DataFrame, ends: tuple[str, str], words: Words) -> go.Figure:
    """Draw how many items went from which light (rows) to which (columns)."""
    counts = {
        (row[Counted.LIGHT_BEFORE], row[Counted.LIGHT_AFTER]): row[Counted.ITEMS]
        for row in rows_of(table)
    }
    down = [one for one in _LIGHTS if any(pair[0] == one for pair in counts)]
    across = [one for one in _LIGHTS if any(pair[1] == one for pair in counts)]
    figure = go.Figure(
        go.Heatmap(
            z=[[direction(a, b) if (a, b) in counts else None for b in across] for a in down],
            x=across,
            y=down,
            text=[[_cell(a, b, counts.get((a, b))) for b in across] for a in down],
            texttemplate="%{text}",
            textfont={"size": 14},
            hovertext=[
                [f"{_light(a, words)} → {_light(b, words)} {counts.get((a, b), 0)}" for b in across]
                for a in down
            ],
            colorscale=_steps(),
            zmin=WORSE - 0.5,
            zmax=_OTHER + 0.5,
            showscale=False,
            xgap=3,
            ygap=3,
        )
    )
    cells.pickable(figure, across, down, [[[a, b] for b in across] for a in down])
    english = words.t.language == "en"
    heads_px = _ROTATED_PX if english else _UPRIGHT_PX
    figure.update_layout(height=rooms.rows_height(len(down), row_px=_ROW_PX) + heads_px)
    title = {"text": markup_wrapped(words.t("chart.light_then", date=ends[1]), _TITLE_EM)}
    figure.update_xaxes(side="top", title=title, type="category")
    # A shape turned on its side is another shape; the rows show it upright beside the same word.
    room_em = _PHONE_PX / len(across) / _HEAD_PX if across else _HEAD_EM
    heads = [_word(one, words) if english else _upright(one, words, room_em) for one in across]
    figure.update_xaxes(tickvals=across, ticktext=heads, tickangle=-90 if english else 0)
    figure.update_xaxes(tickfont={"size": 12})
    beside_em = _ROW_PX * len(down) / _TITLE_PX  # it stands upright
    said = words.t("chart.light_then", date=ends[0])
    title = {"text": "<br>".join(map(escape, balanced(said, beside_em)))}
    figure.update_yaxes(title=title, type="category")
    figure.update_yaxes(tickvals=down, ticktext=[_beside(one, words) for one in down])
    figure.update_xaxes(showgrid=False, showline=False)
    return figure.update_yaxes(showgrid=False, showline=False)


def direction(one: str, other: str) -> int:
    """Tell which way a light changed; one that is not judged is neither better nor worse.

    But what was not due to begin, and is behind once it was, has got worse.

    >>> direction("not_due", "red") == WORSE, direction("not_due", "green") == WORSE
    (True, False)
    """
    if one == other:
        return _SAME
    if one == Light.NOT_DUE and other in {Light.YELLOW, Light.RED}:
        return WORSE
    known = [light.value for light in Light if light not in (Light.NOT_DUE, Light.UNREPORTED)]
    if one not in known or other not in known:
        return _OTHER
    return BETTER if known.index(one) > known.index(other) else WORSE


def _cell(one: str, other: str, count: int | None) -> str:
    return "" if count is None else f"{_SIGNS[direction(one, other)]}{count}"


def _light(name: str, words: Words) -> str:
    return words.t("chart.not_listed") if name == ABSENT else words.light(Light(name))


def _beside(name: str, words: Words) -> str:
    """Break a long name of a row: on a phone every column needs what is left."""
    shape, said = _light(name, words).split(" ", 1)
    return f"{shape} " + "<br>".join(
        wrapped(said, _ENGLISH_EM if words.t.language == "en" else _NAME_EM)
    )


def _word(name: str, words: Words) -> str:
    return words.t("chart.not_listed") if name == ABSENT else words.t(f"light.{name}")


def _upright(name: str, words: Words, room_em: float) -> str:
    """Break a head after its shape and, where a phone's columns are narrower, between its words.

    Words have two characters each; three are one word, whose last would stand alone.
    """
    shape, said = _light(name, words).split(" ", 1)
    whole = len(said) <= max(room_em, _ONE_LINE)
    return "<br>".join((shape, *([said] if whole else wrapped(said, _HEAD_EM))))


def _steps() -> list[tuple[float, str]]:
    colours = (
        written.tint(Light.RED),
        written.tint(Light.UNREPORTED),
        written.tint(Light.GREEN),
        written.tint(Light.YELLOW),
    )
    share = 1 / len(colours)
    return [
        (edge, colour)
        for place, colour in enumerate(colours)
        for edge in (place * share, (place + 1) * share)
    ]
