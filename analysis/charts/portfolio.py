"""Pictures of single projects: the largest ones, and how much hangs on them."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, style
from analysis.charts.money import MoneyAxis, money_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Projects

REST, UNDISCLOSED = "rest", "undisclosed"  # what a click on these two rows picks
_TOTAL = Projects.TOTAL_YUAN.value
_NAME_EM = 23
_FULL = 100


def largest(table: pd.DataFrame, undisclosed: int, words: Words) -> go.Figure:
    """Draw the largest projects as sorted bars in their chains' colours, all others in one row.

    Sorted bars at every size, rather than a treemap: of 500 tiles most have no room for a name,
    areas are hard to compare, and an undisclosed amount has no tile at all. The row of the others
    has figures and no bar, because a sum of hundreds would squash every single project; so has the
    row of the undisclosed, which are not zero.
    """
    rows = rows_of(table)
    single = [row for row in rows if row[Projects.ID] is not None]
    axis = money_axis((row[_TOTAL] for row in single), words)
    figure = go.Figure()
    colours = [words.chain_colour(row[Projects.CHAIN]) for row in single]
    figure.add_bar(
        x=[axis.place(row[_TOTAL]) for row in single],
        y=[row[Projects.ID] for row in single],
        orientation="h",
        showlegend=False,
        marker={"color": colours},
        customdata=[row[Projects.ID] for row in single],
        hovertext=[_hover(row, axis) for row in single],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    bars.chain_keys(figure, [row[Projects.CHAIN] for row in single], words)
    places, names, ends, texts = _lines(rows, undisclosed, axis)
    bars.end_labels(figure, ends, places, texts, places)
    measure, end_px = axis.unit_of_measure, bars.room(ends, texts)
    style.horizontal(figure, rows=len(places), unit_of_measure=measure, end_px=end_px)
    axis.dress(figure).update_yaxes(categoryorder="array", categoryarray=places)
    return style.names_above(figure, places, names)


def concentration(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw which share of all disclosed investment the largest projects have."""
    rows = rows_of(table)
    axis = money_axis((row[_TOTAL] for row in rows), words)
    places = [row[Counted.LARGEST] for row in rows]
    shares = [row[Counted.SHARE_PERCENT] for row in rows]
    figure = go.Figure()
    for lengths, look in (
        ([_FULL] * len(rows), {"color": style.TRACK}),
        (shares, {"color": style.ACCENT}),
    ):
        figure.add_bar(
            x=lengths,
            y=places,
            orientation="h",
            marker=look,
            showlegend=False,
            customdata=places,
            hovertext=[_group(row, words) for row in rows],
            hovertemplate="%{hovertext} %{x:.1f}%<extra></extra>",
        )
    texts = [axis.with_share(row[_TOTAL], row[Counted.SHARE_PERCENT]) for row in rows]
    bars.end_labels(figure, [_FULL] * len(rows), places, texts, places)
    measure = words.t("chart.axis_percent")
    end_px = bars.room([_FULL] * len(rows), texts)
    style.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    figure.update_layout(barmode="overlay", showlegend=False)
    style.names_above(figure, places, [_group(row, words) for row in rows])
    return figure.update_xaxes(range=[0, _FULL], tickvals=[0, 50, _FULL])


def _lines(
    rows: list[Row], undisclosed: int, axis: MoneyAxis
) -> tuple[list[str], list[str], list[float], list[str]]:
    """Return place, name, end of the bar and figures of every row, the two without bars last."""
    t = axis.words.t
    lines = [
        (
            row[Projects.ID] or REST,
            _name(row, axis.words),
            0.0 if row[Projects.ID] is None else axis.place(row[_TOTAL]) or 0.0,
            axis.with_share(row[_TOTAL], row[Counted.SHARE_PERCENT]),
        )
        for row in rows
    ]
    if undisclosed:
        name = t("chart.undisclosed_projects", count=undisclosed)
        lines.append((UNDISCLOSED, name, 0.0, t("chart.not_zero")))
    places, names, ends, texts = (list(column) for column in zip(*lines, strict=True))
    return places, names, ends, texts


def _name(row: Row, words: Words) -> str:
    if row[Projects.ID] is None:
        return words.t("chart.rest_projects", count=row[Counted.PROJECTS])
    return words.above(f"{words.chain_mark(row[Projects.CHAIN])} {row[Projects.NAME]}")


def _hover(row: Row, axis: MoneyAxis) -> str:
    words = axis.words
    name, chain = words.label(row[Projects.NAME], _NAME_EM), words.marked(row[Projects.CHAIN])
    return f"{name}<br>{chain}<br>{words.t('chart.total')} {axis.amount(row[_TOTAL])}"


def _group(row: Row, words: Words) -> str:
    return words.t(f"chart.largest_{row[Counted.LARGEST]}", count=row[Counted.PROJECTS])
