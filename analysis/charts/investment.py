"""Pictures of investment by industry chain."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.rows import Row, in_yi, rows_of
from analysis.charts.words import Words, percent, rounded_yi
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports

_END_PX = 150


def by_chain(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw total investment per chain: stated solid, inferred hatched, undisclosed counted."""
    rows = rows_of(table)
    labels = [row[Projects.CHAIN] or words.chain(None) for row in rows]
    figure = go.Figure()
    for column, key, look in (
        (Counted.STATED_YUAN, "chart.stated", {"color": style.ACCENT}),
        (Counted.INFERRED_YUAN, "chart.inferred", style.HATCHED),
    ):
        amounts = [in_yi(row[column]) for row in rows]
        figure.add_bar(
            x=amounts,
            y=labels,
            orientation="h",
            name=words.t(key),
            marker=look,
            customdata=[row[Projects.CHAIN] or "" for row in rows],
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
    _end_labels(figure, rows, labels, [_amount_and_gap(row, words) for row in rows])
    figure.update_layout(barmode="stack")
    return _finished(figure, labels, words)


def completed_against_total(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw what is done since the start inside the total, per chain with a known amount."""
    rows = [
        row
        for row in rows_of(table)
        if row[Projects.TOTAL_YUAN] is not None or row[Reports.DONE_TOTAL_YUAN] is not None
    ]
    labels = [row[Projects.CHAIN] or words.chain(None) for row in rows]
    figure = go.Figure()
    for column, key, colour in (
        (Projects.TOTAL_YUAN, "chart.total", style.NEUTRAL_SOFT),
        (Reports.DONE_TOTAL_YUAN, "chart.done_total", style.ACCENT),
    ):
        figure.add_bar(
            x=[in_yi(row[column]) for row in rows],
            y=labels,
            orientation="h",
            name=words.t(key),
            marker={"color": colour},
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
    _end_labels(figure, rows, labels, [_done_of_total(row, words) for row in rows], longest=True)
    figure.update_layout(barmode="overlay")
    return _finished(figure, labels, words)


def _finished(figure: go.Figure, labels: list[str], words: Words) -> go.Figure:
    measure = words.t("chart.axis_yi")
    style.horizontal(figure, rows=len(labels), unit_of_measure=measure, end_px=_END_PX)
    return style.names_above(figure, labels, [words.chain(label) for label in labels])


def _end_labels(
    figure: go.Figure,
    rows: list[Row],
    labels: list[str],
    texts: list[str],
    *,
    longest: bool = False,
) -> None:
    """Write each row's figures behind its bar, with room to the right for them."""
    ends = [_end(row, longest=longest) for row in rows]
    figure.add_scatter(
        x=ends,
        y=labels,
        mode="text",
        text=texts,
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        unselected=style.UNPICKED,
        cliponaxis=False,
        customdata=[row[Projects.CHAIN] or "" for row in rows],
    )
    figure.update_xaxes(range=[0, max([*ends, 1.0])])


def _end(row: Row, *, longest: bool) -> float:
    amounts = [row[Projects.TOTAL_YUAN]] + ([row[Reports.DONE_TOTAL_YUAN]] if longest else [])
    return max((in_yi(amount) or 0.0 for amount in amounts), default=0.0)


def _amount_and_gap(row: Row, words: Words) -> str:
    total, undisclosed = row[Projects.TOTAL_YUAN], row[Counted.UNDISCLOSED]
    if total is None:
        return " " + words.t("chart.all_undisclosed", count=undisclosed) if undisclosed else ""
    if undisclosed:
        more = words.t("chart.more_undisclosed", count=undisclosed)
        return f" {rounded_yi(total)}{more}"
    return f" {rounded_yi(total)}"


def _done_of_total(row: Row, words: Words) -> str:
    total, done = row[Projects.TOTAL_YUAN], row[Reports.DONE_TOTAL_YUAN]
    if done is None:
        return " " + words.t("chart.not_reported")
    if total is None:
        return " " + words.t("chart.done_only", done=rounded_yi(done))
    share = percent(done * 100 / total)
    values = {"done": rounded_yi(done), "total": rounded_yi(total), "share": share}
    return " " + words.t("chart.done_of_total", **values)
