"""However many items there are, a chart draws no more than an eye can take in."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.charts.words import Words
from analysis.gallery import EXHIBITS
from domain.columns import Projects, Reports
from texts import catalogue

ITEMS = 10_000
MOST_MARKS = 600  # a grid of fifteen items over a year, or of thirty units in rows and columns


@pytest.fixture(scope="module")
def large(illustrated_board):
    """The illustrative board with its projects again and again, up to ten thousand."""
    projects, reports = illustrated_board.projects, illustrated_board.reports
    copies = ITEMS // len(projects)
    about_projects = reports[Reports.KIND] == "项目"
    many = _copied(reports[about_projects], Reports.ITEM_ID.value, copies)
    every = pd.concat([many, reports[~about_projects]], ignore_index=True)
    listed = _copied(projects, Projects.ID.value, copies)
    return replace(illustrated_board, projects=listed, reports=every)


def _copied(table, number, copies):
    places = np.repeat(np.arange(copies), len(table))
    many = pd.concat([table] * copies, ignore_index=True)
    return many.assign(**{number: many[number] + "-" + pd.Series(places).astype("str")})


def marks(figure):
    """How many bars, points and cells a figure draws."""
    return sum(np.size(t.z) if t.type == "heatmap" else np.size(t.x) for t in figure.data)


@pytest.mark.parametrize("key", EXHIBITS)
def test_a_chart_of_ten_thousand_items_has_few_marks(key, large):
    assert len(large.projects) == ITEMS
    figure = EXHIBITS[key].draw(large, large.periods[-1], Words(catalogue("zh"), large.plan))
    assert figure is None or marks(figure) <= MOST_MARKS
