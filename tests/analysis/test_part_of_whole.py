"""What is known of the whole is read for a part, and is what the part alone would say."""

from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal

from analysis.choices import choices
from analysis.metrics import progress, reporting
from analysis.narrowing import narrowed
from analysis.selection import DIMENSIONS, Selection
from analysis.views import supervision
from domain.columns import ItemKind
from domain.periods import Period
from tests.analysis.submitted import watch

SEPTEMBER, OCTOBER = Period(2026, 9), Period(2026, 10)


@pytest.fixture(params=DIMENSIONS)
def parts(request, illustrated_board):
    """A part of the board for every value of a dimension."""
    return [
        narrowed(illustrated_board, Selection().choosing(request.param, (value,)).at(OCTOBER))
        for value in choices(illustrated_board)[request.param]
    ]


def test_where_its_items_stand(parts):
    for part in parts:
        alone = progress.standing(part.by_item, part.items, str(OCTOBER))
        assert_frame_equal(part.standing(OCTOBER), alone.reset_index(drop=True))


def test_which_of_its_reports_came(parts):
    for part in parts:
        alone = reporting.owed(part.expected, part.reports, str(OCTOBER))
        assert_frame_equal(part.owed(OCTOBER), alone.reset_index(drop=True))


@pytest.mark.parametrize("kinds", [(), (ItemKind.TASK,)])
def test_what_became_of_its_reports(illustrated_board, parts, kinds):
    whole, months = watch(illustrated_board, OCTOBER), (SEPTEMBER, OCTOBER)
    for part in parts:
        look = supervision.part(whole, part, kinds=kinds)
        alone = supervision.by_report(replace(look, whole=None), months)
        assert_frame_equal(supervision.by_report(look, months), alone.reset_index(drop=True))
