"""What every page opens with: its title, the mark of illustrative data, the last answer."""

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.board import Board
from analysis.charts.words import Words
from domain.periods import Period
from domain.roles import Action
from export import captions
from texts import Texts
from texts.dates import spoken
from ui import access, cache, fresh, samples, state


def open_page(title: str, t: Texts) -> DeltaGenerator:
    """Write a page's head; ``title`` is an entry of the catalogue ``page``.

    What comes back is the place beside the title for the month and the filters of the page.
    """
    with st.container(key="page-head", horizontal=True, vertical_alignment="center"):
        st.title(t(f"page.{title}"), anchor=False, width="content")
        beside = st.container(
            key="filters", horizontal=True, vertical_alignment="center", gap="small"
        )
    if cache.illustrative():
        _illustrative_banner(t)
    _look_back_banner(t)
    _frozen_banner(t)
    answer = state.take_notice()
    if answer is not None:
        kind, sentence = answer
        (st.success if kind == "success" else st.error)(sentence)
        st.toast(sentence)  # the button may be far below
    fresh.follow(title, t)
    return beside


def reach(t: Texts, board: Board, period: Period | None = None) -> None:
    """Say which plan this is and how far its figures reach."""
    plan = board.plan
    period = period if board.periods else None
    name = plan.title_english if t.language == "en" else plan.title
    as_of = captions.as_of(t, board, period, today=cache.day())
    st.caption(t("page.plan_line", title=name, document=plan.document, as_of=as_of))


def who_supervises(t: Texts, board: Board) -> None:
    """Name the unit that coordinates the plan and the one that supervises it."""
    coordinating, supervising = Words(t, board.plan).supervision()
    st.caption(t("page.who_supervises", coordinating=coordinating, supervising=supervising))


def due_day(t: Texts, board: Board) -> None:
    """Say by which day the reports of the month of the pages are due, and how far off that is."""
    today = cache.day()
    period = Period(today.year, today.month)
    day = board.plan.rulebook.at(period).due_day
    due = cache.due_day(board.plan, period)
    days = (due - today).days
    left = "days_left" if days > 0 else "due_today" if days == 0 else "overdue"
    how_far = t(f"page.{left}", days=abs(days))
    known = "" if cache.office().workdays.knows(due.year) else t("calendar.unknown")
    st.caption(
        t("page.due_day", period=spoken(period, t), day=day, due=spoken(due, t)) + known + how_far
    )


def rule(t: Texts, board: Board, period: Period) -> None:
    """Print the rule by which the lights of ``period`` were judged on this page."""
    held = t("against.compared")
    st.caption(captions.rule(t, board.plan, period) + held + t("light.gaps"))


def short_names(t: Texts, board: Board) -> None:
    """Say once which unit is meant by each short name of the charts."""
    short = Words(t, board.plan).short_names()
    if short:
        st.caption(t("page.short_names", names=t("page.short_joiner").join(short)))


def offer_samples(t: Texts, board: Board) -> None:
    """On a ledger without progress, say what is missing and offer the illustrative sheets."""
    if board.periods or not access.may_for_all(Action.COMMIT):
        return
    with st.container(border=True):
        st.markdown(t("samples.offer"))
        st.button(t("samples.load"), key="load-samples", on_click=samples.load, args=(t,))


def _frozen_banner(t: Texts) -> None:
    if state.frozen_version() is None:
        return
    with _banner("frozen") as action:
        st.info(t("meeting.frozen", version=cache.version()), icon=":material/lock_clock:")
        label = t("history.return")
        action.button(label, key="unfreeze", on_click=state.freeze, args=(None,), wrap=True)


def _look_back_banner(t: Texts) -> None:
    day = state.as_of()
    if day is None:
        return
    with _banner("look-back") as action:
        key = "history.looking_back" if cache.version() else "history.looking_before"
        sentence = t(key, day=spoken(day, t), version=cache.version())
        st.info(sentence, icon=":material/history:")
        label, back = t("history.return"), state.look_back_to
        action.button(label, key="return-to-now", on_click=back, args=(None,), wrap=True)


def _illustrative_banner(t: Texts) -> None:
    with _banner("illustrative") as action:
        st.warning(t("samples.banner"), icon=":material/science:")
        if not access.may(Action.WITHDRAW):
            return
        label, remove = t("samples.remove"), samples.remove
        action.button(label, key="remove-samples", on_click=remove, args=(t,), wrap=True)


@contextmanager
def _banner(name: str) -> Generator[DeltaGenerator]:
    """Open the place of a banner's words; what it gives is the place of its button."""
    row = st.container(key=f"{name}-banner", horizontal=True, vertical_alignment="center")
    with row:
        yield row
