"""Pictures of single projects: the largest ones, and how much hangs on them."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, hits, rooms, style
from analysis.charts.hits import UNDISCLOSED
from analysis.charts.money import MoneyAxis, money_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Projects

REST = "rest"  # what a click on the row of all others picks
_OTHERS = {REST, UNDISCLOSED}
_TOTAL = Projects.TOTAL_YUAN.value
_NAME_EM = 23
_FULL = 100


def largest(table: pd.DataFrame, undisclosed: int, words: Words) -> go.Figure:
    """Draw the largest projects as sorted bars in their chains' colours, all others in one row.

    Sorted bars at every size, rather than a treemap: of 500 tiles most have no room for a name,
    areas are hard to compare, and an undisclosed amount has no tile at all. The bar of the others
    is pale; where their sum is more than the largest project, at whose scale single projects
    would be squashed, it ends there and is broken, as the caption says. The row of the undisclosed,
    which are not zero, has figures and no bar.
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
    _draw_rest(figure, rows, axis)
    bars.chain_keys(figure, [row[Projects.CHAIN] for row in single], words)
    places, names, ends, texts = _lines(rows, undisclosed, axis)
    bars.end_labels(figure, ends, places, texts, places)
    measure, end_px = axis.unit_of_measure, bars.room(ends, texts)
    rooms.horizontal(figure, rows=len(places), unit_of_measure=measure, end_px=end_px)
    figure.update_layout(barmode="overlay")  # so that the bar of the others is as high as all
    figure.update_layout(meta={style.LAST_ROWS: sum(one in _OTHERS for one in places)})
    axis.dress(figure).update_yaxes(categoryorder="array", categoryarray=places)
    rooms.names_above(figure, places, names)
    last = hits.Spot(UNDISCLOSED, names[-1], UNDISCLOSED, names[-1], has_bar=False)
    return hits.lay(figure, [last] if undisclosed else [], names)


def is_broken(table: pd.DataFrame) -> bool:
    """Tell whether all others are more than the largest project, so that their bar is broken."""
    if table.empty:
        return False
    others = table[Projects.ID].isna()
    return bool(table.loc[others, _TOTAL].sum() > table.loc[~others, _TOTAL].max())


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
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    figure.update_layout(barmode="overlay", showlegend=False)
    rooms.names_above(figure, places, [_group(row, words) for row in rows])
    return figure.update_xaxes(range=[0, _FULL], tickvals=[0, 50, _FULL])


def _draw_rest(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    """Draw the bar of the others: whole, or with a gap where it would be longer than all others."""
    longest = _longest(rows, axis)
    for row in (row for row in rows if row[Projects.ID] is None):
        pieces = bars.pieces(axis.place(row[_TOTAL]) or 0.0, longest)
        figure.add_bar(
            x=[end - start for start, end in pieces],
            base=[start for start, _ in pieces] if len(pieces) > 1 else None,
            y=[REST] * len(pieces),
            orientation="h",
            showlegend=False,
            marker={"color": style.TRACK},
            customdata=[REST] * len(pieces),
            text=[axis.number(row[_TOTAL])]
            * len(pieces),  # what is said of it, for its length is cut
            textposition="none",
            hovertext=[_hover_rest(row, axis)] * len(pieces),
            hovertemplate="%{hovertext}<extra></extra>",
        )


def _longest(rows: list[Row], axis: MoneyAxis) -> float:
    return max(axis.place(row[_TOTAL]) or 0.0 for row in rows if row[Projects.ID] is not None)


def _lines(
    rows: list[Row], undisclosed: int, axis: MoneyAxis
) -> tuple[list[str], list[str], list[float], list[str]]:
    """Return place, name, end of the bar and figures of every row, that without a bar last."""
    t = axis.words.t
    longest = _longest(rows, axis)
    lines = [
        (
            row[Projects.ID] or REST,
            _name(row, axis.words),
            min(axis.place(row[_TOTAL]) or 0.0, longest),
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


def _hover_rest(row: Row, axis: MoneyAxis) -> str:
    return f"{_name(row, axis.words)}<br>{axis.amount(row[_TOTAL])}"


def _group(row: Row, words: Words) -> str:
    return words.t(f"chart.largest_{row[Counted.LARGEST]}", count=row[Counted.PROJECTS])
