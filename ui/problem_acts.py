"""One problem on the screen: what it says, what was done about it, and doing one thing more."""

import streamlit as st

from analysis import problem_words
from analysis.board import Board
from analysis.charts.words import Words
from analysis.stated import is_back, last_stated
from domain.problems import Doing, Problem, ProblemType, Step
from domain.roles import Action
from store import problem_acts
from store.refusals import LedgerError
from texts import Texts
from texts.actors import actor_named
from texts.dates import spoken
from texts.markdown import plain
from ui import access, cache, clock, codes, item_box, problem_cache, state, tables

_OPEN_ONE = "problem"
_LONGEST, _ACTOR = 500, "problem-actor"
_TEXTS = {Doing.CHANGE: "reason", Doing.CLOSE: "evidence", Doing.REOPEN: "reopen_reason"}


def open_one(chosen: list[Problem], board: Board, t: Texts) -> None:
    """Ask for one of the listed problems, or take that of the address; show it whole."""
    known = problem_cache.problems()
    if not known:
        return
    listed = dict.fromkeys([one.number for one in chosen])
    asked = st.query_params.get(_OPEN_ONE, "")
    if asked.isascii() and asked.isdecimal() and int(asked) in known:
        listed[int(asked)] = None  # a link leads to one that the filters leave out
    options = ("", *map(str, listed))
    codes.follow(_OPEN_ONE, options, {})
    number = st.selectbox(
        t("problem.open_one"),
        options,
        format_func=lambda one: _title(known[int(one)], t) if one else t("control.choose"),
        key=_OPEN_ONE,
        on_change=codes.write,
        args=(_OPEN_ONE, options),
    )
    if number:
        with st.container(border=True, key="problem-one"):
            _whole(known[int(number)], board, Words(t, board.plan))


def _title(problem: Problem, t: Texts) -> str:
    return t("problem.title", number=problem.number, what=problem.entries.what)


def _whole(problem: Problem, board: Board, words: Words) -> None:
    t = words.t
    st.markdown(f"**{plain(_title(problem, t))}**　{_state(problem, t)}")
    st.markdown("  \n".join(map(plain, _facts(problem, board, words))))
    every = {one.key: one for one in problem_cache.stated()}
    if is_back(problem, every):
        st.warning(t("problem.facts_back", month=spoken(last_stated(problem, every), t)))
    st.markdown(f"**{t('problem.history')}**")
    with st.container(key="problem-rows"):
        st.table(tables.named(t, [_step(one, t) for one in problem.steps]), hide_index=True)
    day = state.as_of()
    if day is not None:
        st.caption(t("problem.looking_back", day=spoken(day, t)))
        return
    if access.may(Action.WORK_PROBLEM):
        _ask(problem, board, words)


def _state(problem: Problem, t: Texts) -> str:
    return problem_words.state_of(problem, problem_cache.day(), t)


def _facts(problem: Problem, board: Board, words: Words) -> list[str]:
    t, entries, today = words.t, problem.entries, problem_cache.day()
    due = t("problem.no_due") if entries.due_on is None else spoken(entries.due_on, t)
    owner = words.in_full(entries.owner)
    kind = problem_words.type_name(entries.type, t)
    said = [t("problem.facts", type=kind, owner=owner, due=due)]
    if entries.item_id:
        name = item_box.names_of(board).get(entries.item_id, "")
        said.append(t("problem.facts_item", item=f"{entries.item_id} {name}"))
    if entries.coordination:
        said.append(t("problem.facts_coordination", text=entries.coordination))
    raised = {"actor": actor_named(problem.raised_by, t), "day": spoken(problem.raised_on, t)}
    days = problem.days_open(today)
    if problem.closed_on is None:
        said.append(t("problem.facts_raised", **raised, days=days))
    else:
        closed = spoken(problem.closed_on, t)
        said.append(t("problem.facts_raised_closed", **raised, closed=closed, days=days))
    if overdue := problem.days_overdue(today):
        said.append(t("problem.facts_overdue", days=overdue))
    month = last_stated(problem, {one.key: one for one in problem_cache.stated()})
    if month is not None:
        said.append(t("problem.facts_stated", month=spoken(month, t)))
    return said


def _step(step: Step, t: Texts) -> dict[str, object]:
    said = [problem_words.changed(one, t) for one in step.changed]
    return {
        "time": step.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
        "actor": plain(actor_named(step.actor, t)),
        "did": t(f"problem.did_{step.doing}"),
        "text": plain(t("filter.and").join(one for one in (*said, step.text) if one)),
    }


def _ask(problem: Problem, board: Board, words: Words) -> None:
    """Ask who does what next; what was written about one problem is not said about another."""
    t, form = words.t, f"{problem.number}-{problem.seen}"
    possible = [Doing.CLOSE, Doing.CHANGE] if problem.is_open else [Doing.REOPEN]
    chosen = st.segmented_control(
        t("problem.doing"),
        possible,
        default=possible[0],
        required=True,
        format_func=lambda one: t(f"problem.did_{one}"),
        key=f"problem-doing-{form}",
    )
    doing = Doing(chosen or possible[0])
    if doing is Doing.CHANGE:
        _ask_changes(problem, board, words, form)
    who, why = st.columns([1, 3])
    access.ask_actor(who, t, key=_ACTOR)
    why.text_input(t(f"problem.{_TEXTS[doing]}"), key=f"problem-text-{form}", max_chars=_LONGEST)
    st.button(
        t(f"problem.did_{doing}"),
        key="problem-act",
        type="primary",
        on_click=_act,
        args=(problem, doing, form, t),
    )


def _ask_changes(problem: Problem, board: Board, words: Words, form: str) -> None:
    t, entries = words.t, problem.entries
    kinds, owners = list(ProblemType), owners_of(board, entries.owner)
    one, two, three = st.columns(3)
    one.selectbox(
        t("problem.to_be_type"),
        kinds,
        index=kinds.index(entries.type),
        format_func=lambda kind: problem_words.type_name(kind, t),
        key=f"problem-type-{form}",
    )
    two.selectbox(
        t("problem.to_be_owner"),
        owners,
        index=owners.index(entries.owner),
        format_func=words.in_full,
        key=f"problem-owner-{form}",
    )
    three.date_input(t("problem.to_be_due"), entries.due_on, key=f"problem-due-{form}")


def owners_of(board: Board, now: str = "") -> list[str]:
    """Return the units of the plan that may owe a problem, and the one that owes it now."""
    return list(dict.fromkeys([*board.plan.unit_names, *([now] if now else [])]))


def _act(problem: Problem, doing: Doing, form: str, t: Texts) -> None:
    ledger, number, text = cache.ledger(), problem.number, state.typed(f"problem-text-{form}")
    actor, at, seen = access.acting(_ACTOR), clock.now(), problem.seen
    try:
        match doing:
            case Doing.CLOSE:
                problem_acts.close(ledger, number, text, actor=actor, at=at, seen=seen)
            case Doing.REOPEN:
                problem_acts.reopen(ledger, number, text, actor=actor, at=at, seen=seen)
            case _:
                changes = _changes(form)
                problem_acts.change(ledger, number, changes, text, actor=actor, at=at, seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    else:
        did = t(f"problem.did_{doing}")
        state.leave_notice("success", t("problem.acted", number=number, did=did))


def _changes(form: str) -> dict[str, str | None]:
    due = state.day_in(f"problem-due-{form}")
    return {
        "type": state.picked(f"problem-type-{form}"),
        "owner": state.picked(f"problem-owner-{form}"),
        "due_on": None if due is None else due.isoformat(),
    }
