"""Pictures of the ledger of problems: open ones by unit and type, and how long they are open."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as grid
from analysis.charts import rooms, style, written
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Troubled
from domain.columns import Problems
from domain.problems import ProblemType

_UNIT_EM, _ROW_PX, _STRONGEST = 8, 36, 0.5


def by_type_and_unit(table: pd.DataFrame, units: list[str], words: Words) -> go.Figure:
    """Draw unit × type: open problems in a cell, how many of them overdue, totals at the edges.

    ``table`` is ``problems.by_type_and_unit``; ``units`` are its owners in the order to be shown. A
    click hands over unit and type.
    """
    rows, types = rows_of(table), [one.value for one in ProblemType]
    found = {(row[Problems.OWNER], row[Problems.TYPE]): row for row in rows}
    cells = [[found.get((unit, kind)) for kind in types] for unit in units]
    heads = [_head(type_name(kind, words), rows, Problems.TYPE, kind) for kind in types]
    most = max((row[Troubled.OPEN] for row in rows), default=1)
    figure = go.Figure(
        go.Heatmap(
            z=[[_shade(cell) for cell in line] for line in cells],
            x=types,
            y=units,
            text=[[_cell_text(cell, words) for cell in line] for line in cells],
            texttemplate="%{text}",
            textfont={"size": written.CELL_PX},
            colorscale=_scale(),
            zmin=-most,
            zmax=most,
            showscale=False,
            xgap=3,
            ygap=3,
            hovertext=[
                [_hover(unit, kind, cell, words) for kind, cell in zip(types, line, strict=True)]
                for unit, line in zip(units, cells, strict=True)
            ],
        )
    )
    grid.pickable(figure, types, units, [[[unit, kind] for kind in types] for unit in units])
    labels = [
        _head(written.unit_in_lines(words, unit, _UNIT_EM), rows, Problems.OWNER, unit, " ")
        for unit in units
    ]
    figure.update_xaxes(side="top", showgrid=False, showline=False, tickangle=0)
    figure.update_xaxes(type="category", tickvals=types, ticktext=heads, tickfont={"size": 13})
    figure.update_yaxes(type="category", tickvals=units, ticktext=labels, tickfont={"size": 13})
    figure.update_yaxes(showgrid=False, showline=False)
    height = rooms.rows_height(len(units), row_px=written.row_px(labels, _ROW_PX))
    return figure.update_layout(height=height, margin={"t": 56})


def by_age(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw open problems by the days they are open, overdue ones told apart, the youngest first."""
    rows, t = rows_of(table), words.t
    bands = [row[Troubled.BAND] for row in rows]
    labels = [band_in_words(row, words) for row in rows]
    in_time = [row[Troubled.OPEN] - row[Troubled.OVERDUE] for row in rows]
    figure = go.Figure()
    for counts, key, look in (
        (in_time, "problem.not_overdue", {"color": style.ACCENT}),
        (
            [row[Troubled.OVERDUE] for row in rows],
            "problem.overdue",
            {"color": style.OWED, "pattern": style.HATCH_OVER},
        ),
    ):
        figure.add_bar(
            x=counts,
            y=labels,
            orientation="h",
            name=t(key),
            marker=look,
            customdata=bands,
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
    totals = [row[Troubled.OPEN] for row in rows]
    written.behind(figure, totals, labels, [f" {_counts(row, words)}" for row in rows], bands)
    figure.update_layout(barmode="stack")
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=t("problem.axis_open"), end_px=110)
    most = max(totals, default=0)
    return figure.update_xaxes({**style.count_axis(most), "showgrid": False})


def type_name(kind: str, words: Words) -> str:
    """Name a type of problem in the reader's language."""
    return words.t(f"problem.type_{ProblemType(kind).name.lower()}")


def band_in_words(row: Row, words: Words) -> str:
    """Name a band of ages by its days; the oldest has no end."""
    first, last = row[Troubled.FROM_DAYS], row[Troubled.TO_DAYS]
    if row[Troubled.BAND].endswith("-"):
        return words.t("problem.band_over", days=first - 1)
    return words.t("problem.band", first=first, last=last)


def _head(name: str, rows: list[Row], column: str, of: str, apart: str = "<br>") -> str:
    total = sum(row[Troubled.OPEN] for row in rows if row[column] == of)
    return f"{name}{apart}<b>{total}</b>"


def _shade(cell: Row | None) -> int | None:
    """Return the open problems, below zero where one is overdue: the two have their own colours."""
    if cell is None:
        return None
    return -cell[Troubled.OPEN] if cell[Troubled.OVERDUE] else cell[Troubled.OPEN]


def _scale() -> list[tuple[float, str]]:
    return [
        (0.0, written.see_through(style.OWED, _STRONGEST)),
        (0.499, written.see_through(style.OWED, 0.12)),
        (0.5, written.see_through(style.ACCENT, 0.06)),
        (1.0, written.see_through(style.ACCENT, _STRONGEST)),
    ]


def _cell_text(cell: Row | None, words: Words) -> str:
    if cell is None:
        return ""
    if not cell[Troubled.OVERDUE]:
        return _counts(cell, words)
    counts = {"open": cell[Troubled.OPEN], "overdue": cell[Troubled.OVERDUE]}
    return words.t("problem.count_in_cell", **counts)


def _counts(row: Row, words: Words) -> str:
    key = "problem.count_overdue" if row[Troubled.OVERDUE] else "problem.count"
    return words.t(key, open=row[Troubled.OPEN], overdue=row[Troubled.OVERDUE])


def _hover(unit: str, kind: str, cell: Row | None, words: Words) -> str:
    said = "0" if cell is None else _counts(cell, words)
    return f"{words.unit(unit)}<br>{type_name(kind, words)}<br>{said}"
