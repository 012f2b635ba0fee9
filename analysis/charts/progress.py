"""Pictures of progress against 序时进度."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, rounded_yi, signed
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports
from domain.rules import Light

_LIGHTS = tuple(Light)
_END_PX = 110


def completion(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw 投资完成率 of each chain as a bar, with a mark at 序时进度."""
    rows = rows_of(table)
    places = [row[Projects.CHAIN] or words.chain(None) for row in rows]
    rates = [row[Counted.COMPLETION_PERCENT] or 0 for row in rows]
    schedules = [row[Counted.SCHEDULE_PERCENT] for row in rows]
    figure = go.Figure()
    figure.add_bar(
        x=rates,
        y=places,
        orientation="h",
        name=words.t("chart.completion"),
        marker={"color": style.ACCENT},
        customdata=[row[Projects.CHAIN] for row in rows],
        hovertemplate="%{y} %{x:.1f}%<extra></extra>",
    )
    figure.add_scatter(
        x=schedules,
        y=places,
        mode="markers",
        name=words.t("chart.schedule_at", percent=percent(max(schedules, default=0))),
        marker=style.TARGET,
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=[max(pair) for pair in zip(rates, schedules, strict=True)],
        y=places,
        mode="text",
        text=[_rate_and_gap(row, words) for row in rows],
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        unselected=style.UNPICKED,
        cliponaxis=False,
    )
    measure = words.t("chart.axis_percent")
    style.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=_END_PX)
    style.names_above(figure, places, [_chain_and_amounts(row, words) for row in rows])
    return figure.update_xaxes(range=[0, max([*rates, 100])], tickvals=[0, 50, 100])


def gaps(table: pd.DataFrame, words: Words, *, most: int = 8) -> go.Figure:
    """Draw the gap to 序时进度 of the items furthest behind, worst first."""
    worst = table.dropna(subset=[Counted.GAP_POINTS]).sort_values(Counted.GAP_POINTS).head(most)
    rows = rows_of(worst)
    figure = go.Figure()
    for light in _LIGHTS:
        of_light = [row for row in rows if row[Counted.LIGHT] == light]
        if not of_light:
            continue
        shape = style.LIGHT_SHAPES[light]
        figure.add_bar(
            x=[row[Counted.GAP_POINTS] for row in of_light],
            y=[row[Reports.ITEM_ID] for row in of_light],
            orientation="h",
            name=words.t(f"light.{light}"),
            marker={"color": style.LIGHT_COLOURS[light]},
            text=[f"{shape} {signed(row[Counted.GAP_POINTS])}" for row in of_light],
            textposition="outside",
            cliponaxis=False,
            customdata=[row[Reports.ITEM_ID] for row in of_light],
            hovertext=[words.label(row[Reports.ITEM_NAME]) for row in of_light],
            hovertemplate="%{hovertext} %{text}<extra>%{fullData.name}</extra>",
        )
    lowest = min([row[Counted.GAP_POINTS] for row in rows], default=0)
    highest = max([row[Counted.GAP_POINTS] for row in rows], default=0)
    figure.update_layout(barmode="overlay")
    style.horizontal(figure, rows=len(rows), unit_of_measure=words.t("chart.axis_points"))
    figure.update_layout(showlegend=True)
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    style.names_above(figure, places, [words.label(row[Reports.ITEM_NAME], 26) for row in rows])
    return figure.update_xaxes(
        range=[min(lowest * 1.25, -5), max(highest * 1.25, 5)], zeroline=True, zerolinewidth=2
    )


def heatmap(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw item × period: the percent done in the colour, shape and word of its light."""
    rows = rows_of(table)
    names = list(dict.fromkeys(row[Reports.ITEM_NAME] for row in rows))
    found = {(row[Reports.ITEM_NAME], row[Reports.PERIOD]): row for row in rows}
    cells = [[found.get((name, period)) for period in periods] for name in names]
    lights = [[_light(cell) for cell in line] for line in cells]
    figure = go.Figure(
        go.Heatmap(
            z=[[_LIGHTS.index(light) for light in line] for line in lights],
            x=periods,
            y=[words.label(name, 9) for name in names],
            text=[[_heat_text(cell) for cell in line] for line in cells],
            texttemplate="%{text}",
            textfont={"color": style.TINT_INK, "size": 12},
            colorscale=_steps(),
            zmin=-0.5,
            zmax=len(_LIGHTS) - 0.5,
            showscale=False,
            xgap=3,
            ygap=3,
            hovertemplate="%{y}<br>%{x}<br>%{text}<extra></extra>",
        )
    )
    for light in _LIGHTS:
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words.t(f"light.{light}"),
            marker={
                "color": style.LIGHT_COLOURS[light],
                "symbol": style.LIGHT_SYMBOLS[light],
                "size": 12,
            },
        )
    figure.update_layout(height=style.rows_height(len(names), row_px=46), showlegend=True)
    _month_axis(figure, periods, words)
    figure.update_yaxes(autorange="reversed", showgrid=False, showline=False)
    return figure


def over_time(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw the percent of each subject over the periods, with the dashed line of 序时进度."""
    figure = go.Figure()
    schedule = dict(zip(table[Reports.PERIOD], table[Counted.SCHEDULE_PERCENT], strict=True))
    figure.add_scatter(
        x=periods,
        y=[schedule.get(period) for period in periods],
        mode="lines",
        name=words.t("chart.schedule"),
        line={"dash": "dash", "color": style.NEUTRAL, "width": 2},
        hovertemplate="%{fullData.name} %{y:.1f}%<extra></extra>",
    )
    for number, (subject, lines) in enumerate(table.groupby(Counted.SUBJECT, sort=False)):
        values = dict(zip(lines[Reports.PERIOD], lines[Counted.PERCENT_DONE], strict=True))
        figure.add_scatter(
            x=periods,
            y=[None if pd.isna(values.get(p, float("nan"))) else values[p] for p in periods],
            mode="lines+markers",
            name=words.subject(str(subject)),
            line={"width": 3, "color": style.SUBJECTS[number % len(style.SUBJECTS)]},
            marker={"size": 9, "symbol": number % 8},
            connectgaps=False,
            hovertemplate="%{fullData.name} %{y:.1f}%<extra></extra>",
        )
    subjects = table[Counted.SUBJECT].nunique()
    figure.update_layout(height=420 + 12 * subjects, hovermode="x unified")
    figure.update_yaxes(title={"text": words.t("chart.axis_percent")}, rangemode="tozero")
    return _month_axis(figure, periods, words)


def _month_axis(figure: go.Figure, periods: list[str], words: Words) -> go.Figure:
    return figure.update_xaxes(
        type="category",
        tickvals=periods,
        ticktext=words.months(periods),
        showgrid=False,
        showline=False,
    )


def _chain_and_amounts(row: Row, words: Words) -> str:
    done, plan = row[Reports.DONE_YTD_YUAN], row[Reports.YEAR_PLAN_YUAN]
    name = words.chain(row[Projects.CHAIN])
    return words.t("chart.done_of_plan", name=name, done=rounded_yi(done), plan=rounded_yi(plan))


def _rate_and_gap(row: Row, words: Words) -> str:
    rate, schedule = row[Counted.COMPLETION_PERCENT], row[Counted.SCHEDULE_PERCENT]
    if rate is None:
        return ""
    text = words.t("chart.rate_and_gap", rate=percent(rate), gap=signed(rate - schedule))
    return "\u2002" + text


def _light(cell: Row | None) -> Light:
    return Light.UNREPORTED if cell is None else Light(cell[Counted.LIGHT])


def _heat_text(cell: Row | None) -> str:
    light = _light(cell)
    shape = f'<span style="color:{style.LIGHT_COLOURS[light]}">{style.LIGHT_SHAPES[light]}</span>'
    if cell is None or cell[Counted.JUDGED_PERCENT] is None:
        return shape
    return f"{shape} {percent(cell[Counted.JUDGED_PERCENT]).removesuffix('%')}"


def _steps() -> list[tuple[float, str]]:
    share = 1 / len(_LIGHTS)
    return [
        (edge, style.LIGHT_TINTS[light])
        for place, light in enumerate(_LIGHTS)
        for edge in (place * share, (place + 1) * share)
    ]
