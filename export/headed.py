"""Columns of a matrix named above each of them instead of in a key, where a picture has room."""

import plotly.graph_objects as go

from analysis.charts import heads
from export.labels import BELOW_SHARE, BESIDE_SHARES, GAP, ticks_of
from export.parts import layout, x_axes, y_axes
from export.theme import Type
from texts.wrap import markup_width_em, unbroken


def write_heads(figure: go.Figure, width_px: float, letters: Type) -> None:
    """Write above each column what the key says of it, and take the key away."""
    if not (columns := heads.columns(figure)):
        return
    (x_axis, *_), (y_axis, *_) = x_axes(figure), y_axes(figure)
    names = [unbroken(name) for name in ticks_of(figure, y_axis).values()]
    most_em = width_px * BESIDE_SHARES[0] / letters.small
    beside_em = min(max(map(markup_width_em, names)), most_em)
    plot_em = width_px * BELOW_SHARE / letters.small - beside_em
    if lines := heads.fitting(figure, plot_em / columns - GAP):
        layout(figure).update(annotations=heads.without_key(figure), overwrite=True)
        x_axis.update(tickmode="array", tickvals=list(ticks_of(figure, x_axis)), ticktext=lines)
