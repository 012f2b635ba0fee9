"""Raising a problem by hand, or from what a report states, or joining that to one that is there."""

from typing import Final

import streamlit as st

from analysis import problem_words
from analysis.board import Board
from analysis.charts.words import Words
from analysis.stated import Stated
from domain.columns import ItemKind, Reports
from domain.problems import Entries, Problem, ProblemType, twins_of
from domain.roles import Action
from store import problem_acts
from store.refusals import LedgerError
from texts import Texts
from texts.dates import spoken
from texts.markdown import plain
from ui import access, cache, clock, item_box, problem_cache, state
from ui.problem_acts import owners_of

_LONGEST, _ACTOR, _NEW = 500, "problem-new-actor", ""
_FROM, _OPEN = "problem-from", "problem-form-open"
_KEPT: Final = "session"  # folded, or on another page, the form keeps its draft
_KEYS = ("what", "coordination", "type", "owner", "due", "item", "join")


def begin_with(one: Stated, t: Texts) -> None:
    """Fill the form with what reports state."""
    units = cache.plan().unit_names
    state.preset(_OPEN, chosen=True)
    state.preset(_FROM, one.key)
    state.preset(_key("what"), one.what)
    state.preset(_key("coordination"), one.coordination)
    state.preset(_key("type"), one.type)
    state.preset(_key("owner"), one.unit if one.unit in units else None)
    state.preset(_key("item"), one.item_id)
    state.preset(_key("join"), _NEW)
    st.toast(t("problem.raise_title"))


def ask(board: Board, t: Texts) -> None:
    """Ask for a problem; while a report's is in the form, say so and offer to join it to one."""
    if not access.may(Action.WORK_PROBLEM):
        return
    day = state.as_of()
    if day is not None:
        st.caption(t("problem.looking_back", day=spoken(day, t)))
        return
    form = st.expander(
        t("problem.raise_title"), icon=":material/add:", key=_OPEN, on_change="rerun"
    )
    if form.open:  # its controls cost a third of the page
        with form:
            _ask(board, t)
    elif _has_draft():
        st.caption(t("problem.draft_kept"))


def _ask(board: Board, t: Texts) -> None:
    source = _source()
    with st.container(key="problem-form"):
        if source is not None:
            _say_source(source, board, t)
        into = _ask_join(source, t)
        if not into:
            _ask_entries(board, Words(t, board.plan))
        for one in () if into else _twins():
            st.warning(plain(problem_words.twin(one, t)))
        who, action = st.columns([3, 1], vertical_alignment="bottom")
        access.ask_actor(who, t, key=_ACTOR, kept=_KEPT)
        label = t("problem.join") if into else t("problem.raise")
        action.button(
            label,
            key="problem-raise",
            type="primary",
            on_click=_join if into else _raise,
            args=(source, board, t),
            width="stretch",
        )


def _has_draft() -> bool:
    """Tell whether something was entered and is not filed yet."""
    return any(state.picked(_key(entry)) for entry in _KEYS)


def _key(entry: str) -> str:
    return f"problem-new-{entry}"


def _source() -> Stated | None:
    key = state.picked(_FROM)
    return next((one for one in problem_cache.stated() if one.key == key), None)


def _say_source(source: Stated, board: Board, t: Texts) -> None:
    name = f"{source.item_id} {item_box.names_of(board).get(source.item_id, '')}"
    unit = Words(t, board.plan).in_full(source.unit)
    months = problem_words.months_of(source, t)
    st.markdown(plain(t("problem.from_report", unit=unit, item=name, months=months)))
    st.button(t("problem.from_report_drop"), key="problem-drop", type="tertiary", on_click=_empty)


def _ask_join(source: Stated | None, t: Texts) -> str:
    """Offer the open problems about the same item; return the number chosen, "" for a new one."""
    if source is None:
        return _NEW
    known = [
        one
        for one in problem_cache.problems().values()
        if one.is_open and one.entries.item_id == source.item_id
    ]
    if not known:
        return _NEW
    titles = {str(one.number): _title(one, t) for one in known}
    chosen = st.selectbox(
        t("problem.join_to"),
        [_NEW, *titles],
        format_func=lambda one: titles.get(one, t("problem.join_new")),
        key=_key("join"),
        persist_state=_KEPT,
    )
    return chosen or _NEW


def _title(problem: Problem, t: Texts) -> str:
    return t("problem.title", number=problem.number, what=problem.entries.what)


def _ask_entries(board: Board, words: Words) -> None:
    t = words.t
    st.text_area(
        t("problem.what"), key=_key("what"), max_chars=_LONGEST, height=68, persist_state=_KEPT
    )
    st.text_input(
        t("problem.coordination"), key=_key("coordination"), max_chars=_LONGEST, persist_state=_KEPT
    )
    one, two, three = st.columns(3)
    one.selectbox(
        t("problem.type"),
        list(ProblemType),
        index=None,
        format_func=lambda kind: problem_words.type_name(kind, t),
        key=_key("type"),
        persist_state=_KEPT,
        placeholder=t("control.choose"),
    )
    two.selectbox(
        t("problem.owner"),
        owners_of(board),
        index=None,
        format_func=words.in_full,
        key=_key("owner"),
        persist_state=_KEPT,
        placeholder=t("control.choose"),
    )
    three.date_input(
        t("problem.due_on"), None, key=_key("due"), min_value=clock.today(), persist_state=_KEPT
    )
    item_box.ask(
        t("problem.item"),
        board,
        t,
        key=_key("item"),
        placeholder=t("problem.no_item"),
        persist_state=_KEPT,
    )


def _twins() -> tuple[Problem, ...]:
    """Return the open problems that say what stands in the form."""
    kind, what = state.picked(_key("type")), state.typed(_key("what"))
    if not kind or not what:
        return ()
    new = Entries(what, ProblemType(kind), owner="", item_id=state.picked(_key("item")))
    return twins_of(new, problem_cache.problems().values())


def _raise(source: Stated | None, board: Board, t: Texts) -> None:
    kind, owner = state.picked(_key("type")), state.picked(_key("owner"))
    names = {"type": kind, "owner": owner}
    missing = [t(f"problem.{name}") for name, chosen in names.items() if not chosen]
    if missing or not kind or not owner:
        names_missing = t("filter.or").join(missing)
        state.leave_notice("error", t("problem.needs", names=names_missing))
        return
    item = state.picked(_key("item"))
    new = Entries(
        what=state.typed(_key("what")),
        type=ProblemType(kind),
        owner=owner,
        due_on=state.day_in(_key("due")),
        coordination=state.typed(_key("coordination")),
        kind=kind_of(board, item),
        item_id=item,
        stated="" if source is None else source.key,
    )
    actor, at = access.acting(_ACTOR), clock.now()
    twins = [plain(problem_words.twin(one, t)) for one in _twins()]
    try:
        number = problem_acts.raise_problem(cache.ledger(), new, actor=actor, at=at)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    _empty()
    state.leave_notice("success", "\n\n".join([t("problem.raised", number=number), *twins]))


def _join(source: Stated, _: Board, t: Texts) -> None:
    into = problem_cache.problems()[int(state.typed(_key("join")))]
    words, actor = (source.key, source.what), access.acting(_ACTOR)
    at, seen = clock.now(), into.seen
    try:
        problem_acts.join(cache.ledger(), into.number, *words, actor=actor, at=at, seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    _empty()
    state.leave_notice("success", t("problem.join_done", number=into.number))


def kind_of(board: Board, item_id: str | None) -> ItemKind | None:
    """Tell whether a number is a project's or a task's."""
    table = board.items[board.items[Reports.ITEM_ID] == item_id]
    return None if table.empty else ItemKind(str(table[Reports.KIND].iloc[0]))


def _empty() -> None:
    """Empty the form, so that a second click raises nothing twice."""
    state.forget(_FROM, *map(_key, _KEYS))
