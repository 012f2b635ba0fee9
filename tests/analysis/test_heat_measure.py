"""The caption of a heatmap says what stands in its cells, which depends on the months drawn."""

import pytest

from analysis.charts.words import Words
from analysis.exhibits import past
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


class Months(past.Sheet):
    """A sheet of as many months as it asks for."""

    def periods(self, *asked):
        _, period = asked
        return [str(period.earlier(number)) for number in range(self.months)][::-1]


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (3, "%"),
        (12, "%｜格内百分数取整"),
        (36, "灯号（格内不列百分数，看板上指向格子可见）"),
    ],
)
def test_the_caption_of_a_heatmap_says_what_its_cells_say(months, said, illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)
    sheet = Months(months=months)
    measure = past.heat_measure(illustrated_board, OCTOBER, words, subjects="tasks", sheet=sheet)
    assert measure.partition("｜本期")[0] == said  # what follows is about units
