"""The rows behind a chart of how it got here."""

import pandas as pd
import streamlit as st

from analysis import against
from analysis.board import Board
from analysis.charts import forecast_words
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, signed
from analysis.exhibits.past import Sheet, estimated
from analysis.exhibits.progress import KINDS
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR_YEARS
from analysis.views import past
from domain.columns import Reports
from domain.periods import Period
from domain.rules import Light
from texts import Texts
from texts.amounts import written_amount
from texts.markdown import plain
from ui import cards, folded, paged, phone, tables

_GRAVE = (Light.RED, Light.YELLOW, Light.UNREPORTED)


def lights_of(
    board: Board, t: Texts, *, subjects: str, month: str | None, light: str | None
) -> None:
    """Show the items that had the light that was clicked in its month.

    Of a month alone, which a link may name, those that were not in order.
    """
    if month is None:
        return
    period, words = Period.parse(month), Words(t, board.plan)
    lights = _GRAVE if light is None else (Light(light),)
    table = past.by_trouble(board, period, KINDS[subjects])
    behind = table[table[Counted.LIGHT].isin([one.value for one in lights])]
    spoken = t("key.joiner").join(words.light(one) for one in lights)
    named = t("chart.month_in_full", year=period.year, month=period.month)
    said = t("detail.lights_of_month", month=named, light=spoken, count=len(behind))
    st.markdown(f"**{said}**")
    phone.table(tables.standing(behind, words), t, key="lights-behind")


def standing(board: Board, period: Period, t: Texts, *, subjects: str, sheet: Sheet) -> None:
    """Show where the items of the page stand, red first."""
    found = sheet.found(board, period, subjects)
    st.markdown(f"**{t(f'detail.standing_{subjects}', count=len(found))}**")
    st.caption(t("detail.hint_item"))
    words = Words(t, board.plan)
    whole = cards.Whole(lambda: tables.standing(found, words), len(found))
    phone.table(tables.standing(sheet.cut(found), words), t, key="standing", whole=whole)


def history_of(board: Board, period: Period, t: Texts, *, subjects: str, item: str) -> None:
    """Show every month of the item that was clicked, the newest first, and the way to its card."""
    standing = board.standing(period)
    here = (standing[Reports.KIND] == KINDS[subjects]) & (standing[Reports.ITEM_ID] == item)
    table = past.history_of(board, period, standing[here])
    rows = rows_of(table.sort_values(Reports.PERIOD, ascending=False))
    if not rows:
        return
    name = plain(rows[0][Reports.ITEM_NAME])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{t('detail.history_of', name=name)}**", width="content")
        if st.button(t("card.open"), key="history-open", type="tertiary"):
            cards.open_card(item)
    words = Words(t, board.plan)
    shown = [_month(row, words) for row in rows if row[Reports.PERIOD] is not None]
    phone.counted(tables.named(t, shown), t, key="history-behind", first=("month",))


def paces(board: Board, period: Period, t: Texts, *, subjects: str, sheet: Sheet) -> None:
    """Show what each estimate of the page rests on; the file holds those taken together as well."""
    apart, together = estimated(board, period, subjects=subjects, sheet=sheet)
    words = Words(t, board.plan)
    _beside(board, period, words, subjects)
    st.markdown(f"**{t('detail.paces')}**")
    found = pd.concat([*together.values(), apart])
    whole = cards.Whole(lambda: _paces(found, words, period), len(found))
    shown = _paces(sheet.below(apart, len(together)), words, period)
    phone.table(shown, t, key="paces-behind", whole=whole)


def together(board: Board, period: Period, t: Texts, *, sheet: Sheet, kind: str) -> None:
    """Show the projects of the row that was clicked, whose month nobody can name."""
    rows = estimated(board, period, subjects="projects", sheet=sheet).together.get(kind)
    if rows is None:
        return
    name = t(f"forecast.{kind}_together", count=len(rows), years=FAR_YEARS)
    st.markdown(f"**{name}**")
    names = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value)
    part, found = paged.cut(rows, t, key="together-behind", names=names)
    words = Words(t, board.plan)
    whole = cards.Whole(lambda: _paces(found, words, period), len(found))
    phone.table(_paces(part, words, period), t, key="together-behind", whole=whole)


def _paces(part: pd.DataFrame, words: Words, period: Period) -> pd.DataFrame:
    return tables.named(words.t, [_pace(row, words, period) for row in rows_of(part)])


def _beside(board: Board, period: Period, words: Words, subjects: str) -> None:
    """Say in two lines where lights and estimates part; which items, behind a fold."""
    parted = against.parted(board, period, KINDS[subjects], words)
    st.caption(plain(against.beside_forecast(board, period, words, parted, kind=KINDS[subjects])))
    if not parted:
        return
    count = sum(len(one.items) for one in parted)
    which = folded.part(words.t("forecast.which", count=count), key=f"parted-{subjects}")
    if which.open:
        with which:
            for one in parted:
                listed = "\n".join(f"- {plain(item)}" for item in one.items)
                st.markdown(f"**{plain(one.said)}**\n\n{listed}")


def _month(row: Row, words: Words) -> dict[str, object]:
    gap, done = row[Counted.GAP_POINTS], row[Reports.DONE_TOTAL_YUAN]
    light = Light(row[Counted.LIGHT])
    return {
        "month": row[Reports.PERIOD],
        "light": words.light(light),
        "gap": "—" if gap is None else signed(gap),
        "percent": tables.percent_or_dash(row[Counted.PERCENT_DONE]),
        "completion": tables.percent_or_dash(row[Counted.COMPLETION_PERCENT]),
        "schedule": tables.percent_or_dash(row[Counted.SCHEDULE_PERCENT]),
        "done_total_yi": "—" if done is None else written_amount(done, words.t),
    }


def _pace(row: Row, words: Words, period: Period) -> dict[str, object]:
    pace = row[Counted.PACE]
    return {
        "item": row[Reports.ITEM_ID],
        "likely": forecast_words.in_cell(row, Counted.LIKELY, period, words),
        "earliest": forecast_words.in_cell(row, Counted.EARLIEST, period, words),
        "latest": forecast_words.in_cell(row, Counted.LATEST, period, words),
        "planned": row[Counted.PLANNED_PERIOD] or "—",
        "name": row[Reports.ITEM_NAME],
        "percent": tables.percent_or_dash(row[Counted.PERCENT_DONE]),
        "months_used": row[Counted.REPORTED_MONTHS],
        "pace": "—" if pace is None else signed(pace),
    }
