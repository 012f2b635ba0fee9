"""Pictures of investment by industry chain."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, hits, rooms, style
from analysis.charts.money import MoneyAxis, money_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports

_TOTAL, _DONE = Projects.TOTAL_YUAN.value, Reports.DONE_TOTAL_YUAN.value
_INSIDE = Counted.DONE_DISCLOSED_YUAN.value


def by_chain(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw total investment per chain: stated solid, inferred hatched, undisclosed counted."""
    rows = rows_of(table)
    axis = money_axis((row[_TOTAL] for row in rows), words)
    figure = go.Figure()
    hatch: dict[str, object] = {"pattern": style.HATCHED["pattern"]}
    for column, basis, look, grey in (
        (Counted.STATED_YUAN, "stated", {}, style.ANY_HUE),
        (Counted.INFERRED_YUAN, "inferred", hatch, style.ANY_HUE_HATCHED),
    ):
        name = words.t(f"chart.{basis}")
        _bars(figure, rows, column, name, axis, look, part=basis)
        bars.key(figure, name, grey)
    figure.update_layout(barmode="stack")
    ends, texts = _ends(rows, (_TOTAL,), axis), [_amount(row, axis) for row in rows]
    names = [_name(row, words) for row in rows]
    _finished(figure, rows, axis, ends, texts, names)
    called = [words.marked(row[Projects.CHAIN]) for row in rows]
    spots = list(zip(_places(rows, words), _picks(rows), called, strict=True))
    return hits.on_undisclosed(figure, rows, names, spots, words)


def completed_against_total(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw what is done since the start inside the total, per chain with a known amount.

    Only what is done on projects that disclose their total stands against it; what is done on the
    others has no total and is written beside the name.
    """
    rows = rows_of(with_amounts(table))
    axis = money_axis((row[name] for row in rows for name in (_TOTAL, _INSIDE)), words)
    figure = go.Figure()
    _bars(figure, rows, _TOTAL, words.t("chart.total"), axis, {"color": style.TRACK})
    _bars(figure, rows, _INSIDE, words.t("chart.done_total"), axis, {})
    bars.key(figure, words.t("chart.total"), {"color": style.TRACK})
    bars.key(figure, words.t("chart.done_total"), style.ANY_HUE)
    figure.update_layout(barmode="overlay")
    ends, texts = _ends(rows, (_TOTAL, _INSIDE), axis), [_share(row, axis) for row in rows]
    return _finished(
        figure, rows, axis, ends, texts, [_name_and_amounts(row, axis) for row in rows]
    )


def with_amounts(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out the chains of which neither a total nor anything done is known."""
    return table[table[[_TOTAL, _DONE]].notna().any(axis=1)]


def _bars(
    figure: go.Figure,
    rows: list[Row],
    column: str,
    name: str,
    axis: MoneyAxis,
    look: dict[str, object],
    *,
    part: str = "",
) -> None:
    """Add one bar per row; a click on it picks its chain, or the ``part`` of the chain it shows."""
    words = axis.words
    colours = [words.chain_colour(row[Projects.CHAIN]) for row in rows]
    figure.add_bar(
        x=[axis.place(row[column]) for row in rows],
        y=_places(rows, words),
        orientation="h",
        name=name,
        showlegend=False,
        marker={"color": colours, "line": {"color": colours, "width": 1.2}} | look,
        customdata=[[pick, part] for pick in _picks(rows)] if part else _picks(rows),
        hovertext=[
            f"{words.marked(row[Projects.CHAIN])}<br>{name} {axis.amount(row[column] or 0)}"
            for row in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _finished(
    figure: go.Figure,
    rows: list[Row],
    axis: MoneyAxis,
    ends: list[float],
    texts: list[str],
    names: list[str],
) -> go.Figure:
    places, measure = _places(rows, axis.words), axis.unit_of_measure
    bars.end_labels(figure, ends, places, texts, _picks(rows))
    end_px = bars.room(ends, texts)
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    axis.dress(figure)
    return rooms.names_above(figure, places, names)


def _places(rows: list[Row], words: Words) -> list[str]:
    return [row[Projects.CHAIN] or words.chain(None) for row in rows]


def _picks(rows: list[Row]) -> list[str]:
    return [row[Projects.CHAIN] or "" for row in rows]


def _name(row: Row, words: Words) -> str:
    undisclosed = row[Counted.UNDISCLOSED]
    some = undisclosed and row[_TOTAL] is not None
    more = words.t("chart.more_undisclosed", count=undisclosed) if some else ""
    return words.above(words.numbered(row[Projects.CHAIN]), more)


def _ends(rows: list[Row], columns: tuple[str, ...], axis: MoneyAxis) -> list[float]:
    return [max(axis.place(row[name]) or 0.0 for name in columns) for row in rows]


def _amount(row: Row, axis: MoneyAxis) -> str:
    total, undisclosed = row[_TOTAL], row[Counted.UNDISCLOSED]
    if total is not None:
        return axis.number(total)
    return axis.words.t("chart.all_undisclosed", count=undisclosed) if undisclosed else ""


def _share(row: Row, axis: MoneyAxis) -> str:
    total, inside, t = row[_TOTAL], row[_INSIDE], axis.words.t
    if total is None:
        return t("chart.done_only", done=axis.number(row[_DONE]))
    if inside is None:
        return t("chart.not_reported")
    said = percent(inside * 100 / total)
    return t("chart.over_total", share=said) if inside > total else said


def _name_and_amounts(row: Row, axis: MoneyAxis) -> str:
    """Say beside the name what is done of the total, and what is done without a stated total."""
    total, inside, t = row[_TOTAL], row[_INSIDE] or 0, axis.words.t
    name = axis.words.numbered(row[Projects.CHAIN])
    if total is None:
        return axis.words.above(name)
    outside = (row[_DONE] or 0) - inside
    more = t("chart.done_of_total", done=axis.number(inside), total=axis.number(total))
    if outside:
        more += t("chart.done_outside", done=axis.number(outside))
    return axis.words.above(name, more)
