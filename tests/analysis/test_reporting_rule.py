"""The reporting board prints its rule wherever it goes."""

from dataclasses import replace

from analysis.charts.words import Words
from analysis.exhibits.supervision import EXHIBITS
from domain.periods import Period

OCTOBER = Period(2026, 10)


def test_the_board_and_its_rates_print_the_due_day_of_the_month(illustrated_board, t):
    book = illustrated_board.plan.rulebook
    stricter = replace(book.at(OCTOBER), effective=OCTOBER, due_day=20)
    board = illustrated_board.judged_by(book.with_set(stricter))
    for one in EXHIBITS:
        said = one.seen_by(lambda *_: None).rule
        assert "20 日前" in said(board, OCTOBER, Words(t, board.plan))
        assert "25 日前" in said(board, OCTOBER.earlier(1), Words(t, board.plan))
