"""Names at the ends of lines, spread so that none covers another; where they fit no legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import plotly.graph_objects as go

from texts.wrap import markup_wrapped, unbroken, width_em

END = "line-end"  # the name of a note that stands at the end of its line
_EM, _PX, _LINE, _GAP_PX = 6.5, 12, 1.25, 3  # as wide as a phone has room for
_WIDER_EM, _MOST_SHARE = (10, 17), 0.58
_LEADER, _BESIDE_PX = 0.45, 26  # in months from the last one; besides the widest name
_HEADROOM = 1.06


@dataclass(frozen=True, slots=True)
class End:
    """Where a line ends: its name in the legend, its last month and percent, its colour."""

    name: str
    period: str
    percent: float
    colour: str


def name_ends(
    figure: go.Figure, ends: Sequence[End], periods: Sequence[str], highest: float, plot_px: float
) -> None:
    """Write each line's name at its end where all have room, else leave the legend to name them.

    ``highest`` is the largest percent drawn; ``plot_px`` is about how high the data are.
    """
    if not ends:
        return
    figure.update_yaxes(range=[0, max(highest, 1) * _HEADROOM])
    figure.update_xaxes(range=[-_LEADER, len(periods) - 1 + _LEADER])
    names = [markup_wrapped(unbroken(end.name), _EM) for end in ends]
    for end, name in zip(ends, names, strict=True):
        figure.add_annotation(
            name=END,
            text=name,
            x=end.period,
            y=end.percent,
            xref="x",
            yref="y",
            ax=len(periods) - 1 + _LEADER,
            ay=end.percent,
            axref="x",
            ayref="y",
            xanchor="left",
            align="left",
            showarrow=True,
            arrowhead=0,
            arrowwidth=1.2,
            arrowcolor=end.colour,
            standoff=6,
            font={"size": _PX},
        )
    _legend(figure, named=True)
    place(figure, plot_px, _PX)


def place(
    figure: go.Figure, plot_px: float, letter_px: float, *, width_px: float | None = None
) -> None:
    """Spread the names over ``plot_px``; without room for all, the legend names the lines.

    Letters are ``letter_px`` high. Where the whole width is known, names may be wider, on fewer
    lines, as long as they leave the data enough of it. A figure without such names stays as it is.
    """
    notes = _notes(figure)
    if not notes:
        return
    if not _have_room(figure, notes, plot_px, letter_px, width_px):
        _unname(figure)
        return
    low, high = cast("tuple[float, float]", figure.layout.yaxis.range)
    percent_px, sizes = plot_px / (high - low), _sizes(notes, letter_px)
    wanted = [(note.y - low) * percent_px for note in notes]
    for note, middle in zip(notes, spread(wanted, sizes, plot_px), strict=True):
        note.ay, note.font.size = low + middle / percent_px, letter_px
    figure.update_layout(margin={"r": round(beside_px(figure, letter_px))})


def _have_room(
    figure: go.Figure,
    notes: Sequence[Any],
    plot_px: float,
    letter_px: float,
    width_px: float | None,
) -> bool:
    """Break the names into as few lines as it takes; tell whether all have room then."""
    for em in _WIDER_EM if width_px else ():
        if sum(_sizes(notes, letter_px)) <= plot_px:
            break
        for note in notes:
            note.text = markup_wrapped(unbroken(note.text), em)
    narrow = width_px is None or beside_px(figure, letter_px) <= width_px * _MOST_SHARE
    return narrow and sum(_sizes(notes, letter_px)) <= plot_px


def _sizes(notes: Sequence[Any], letter_px: float) -> list[float]:
    return [(note.text.count("<br>") + 1) * letter_px * _LINE + _GAP_PX for note in notes]


def beside_px(figure: go.Figure, letter_px: float) -> float:
    """Return how much of the width the names take beside the data, nothing without any."""
    lines = [line for note in _notes(figure) for line in note.text.split("<br>")]
    return max(map(width_em, lines)) * letter_px + _BESIDE_PX if lines else 0


def spread(wanted: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """Return middles as near to ``wanted`` as can be, apart by ``sizes`` and within ``room``.

    They keep their order; the sizes have room together.

    >>> spread([50, 52, 10], [20, 20, 20], 100)
    [41.0, 61.0, 10.0]
    >>> spread([98, 99], [20, 20], 100)
    [70.0, 90.0]
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    blocks: list[tuple[list[int], float, float]] = []  # whose they are, their middle, their size
    for at in order:
        blocks.append(([at], _within(wanted[at], sizes[at], room), sizes[at]))
        while len(blocks) > 1 and _overlap(blocks[-2], blocks[-1]):
            second, first = blocks.pop(), blocks.pop()
            blocks.append(_joined(first, second, wanted, sizes, room))
    middles = [0.0] * len(wanted)
    for members, middle, size in blocks:
        begin = middle - size / 2
        for at in members:
            middles[at] = begin + sizes[at] / 2
            begin += sizes[at]
    return middles


def _joined(
    first: tuple[list[int], float, float],
    second: tuple[list[int], float, float],
    wanted: Sequence[float],
    sizes: Sequence[float],
    room: float,
) -> tuple[list[int], float, float]:
    members, size = first[0] + second[0], first[2] + second[2]
    begin, begins = 0.0, list[float]()
    for at in members:
        begins.append(wanted[at] - begin - sizes[at] / 2)
        begin += sizes[at]
    return members, _within(sum(begins) / len(begins) + size / 2, size, room), size


def _overlap(low: tuple[list[int], float, float], high: tuple[list[int], float, float]) -> bool:
    return low[1] + low[2] / 2 > high[1] - high[2] / 2


def _within(middle: float, size: float, room: float) -> float:
    return min(max(middle, size / 2), room - size / 2)


def _notes(figure: go.Figure) -> list[Any]:
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    return [note for note in notes if note.name == END]


def _unname(figure: go.Figure) -> None:
    """Take the names from the lines, and name them in the legend again."""
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    kept = [note for note in notes if note.name != END]
    figure.update_layout(annotations=kept, overwrite=True)
    figure.update_layout(margin={"r": None})
    _legend(figure, named=False)


def _legend(figure: go.Figure, *, named: bool) -> None:
    """Leave the entries that name lines out of the legend, or let them stand there again."""
    for trace in cast("tuple[Any, ...]", figure.data):
        if trace.meta == {END: True}:
            trace.showlegend = not named
