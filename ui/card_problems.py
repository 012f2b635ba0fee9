"""The problems of an item on its card: those of the ledger, and how many nobody has raised yet."""

import streamlit as st

from analysis import problem_words
from analysis.card import Card
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.stated import untaken, words_of
from domain.columns import Reports
from domain.problems import Problem, sameness
from texts.dates import spoken, unparted
from texts.markdown import plain
from ui import problem_cache


def of_item(card: Card, words: Words) -> bool:
    """Write them as lines that print: overdue first, closed last; tell whether there is any."""
    known, t, today = problem_cache.problems(), words.t, problem_cache.day()
    about = [
        one
        for one in known.values()
        if (one.entries.kind, one.entries.item_id) == (card.kind, card.item_id)
    ]
    about.sort(key=lambda one: (not one.is_open, -one.days_overdue(today), one.number))
    lines = [_line(one, words) for one in about]
    waiting = [
        one
        for one in untaken(problem_cache.stated(), known.values())
        if one.stands and (one.kind, one.item_id) == (card.kind, card.item_id)
    ]
    if waiting and known:
        lines.append(t("problem.on_card_unregistered", count=len(waiting)))
    if lines:
        said = "".join(f"\n- {line}" for line in lines)
        st.markdown(f"**{t('problem.on_card')}**\n{unparted(said)}")
    return bool(about)


def is_taken(row: Row) -> bool:
    """Tell whether the ledger has the problem that a row of the reports states."""
    kind, item_id = str(row[Reports.KIND]), str(row[Reports.ITEM_ID])
    key = sameness(kind, item_id, str(row[Reports.RESPONSIBLE_UNIT]), words_of(row))
    return any(key in one.stated for one in problem_cache.problems().values())


def _line(problem: Problem, words: Words) -> str:
    t, entries, today = words.t, problem.entries, problem_cache.day()
    due = t("problem.no_due") if entries.due_on is None else spoken(entries.due_on, t)
    said = t(
        "problem.on_card_line",
        number=problem.number,
        state=problem_words.state_of(problem, today, t),
        what=plain(entries.what),
        type=problem_words.type_name(entries.type, t),
        owner=plain(words.in_full(entries.owner)),
        due=due,
        days=problem.days_open(today),
    )
    if not (problem.is_open and entries.coordination):
        return said
    return said + t("problem.on_card_coordination", text=plain(entries.coordination))
