"""The one bar of filters that every page shares; what it holds stands in the address."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.board import Board
from analysis.charts import filters
from analysis.charts.style import LIGHT_SHAPES
from analysis.charts.words import Words
from analysis.choices import choices
from analysis.selection import DIMENSIONS, Selection
from domain.periods import Period
from texts import LANGUAGES, Texts, catalogue
from texts.markdown import plain
from ui import cache, clock, controls, held, past_cache, state

INFERRED = "inferred"
NAMES = (*DIMENSIONS, INFERRED)
_WITHOUT = "false"
_AS_OF = "filter-as-of"
_SHAPES = "".join(LIGHT_SHAPES.values()) + " "
LONG_AGO = date(2000, 1, 1)


def chosen(t: Texts, beside: DeltaGenerator, *, asked: bool = False) -> tuple[Board, Period]:
    """Ask for month and filters ``beside`` the title; return the part of the board and the month.

    With ``asked`` a month can be chosen that is asked for and that nobody has reported yet.

    Where nothing on the whole plan fits the choice, say so and show no page.
    """
    whole = cache.board()
    dropped = _drop_unknown(whole)
    words, now = Words(t, whole.plan), selection()
    with beside:
        period = controls.asked_period(t, whole) if asked else controls.period(t, whole)
        _chooser(whole, now, words)
    _chips(now, words)
    if dropped:
        st.caption(t("filter.dropped", values=t("filter.or").join(dropped)))
    board = cache.part(now.at(period))
    if not whole.version:
        st.info(t("filter.before_ledger", **_spelled(past_cache.first_day())))
        st.stop()
    if board.projects.empty and board.tasks.empty:
        st.info(t("filter.nothing"))
        st.stop()
    return board, period


def selection() -> Selection:
    """Return the filters in force, without the month of their lights."""
    kept = held.choices()
    now = Selection(with_inferred=kept.get(INFERRED) != (_WITHOUT,))
    for name in DIMENSIONS:
        now = now.choosing(name, kept.get(name, ()))
    return now


def clear() -> None:
    """Take every filter away."""
    for name in NAMES:
        held.choose(name, ())


def _spelled(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _drop_unknown(whole: Board) -> list[str]:
    """Take out of the address what no item can have; return it, to be said."""
    known: dict[str, list[str]] = {**choices(whole), INFERRED: [_WITHOUT, "true"]}
    dropped: list[str] = []
    for name, values in held.choices().items():
        if name not in known:  # a choice of supervision, which its own page looks after
            continue
        meant = [_meant(name, one, known[name], whole) for one in values]
        kept = tuple(dict.fromkeys(one for one in meant if one is not None))
        if kept != values:
            dropped += [one for one, code in zip(values, meant, strict=True) if code is None]
            held.choose(name, kept)
    return dropped


def _meant(name: str, value: str, known: list[str], whole: Board) -> str | None:
    """Return the choice that an address means, by its code or as it is called on the screen."""
    if value in known or name not in DIMENSIONS:
        return value if value in known else None
    spoken = {
        filters.named(name, one, Words(catalogue(language), whole.plan)): one
        for language in LANGUAGES
        for one in known
    }
    return next(
        (one for said, one in spoken.items() if value in {said, said.lstrip(_SHAPES)}), None
    )


def _chooser(whole: Board, now: Selection, words: Words) -> None:
    t, options = words.t, choices(whole)
    count = sum(len(now.of(name)) for name in DIMENSIONS) + (not now.with_inferred)
    label = t("filter.open_count", count=count) if count else t("filter.open")
    panel = st.popover(label, icon=":material/filter_alt:", key="filter-open", on_change="rerun")
    if not panel.open:  # nine controls that nobody sees, on every run of every page
        return
    with panel:
        for name in DIMENSIONS:
            if len(options[name]) > 1:
                _ask(name, options[name], now, words)
        _ask_inferred(now, t)
        _ask_day(t)


def _ask(name: str, options: list[str], now: Selection, words: Words) -> None:
    key = f"filter-{name}"
    state.preset(key, list(now.of(name)))
    st.multiselect(
        words.t(f"filter.{name}"),
        options,
        key=key,
        format_func=lambda value: filters.named(name, value, words),
        placeholder=words.t("filter.all"),
        on_change=_take,
        args=(name,),
    )


def _ask_inferred(now: Selection, t: Texts) -> None:
    state.preset(INFERRED, now.with_inferred)
    st.toggle(
        t("control.with_inferred"),
        key=INFERRED,
        help=t("control.with_inferred_help"),
        on_change=_take_inferred,
    )


def _ask_day(t: Texts) -> None:
    """Ask for the day whose ledger every page shows."""
    today = clock.today()
    state.preset(_AS_OF, min(state.as_of() or today, today))
    st.date_input(
        t("history.day"),
        min_value=LONG_AGO,  # a day before the ledger is answered by a sentence, not by a red frame
        max_value=today,
        key=_AS_OF,
        on_change=_take_day,
    )


def _chips(now: Selection, words: Words) -> None:
    """Show what is in force; a click takes one choice away, the last button takes all."""
    if not now:
        return
    t = words.t
    with st.container(key="filter-chips", horizontal=True, gap="small"):
        for name in DIMENSIONS:
            for value in now.of(name):
                spoken = filters.named(name, value, words)
                _chip(t("filter.one", name=t(f"filter.{name}"), values=spoken), now, name, value)
        if not now.with_inferred:
            _chip(t("filter.without_inferred"), now, INFERRED, _WITHOUT)
        st.button(t("filter.clear"), key="filter-clear", type="tertiary", on_click=clear)


def _chip(sentence: str, now: Selection, name: str, value: str) -> None:
    st.button(
        plain(sentence),
        key=f"chip-{name}-{value}",
        icon=":material/close:",
        icon_position="right",
        on_click=_remove,
        args=(now, name, value),
    )


def _remove(now: Selection, name: str, value: str) -> None:
    held.choose(name, () if name == INFERRED else now.without(name, value).of(name))


def _take(name: str) -> None:
    held.choose(name, state.chosen_in(f"filter-{name}"))


def _take_inferred() -> None:
    held.choose(INFERRED, () if state.is_ticked(INFERRED) else (_WITHOUT,))


def _take_day() -> None:
    day = state.day_in(_AS_OF)
    state.look_back_to(None if day == clock.today() else day)
