"""What units are asked for: one text at a time to be copied, and lists of one or all as XLSX."""

from functools import partial

import streamlit as st

from analysis import reminder_scope
from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.memo import recently
from analysis.metrics.columns import Raised
from analysis.reminders import ASKED, asked_of, reminders
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period
from store.warning_acts import with_life
from store.watching import month_warnings
from texts import Texts
from ui import cache, files, ledger_now, looks, own_sentences, state

_MOST_LINES, _SCROLLED_PX = 12, 420
_MOST_PASTED = 500  # points; nobody pastes more into a chat


def offer(board: Board, period: Period, t: Texts) -> None:
    """Ask for a unit and show what it is asked for, with a button that copies it."""
    words, every = Words(t, board.plan), looks.warnings(board, period)
    act = ledger_now.newest_act(cache.ledger())
    of_units = _of_units(cache.watch(board, period), period, act)
    units, listed = list(of_units), sum(map(len, of_units.values()))
    counts = {str(rule): int(count) for rule, count in every[Raised.RULE].value_counts().items()}
    st.subheader(t("reminder.title"), anchor=False)
    if counts:
        st.caption(reminder_scope.said(counts, listed, words))
    if not units:
        st.caption(t("reminder.none"))
        return
    st.caption(t("reminder.help"))
    if (now := state.picked("reminder-unit")) in units:
        state.preset("reminder-unit", now)  # else the box keeps the word of the other language
    chosen = st.selectbox(
        t("reminder.unit"), units, format_func=words.in_full, key="reminder-unit", width=300
    )
    unit = chosen or units[0]
    rows = of_units[unit]
    if len(rows) > _MOST_PASTED:
        st.info(t("reminder.too_long", count=f"{len(rows):,}"))
    else:
        _text(unit, cache.watch(board, period), period, act, words)
    _lists(unit, board, period, words)


def _text(unit: str, seen: Watched, period: Period, act: int, words: Words) -> None:
    own, made_up = tuple(own_sentences.in_use(words.t).items()), cache.illustrative()
    written = _written(seen, unit, period, act, words, own=own, illustrative=made_up)
    height = _SCROLLED_PX if len(_of_units(seen, period, act)[unit]) > _MOST_LINES else "content"
    st.code(written, language=None, wrap_lines=True, height=height)


@recently
def _written(
    seen: Watched,
    unit: str,
    period: Period,
    act: int,
    words: Words,
    *,
    own: tuple[tuple[str, str], ...],
    illustrative: bool,
) -> str:
    rows = _of_units(seen, period, act)[unit]
    said = reminders(rows, period, words, illustrative=illustrative, own=dict(own))
    return said[unit]


@recently  # the number of the last act stands for what units answered
def _of_units(seen: Watched, period: Period, _: int) -> dict[str, list[Row]]:
    every = rows_of(month_warnings(seen, period))
    rows = [row for row in every if row[Raised.RULE] in ASKED]
    return asked_of(with_life(rows, cache.courses()), seen.board.plan.unit_names)


def _lists(unit: str, board: Board, period: Period, words: Words) -> None:
    """Offer the list of the chosen unit and the lists of all."""
    t = words.t
    as_of = t("circular.as_of", today=spelled(cache.watched(period).today, words))
    month = t("chart.month_in_full", year=period.year, month=period.month)
    title = t("reminder.name_of", unit=words.in_full(unit), month=month)
    with st.container(horizontal=True):
        files.offer(
            t("reminder.download"),
            partial(_xlsx, unit, board, period, words, as_of),
            files.named(title, "xlsx", t, as_of=as_of),
            key="reminder-xlsx",
        )
        files.offer(
            t("reminder.download_all"),
            partial(_xlsx, None, board, period, words, as_of),
            files.named(t("reminder.name", month=month), "xlsx", t, as_of=as_of),
            key="reminders-xlsx",
        )


def _xlsx(unit: str | None, board: Board, period: Period, words: Words, as_of: str) -> bytes:
    """Return the lists of all units, or that of one."""
    from export import reminder_list  # noqa: PLC0415 - heavy, and most readers only look

    rows = with_life(rows_of(looks.warnings(board, period)), cache.courses())
    of_units = asked_of(rows, words.plan.unit_names)
    chosen = {unit: of_units[unit]} if unit else of_units
    every = reminder_scope.scope(rows, supervision.units_of_items(cache.watch(board, period)))
    made_up = cache.illustrative()
    return reminder_list.xlsx(chosen, period, words, as_of=as_of, scope=every, illustrative=made_up)
