"""The reporting board on the screen: the rates, unit by month, the reports behind, who owes now."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.exhibits import supervision as exhibits
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import ItemKind, Reports, Submissions
from domain.periods import Period
from texts import Texts
from ui import board_cell, cache, exhibited, phone, show, tables, worded
from ui.working import working

Kinds = tuple[ItemKind, ...]
_BAD = (Counted.MISSING, Counted.SAME_AS_LAST, Counted.LATE, Counted.CORRECTED, Counted.OUTSTANDING)


def show_board(board: Board, period: Period, t: Texts, *, kinds: Kinds) -> tuple[str, str] | None:
    """Say the rates and show unit × month; return the unit and the month that are open."""
    words = Words(t, board.plan)
    with working(t):
        watched = cache.watch(board, period, kinds)
        drawn = exhibits.board(watched, period, words)
    if drawn is None:
        key = "warning.nothing_expected_here" if watched.has_begun else "supervision.not_begun"
        st.info(t(key))
        return None
    _rates(watched, period, t)
    measure = exhibits.measure("reporting_board", watched, words)
    said = replace(exhibited.about(board_cell.BOARD, board, period, t), unit_of_measure=measure)
    show.figure(drawn, said, t, key=board_cell.BOARD, on_click=board_cell.write)
    return board_cell.chosen(watched, exhibits.months_shown(watched, period))


def trend(board: Board, period: Period, t: Texts, *, kinds: Kinds) -> None:
    """Show both rates month by month."""
    watched, words = cache.watch(board, period, kinds), Words(t, board.plan)
    drawn = exhibits.rate(watched, period, words)
    if drawn is not None:
        measure = exhibits.measure("reporting_rate", watched, words)
        exhibited.put("reporting_rate", drawn, board, period, t, measure=measure)


def _rates(watched: Watched, period: Period, t: Texts) -> None:
    st.markdown(_rates_of(watched, period, t))


@recently
def _rates_of(watched: Watched, period: Period, t: Texts) -> str:
    """Say the rates of the month with their denominator, and those of the month before."""
    table = supervision.rates(watched, exhibits.months_shown(watched, period))
    of_month = {row[Reports.PERIOD]: row for row in rows_of(table)}
    told = [of_month[str(one)] for one in (period, period.earlier(1)) if str(one) in of_month]
    return "  \n".join(_rate(row, t) for row in told)


def _rate(row: Row, t: Texts) -> str:
    month = Period.parse(row[Reports.PERIOD])
    names = {
        "expected": Counted.EXPECTED,
        "received": Counted.RECEIVED,
        "on_time": Counted.ON_TIME,
        "late": Counted.LATE,
        "missing": Counted.MISSING,
    }
    said = t(
        "warning.rate",
        month=t("chart.month_in_full", year=month.year, month=month.month),
        rate=percent(row[Counted.REPORTING_PERCENT]),
        on_time_rate=percent(row[Counted.ON_TIME_PERCENT]),
        **{name: row[column] for name, column in names.items()},
    )
    if outstanding := row[Counted.OUTSTANDING]:
        said += t("warning.rate_outstanding", outstanding=outstanding)
    return said + t("chart.full_stop")


def behind(
    board: Board, period: Period, t: Texts, *, kinds: Kinds, cell: tuple[str, str] | None
) -> None:
    """Show the reports behind the cell that is open, else those of the month that are not right."""
    watched, words = cache.watch(board, period, kinds), Words(t, board.plan)
    month = Period.parse(cell[1]) if cell else period
    if month not in exhibits.months_shown(watched, period):
        return
    if not cell:
        st.caption(t("warning.board_hint"))
    found = _behind(watched, month, cell[0] if cell else None)
    name = words.in_full(cell[0]) if cell else t("warning.all_units")
    full = t("chart.month_in_full", year=month.year, month=month.month)
    st.markdown(f"**{t('warning.board_behind', unit=name, month=full, count=len(found))}**")
    if cell:
        board_cell.offer_to_close(t)
    worded.listed(found, _lines, words, key="board-behind", first=("item", "name"))


@recently
def _behind(watched: Watched, month: Period, unit: str | None) -> pd.DataFrame:
    """Return the reports of a unit, or of all units those that are not right."""
    reports = supervision.by_report(watched, (month,))
    if unit is not None:
        return reports[reports[Reports.RESPONSIBLE_UNIT] == unit]
    return reports[(reports[list(_BAD)] == 1).any(axis="columns")]


def _lines(reports: pd.DataFrame, words: Words) -> pd.DataFrame:
    return tables.named(words.t, [_line(row, words) for row in rows_of(reports)])


def owing(board: Board, t: Texts, *, kinds: Kinds) -> None:
    """Show who has not reported as of the day of the pages, the longest overdue first."""
    if not board.periods:
        return
    day = cache.day()
    now = Period(day.year, day.month)
    counted, owed = _owed(cache.watch(board, now, kinds), now, t)
    st.subheader(t("warning.owing", **_spelled(day)), anchor=False)
    if owed.empty:
        st.success(t("warning.nobody_owes"))
        return
    st.markdown(counted)
    with phone.desk("owing"):
        show.table(owed, t, key="owing")
    phone.sentences(owed, t, key="owing", first=("unit", "month"))


@recently
def _owed(watched: Watched, now: Period, t: Texts) -> tuple[str, pd.DataFrame]:
    """Return in a sentence how much is owed, and who owes it."""
    words = Words(t, watched.board.plan)
    rows = rows_of(supervision.owing(watched, exhibits.months_shown(watched, now)))
    over = [row for row in rows if row[Counted.DAYS_LEFT] < 0]
    counted = t(
        "warning.owing_line",
        units=len({row[Reports.RESPONSIBLE_UNIT] for row in rows}),
        owed=sum(row[Counted.OWED] for row in rows),
        overdue=sum(row[Counted.OWED] for row in over),
    )
    return counted, tables.named(t, [_owing(row, words) for row in rows])


def _owing(row: Row, words: Words) -> dict[str, object]:
    return {
        "unit": words.in_full(row[Reports.RESPONSIBLE_UNIT]),
        "owed": row[Counted.OWED],
        "days": warned.days_left(row[Counted.DAYS_LEFT], words),
        "month": row[Reports.PERIOD],
        "expected": row[Counted.EXPECTED],
        "due_on": row[Counted.DUE_ON],
    }


def _spelled(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _line(row: Row, words: Words) -> dict[str, object]:
    t = words.t
    states = [t(f"warning.state_{_NAMES[flag]}") for flag in _BAD if row[flag]]
    return {
        "item": row[Reports.ITEM_ID],
        "reported_as": t("warning.and").join(states) or t("warning.state_on_time"),
        "unit": words.in_full(row[Reports.RESPONSIBLE_UNIT] or t("table.nobody_named")),
        "name": row[Reports.ITEM_NAME],
        "due_on": row[Counted.DUE_ON],
        "received_on": row[Submissions.RECEIVED_ON] or "—",
    }


_NAMES = {
    Counted.MISSING: "missing",
    Counted.SAME_AS_LAST: "same_as_last",
    Counted.LATE: "late",
    Counted.CORRECTED: "corrected",
    Counted.OUTSTANDING: "outstanding",
}
