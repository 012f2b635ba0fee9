"""What every page opens with: its title, the mark of illustrative data, the last answer."""

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from domain.periods import Period
from export import captions
from texts import Texts
from ui import cache, samples, state


def open_page(title: str, t: Texts) -> None:
    """Write a page's head; ``title`` is an entry of the catalogue ``page``."""
    st.title(t(f"page.{title}"), anchor=False)
    if cache.illustrative():
        _illustrative_banner(t)
    _look_back_banner(t)
    answer = state.take_notice()
    if answer is not None:
        kind, sentence = answer
        (st.success if kind == "success" else st.error)(sentence)
        st.toast(sentence)  # the button may be far below


def reach(t: Texts, board: Board, period: Period | None = None) -> None:
    """Say which plan this is and how far its figures reach."""
    plan = board.plan
    period = period if board.periods else None
    name = plan.title_english if t.language == "en" else plan.title
    as_of = captions.as_of(t, plan, period)
    st.caption(t("page.plan_line", title=name, document=plan.document, as_of=as_of))


def who_supervises(t: Texts, board: Board) -> None:
    """Name the unit that coordinates the plan and the one that supervises it."""
    coordinating, supervising = Words(t, board.plan).supervision()
    st.caption(t("page.who_supervises", coordinating=coordinating, supervising=supervising))


def due_day(t: Texts, board: Board) -> None:
    """Say by which day of the month reports are due."""
    st.caption(t("page.due_day", day=board.plan.due_day))


def rule(t: Texts, board: Board) -> None:
    """Print the rule by which lights were judged on this page."""
    st.caption(captions.rule(t, board.plan))


def offer_samples(t: Texts, board: Board) -> None:
    """On a ledger without progress, say what is missing and offer the illustrative sheets."""
    if not board.reports.empty:
        return
    with st.container(border=True):
        st.markdown(t("samples.offer"))
        st.button(t("samples.load"), key="load-samples", on_click=samples.load, args=(t,))


def _look_back_banner(t: Texts) -> None:
    day = state.as_of()
    if day is None:
        return
    with st.container(key="look-back-banner"):
        words, action = st.columns([4, 1], vertical_alignment="center")
        sentence = t("history.looking_back", day=day.isoformat(), version=cache.version())
        words.info(sentence, icon=":material/history:")
        action.button(
            t("history.return"),
            key="return-to-now",
            on_click=state.look_back_to,
            args=(None,),
            width="stretch",
        )


def _illustrative_banner(t: Texts) -> None:
    with st.container(key="illustrative-banner"):
        words, action = st.columns([4, 1], vertical_alignment="center")
        words.warning(t("samples.banner"), icon=":material/science:")
        action.button(
            t("samples.remove"),
            key="remove-samples",
            on_click=samples.remove,
            args=(t,),
            width="stretch",
        )
