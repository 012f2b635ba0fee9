"""Pictures of investment by phase."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, hits, rooms
from analysis.charts.money import MoneyAxis, money_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.spoken import SAID, plain_line
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Phase, Projects

_TOTAL = Projects.TOTAL_YUAN.value
NOT_STATED = "not_stated"  # what a click on that row picks
_READABLE_PX = 11


def by_phase(table: pd.DataFrame, parts: pd.DataFrame, words: Words) -> go.Figure:
    """Draw total investment per phase, in the order of a project's life, split by chain.

    ``table`` has one row per phase, ``parts`` one per phase and chain. Each row says how many
    projects it stands for, and how many of them disclose no amount.
    """
    rows = rows_of(table)
    axis = money_axis((row[_TOTAL] for row in rows), words)
    figure = go.Figure()
    pieces = rows_of(parts)
    places = [phase_key(row[Projects.PHASE]) for row in rows]
    for chain in (*words.plan.chain_names, None):
        of_chain = {
            phase_key(one[Projects.PHASE]): one for one in pieces if one[Projects.CHAIN] == chain
        }
        if of_chain:
            _parts(figure, chain, [of_chain.get(place) for place in places], places, axis)
    ends = [axis.place(row[_TOTAL]) or 0.0 for row in rows]
    texts = [_figures(row, axis) for row in rows]
    bars.end_labels(figure, ends, places, texts, places)
    measure, end_px = axis.unit_of_measure, bars.room(ends, texts)
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    axis.dress(figure).update_yaxes(categoryorder="array", categoryarray=places)
    uniform = {"minsize": _READABLE_PX, "mode": "hide"}
    figure.update_layout(barmode="stack", uniformtext=uniform)
    figure.update_layout(meta={SAID: _aloud(rows, pieces, axis)})
    names = [_name(row, words) for row in rows]
    rooms.names_above(figure, places, names)
    called = [phase_name(row[Projects.PHASE], words) for row in rows]
    spots = list(zip(places, places, called, strict=True))
    return hits.on_undisclosed(figure, rows, names, spots, words)


def _parts(
    figure: go.Figure,
    chain: str | None,
    pieces: list[Row | None],
    places: list[str],
    axis: MoneyAxis,
) -> None:
    words = axis.words
    figure.add_bar(
        x=[one and axis.place(one[_TOTAL]) for one in pieces],
        y=places,
        orientation="h",
        name=words.marked(chain),
        marker={"color": words.chain_colour(chain)},
        text=[words.chain_mark(chain)] * len(pieces),
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": "#ffffff", "size": 13},
        customdata=[[place, chain or ""] for place in places],  # a part of the phase
        hovertext=[one and _hover(one, axis) for one in pieces],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def phase_key(phase: str | None) -> str:
    """Return what a click on a phase picks: its name in the code, which no language changes.

    >>> phase_key("在建"), phase_key(None)
    ('under_way', 'not_stated')
    """
    return Phase(phase).name.lower() if phase else NOT_STATED


def phase_name(phase: str | None, words: Words) -> str:
    """Name a phase in the reader's language; without one it says so."""
    return words.t(f"phase.{phase_key(phase)}")


def _name(row: Row, words: Words) -> str:
    phase, undisclosed = phase_name(row[Projects.PHASE], words), row[Counted.UNDISCLOSED]
    some = undisclosed and row[_TOTAL] is not None
    more = words.t("chart.of_them_undisclosed", count=undisclosed) if some else ""
    name = words.t("chart.phase_projects", phase=phase, count=row[Counted.PROJECTS])
    return words.above(name, more)


def _aloud(rows: list[Row], pieces: list[Row], axis: MoneyAxis) -> str:
    """Say each phase with all its projects, then each chain of it with its own."""
    joiner, comma = (axis.words.t(f"figure.alt_{name}") for name in ("joiner", "comma"))
    said: list[str] = []
    for row in rows:
        total = row[_TOTAL]
        figures = _figures(row, axis) if total is None else axis.amount(total)
        whole = f"{plain_line(_name(row, axis.words))} {figures}".strip()
        of_phase = [one for one in pieces if one[Projects.PHASE] == row[Projects.PHASE]]
        said.append(comma.join((whole, *(_of_chain(one, axis) for one in of_phase))))
    return joiner.join(said)


def _of_chain(one: Row, axis: MoneyAxis) -> str:
    _, *rest = _hover(one, axis).split("<br>")
    return " ".join(rest)


def _figures(row: Row, axis: MoneyAxis) -> str:
    total, undisclosed = row[_TOTAL], row[Counted.UNDISCLOSED]
    if total is not None:
        return axis.number(total)
    return axis.words.t("chart.all_undisclosed", count=undisclosed) if undisclosed else ""


def _hover(one: Row, axis: MoneyAxis) -> str:
    words = axis.words
    phase, chain = phase_name(one[Projects.PHASE], words), words.marked(one[Projects.CHAIN])
    count = words.t("chart.projects_count", count=one[Counted.PROJECTS])
    return "<br>".join((phase, chain, axis.amount(one[_TOTAL]), count))
