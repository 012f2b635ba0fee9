"""The curve on a card begins anew in January, and says what is missing by a gap."""

import pandas as pd
import pytest

from analysis.charts import card, style
from analysis.charts.words import Words
from texts import catalogue

WORDS = Words(catalogue("zh"), None)


def curve(*months):
    names = ["period", "judged_percent", "schedule_percent", "light"]
    figure = card.curve(pd.DataFrame(months, columns=names), WORDS)
    schedules = [one for one in figure.data if one.name == "序时进度"]
    (percents,) = [one for one in figure.data if one.mode == "markers" and one.y != (None,)]
    return [*schedules, percents]


def figures(*months):
    names = ["period", "judged_percent", "schedule_percent", "light"]
    drawn = card.curve(pd.DataFrame(months, columns=names), WORDS)
    return next(one for one in drawn.data if one.mode == "markers+text")


def test_neither_line_leads_from_december_to_january():
    *schedules, percents = curve(
        ("2025-11", 80.0, 91.7, "yellow"),
        ("2025-12", 95.0, 100.0, "green"),
        ("2026-01", 6.0, 8.3, "green"),
        ("2026-02", 11.0, 16.7, "yellow"),
    )
    assert [list(line.y) for line in schedules] == [[91.7, 100.0], [8.3, 16.7]]
    assert list(percents.y) == [80.0, 95.0, None, 6.0, 11.0]
    assert not percents.connectgaps
    assert [line.showlegend for line in schedules] == [True, False]


def test_every_figure_and_light_stays_at_its_month_behind_the_break():
    months = (
        ("2025-12", 95.0, 100.0, "green"),
        ("2026-01", 6.0, 8.3, "red"),
        ("2026-02", None, None, None),
    )
    *_, percents = curve(*months)
    written = figures(*months)
    assert list(written.text) == ["95.0", None, "6.0", ""]
    assert list(written.x) == list(percents.x)
    assert list(percents.marker.symbol) == ["circle", "circle-open", "square", "circle-open"]
    assert list(percents.x) == ["12月", None, "1月<br>2026年", "2月"]


@pytest.mark.parametrize(
    ("done", "schedule", "side"),
    [
        (42.8, 100.0, "bottom center"),
        (3.0, 8.3, "bottom center"),
        (30.0, 25.0, "top center"),
        (25.0, 25.0, "top center"),
        (5.0, None, "top center"),
    ],
)
def test_a_figure_stands_at_its_own_mark_on_the_side_where_the_schedule_is_not(
    done, schedule, side
):
    months = ("2026-03", done, schedule, "yellow")
    written, (*_, marks) = figures(months), curve(months)
    assert (written.textposition, list(written.y)) == ((side,), list(marks.y))


def test_a_month_without_a_report_does_not_part_the_schedule():
    schedule, percents = curve(
        ("2026-03", 20.0, 25.0, "green"),
        ("2026-04", None, None, None),
        ("2026-05", 40.0, 41.7, "green"),
    )
    assert schedule.connectgaps
    assert not percents.connectgaps


def test_where_both_lines_run_together_both_are_seen():
    names = ["period", "judged_percent", "schedule_percent", "light"]
    months = [("2026-03", 25.0, 25.0, "green"), ("2026-04", 33.3, 33.3, "green")]
    line, edge, schedule, marks, *_ = card.curve(pd.DataFrame(months, columns=names), WORDS).data
    assert (line.line.color, line.line.dash) == (style.ACCENT, None)
    assert (edge.line.color, edge.line.dash) == (style.EDGE, schedule.line.dash)
    assert line.line.width > schedule.line.width < edge.line.width
    assert list(marks.y) == [25.0, 33.3]
