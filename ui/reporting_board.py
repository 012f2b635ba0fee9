"""The reporting board on the screen, the trend of the rate, and the reports behind a cell."""

import streamlit as st

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.exhibits import supervision as exhibits
from analysis.metrics.columns import Counted
from analysis.views import supervision
from domain.columns import Reports, Submissions
from domain.periods import Period
from texts import Texts
from ui import cache, cards, exhibited, tables

_BAD = (Counted.MISSING, Counted.SAME_AS_LAST, Counted.LATE, Counted.CORRECTED, Counted.OUTSTANDING)


def show(board: Board, period: Period, t: Texts) -> tuple[str, str] | None:
    """Show unit × month; return the unit and the month that were clicked."""
    watched = cache.watched(period)
    drawn = exhibits.board(watched, period, Words(t, board.plan))
    if drawn is None:
        return None
    _rates(period, t)
    return exhibited.pair(exhibited.put("reporting_board", drawn, board, period, t))


def _rates(period: Period, t: Texts) -> None:
    """Say the rate of the month with its denominator, and that of the month before."""
    watched = cache.watched(period)
    table = supervision.board_of_units(watched, exhibits.months_shown(watched, period))
    said: list[str] = []
    for month in (period, period.earlier(1)):
        of_month = table[table[Reports.PERIOD] == str(month)]
        expected, received = (
            int(of_month[one].sum()) for one in (Counted.EXPECTED, Counted.RECEIVED)
        )
        if expected:
            late, missing = (int(of_month[one].sum()) for one in (Counted.LATE, Counted.MISSING))
            said.append(
                t(
                    "warning.rate",
                    month=t("chart.month_in_full", year=month.year, month=month.month),
                    rate=percent(received * 100 / expected),
                    received=received,
                    expected=expected,
                    late=late,
                    missing=missing,
                )
            )
    st.markdown("  \n".join(said))


def behind(period: Period, t: Texts, *, cell: tuple[str, str] | None) -> None:
    """Show the reports behind the clicked cell, else those of the month that are not right."""
    watched, words = cache.watched(period), Words(t, cache.plan())
    month = Period.parse(cell[1]) if cell else period
    if month < watched.expected_from:
        return
    rows = rows_of(supervision.by_report(watched, (month,)))
    if cell:
        rows = [row for row in rows if row[Reports.RESPONSIBLE_UNIT] == cell[0]]
    else:
        st.caption(t("detail.hint_below"))
        rows = [row for row in rows if any(row[flag] for flag in _BAD)]
    name = words.in_full(cell[0]) if cell else t("warning.all_units")
    full = t("chart.month_in_full", year=month.year, month=month.month)
    st.markdown(f"**{t('warning.board_behind', unit=name, month=full, count=len(rows))}**")
    cards.table(tables.named(t, [_line(row, words) for row in rows]), t, key="board-behind")


def _line(row: Row, words: Words) -> dict[str, object]:
    t = words.t
    states = [t(f"warning.state_{_NAMES[flag]}") for flag in _BAD if row[flag]]
    return {
        "item": row[Reports.ITEM_ID],
        "name": row[Reports.ITEM_NAME],
        "unit": words.in_full(row[Reports.RESPONSIBLE_UNIT] or t("table.nobody_named")),
        "due_on": row[Counted.DUE_ON],
        "received_on": row[Submissions.RECEIVED_ON] or "—",
        "reported_as": t("warning.and").join(states) or t("warning.state_on_time"),
    }


_NAMES = {
    Counted.MISSING: "missing",
    Counted.SAME_AS_LAST: "same_as_last",
    Counted.LATE: "late",
    Counted.CORRECTED: "corrected",
    Counted.OUTSTANDING: "outstanding",
}
