"""A picture of the partners of one responsible unit: with whom it carries how many tasks."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, rooms, style
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments
from texts.wrap import unbroken


def of_unit(table: pd.DataFrame, tasks: int, words: Words) -> go.Figure:
    """Draw a bar per partner, most tasks in common first, beside how many the unit carries.

    ``table`` has the rows of ``together.pairs`` of one unit, without the unit itself; ``tasks`` is
    all that it carries.
    """
    rows = rows_of(table)
    others = [row[Counted.OTHER_UNIT] for row in rows]
    names = [unbroken(words.unit(other)) for other in others]
    shared = [row[Counted.SHARED] for row in rows]
    pairs = [[row[Assignments.RESPONSIBLE_UNIT], row[Counted.OTHER_UNIT]] for row in rows]
    texts = [words.t("partners.of_own", shared=number, tasks=tasks) for number in shared]
    figure = go.Figure()
    figure.add_bar(
        x=shared,
        y=others,
        orientation="h",
        marker={"color": style.ACCENT},
        customdata=pairs,
        hovertext=[f"{name} {text}" for name, text in zip(names, texts, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    bars.end_labels(figure, shared, others, texts, pairs)
    end_px = bars.room(shared, texts)
    measure = words.t("partners.axis")
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    figure.update_xaxes({**style.count_axis(max(shared, default=0)), "range": [0, tasks]})
    rooms.names_above(figure, others, names)
    return figure.update_layout(showlegend=False, margin={"t": 12})
