"""What stands around the data in a picture: title, unit, as-of day, rule, source and marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from export.caption import Caption
from export.parts import layout
from export.theme import FONTS, GREY, INK, SIGNAL, Type
from texts import Texts
from texts.markup import escape
from texts.wrap import balanced, in_parts, width_em, wrapped

PAD_PX = 14
LINE = 1.3  # height of a line, in letters, as plotly sets it
_WATERMARK_SHARE = 0.42  # of the picture's width
_ACROSS = {"left": 0.0, "center": 0.5, "right": 1.0}
_DOWN = {"bottom": 0.0, "middle": 0.5, "top": 1.0}


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines already wrapped, and the room they need in layout pixels."""

    title: list[str]
    subtitle: list[str]
    foot: list[str]
    letters: Type

    @property
    def title_px(self) -> float:
        """Height from the top edge to the subtitle."""
        lines = len(self.title) * self.letters.title * LINE
        return PAD_PX + lines + (PAD_PX / 4 if self.title else 0)

    @property
    def head_px(self) -> float:
        """Height from the top edge to the legend."""
        subtitle = len(self.subtitle) * self.letters.small * LINE
        return self.title_px + subtitle + PAD_PX / 2

    @property
    def foot_px(self) -> float:
        """Height of the small lines below the axis, their distance included."""
        lines = len(self.foot) * self.letters.small * LINE
        return lines + PAD_PX / 2 if self.foot else 0


def frame_of(caption: Caption, width_px: float, letters: Type, t: Texts) -> Frame:
    """Break the caption's sentences into lines that fit ``width_px``."""
    room = width_px - 2 * PAD_PX
    tag = _tag_px(letters, t) if caption.illustrative and caption.tagged else 0
    under_title = [
        caption.zone,
        t("picture.unit_of_measure", unit=caption.unit_of_measure) * bool(caption.unit_of_measure),
        caption.as_of,
        t("picture.filters", filters=caption.filters) * bool(caption.filters),
        _listed(caption, t),
    ]
    below = [caption.rule, t("picture.source", source=caption.source) * bool(caption.source)]
    small = room / letters.small
    return Frame(
        title=balanced(caption.title, (room - tag) / letters.title) if caption.title else [],
        subtitle=in_parts([part for part in under_title if part], small, "  |  "),
        foot=[line for part in below for line in wrapped(part, small)],
        letters=letters,
    )


def put_around(figure: go.Figure, frame: Frame, caption: Caption, t: Texts) -> None:
    """Write the frame into the layout; ``draw.js`` moves the named notes to the edges."""
    figure.update_layout(title=None)
    letters = frame.letters
    bold = [f"<b>{escape(line)}</b>" for line in frame.title]
    _note(figure, "report-title", bold, "left top", _font(letters.title, INK))
    grey = _font(letters.small, GREY)
    _note(figure, "report-subtitle", map(escape, frame.subtitle), "left top", grey)
    _note(figure, "report-foot", map(escape, frame.foot), "left bottom", grey)
    if caption.illustrative:
        word = escape(t("picture.illustrative"))
        if caption.tagged:
            _tag(figure, letters, word)
        _mark(figure, word)


def _tag(figure: go.Figure, letters: Type, word: str) -> None:
    """Put the mark of illustrative data into the corner."""
    box = {"bordercolor": SIGNAL, "borderwidth": 1, "borderpad": 3}
    small = _font(letters.small, SIGNAL)
    _note(figure, "report-tag", [f"<b>{word}</b>"], "right top", small, **box)


def _mark(figure: go.Figure, word: str) -> None:
    """Write it in large letters across the data, so that no part cut out is without it."""
    large = _font(layout(figure).width * _WATERMARK_SHARE / width_em(word), SIGNAL)
    slanted = {"opacity": 0.13, "textangle": -24}
    _note(figure, "report-watermark", [f"<b>{word}</b>"], "center middle", large, **slanted)


def _note(
    figure: go.Figure,
    name: str,
    lines: Iterable[str],
    corner: str,
    font: dict[str, Any],
    **more: object,
) -> None:
    text = "<br>".join(lines)
    if not text:
        return
    across, down = corner.split()
    figure.add_annotation(
        name=name,
        text=text,
        font=font,
        align="left",
        xref="paper",
        x=_ACROSS[across],
        xanchor=across,
        yref="paper",
        y=_DOWN[down],
        yanchor=down,
        showarrow=False,
        **({"borderwidth": 0, "borderpad": 0} | more),
    )


def _font(size: float, color: str) -> dict[str, Any]:
    return {"family": FONTS, "size": size, "color": color}


def _listed(caption: Caption, t: Texts) -> str:
    """Say in one sentence which rows are listed, where not all are."""
    if caption.extent is None or caption.extent.is_whole:
        return caption.left_out
    return caption.extent.said(t)


def _tag_px(letters: Type, t: Texts) -> float:
    return (width_em(t("picture.illustrative")) + 2) * letters.small
