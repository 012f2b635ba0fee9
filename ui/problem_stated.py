"""Problems that reports state and nobody has taken into the ledger (待登记)."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis import problem_words
from analysis.board import Board
from analysis.charts.words import Words
from analysis.memo import once, recently
from analysis.stated import Stated, untaken
from domain.roles import Action
from texts import Texts
from ui import (
    access,
    cache,
    clicks,
    codes,
    columns,
    item_box,
    ledger_now,
    paged,
    problem_cache,
    problem_form,
    state,
    table_file,
    tables,
)

_VIEW, _VIEWS = "stated", ("now", "past")
_CLICK = "stated-take"
_TAKE_PX, _WHAT_PX = 76, 230


def offer(board: Board, t: Texts) -> None:
    """List them, those that still stand or those stated before; a click fills the form below."""
    waiting = untaken(problem_cache.stated(), problem_cache.problems().values())
    standing = [one for one in waiting if one.stands]
    st.subheader(t("problem.stated_title", count=len(standing)), anchor=False)
    if not waiting:
        st.caption(t("problem.stated_none"))
        return
    st.caption(t("problem.stated_help"))
    shown = standing if _view(len(standing), len(waiting), t) == "now" else waiting
    shown = [one for one in shown if one.stands == (shown is standing)]
    if not shown:
        return
    act = ledger_now.newest_act(cache.ledger())
    table = _table(board, (cache.day(), act), [one.key for one in shown], t)
    names_here = (t("table.problem"), t("table.name"))
    table, found = paged.cut(table, t, key="stated", names=names_here)
    if table.empty:
        return
    take = t("table.take")
    button = st.column_config.ButtonColumn(
        take, width=_TAKE_PX, pinned=True, type="tertiary", key=_CLICK
    )
    wide = st.column_config.TextColumn(t("table.problem"), width=_WHAT_PX)
    config = {take: button, t("table.problem"): wide}
    if not access.may(Action.WORK_PROBLEM):
        table = _without(table, take)
        config.pop(take)
    said = columns.ready(columns.months_spoken(table, t))
    st.dataframe(said, hide_index=True, key="stated", lazy=False, column_config=config)
    table_file.offer(lambda: found.drop(columns=take), len(found), t, key="stated")
    row = clicks.row(_CLICK)
    if row is not None and row < len(table) and state.as_of() is None:
        problem_form.begin_with(shown[int(table.index[row])], t)


@recently  # the day and the number of the newest act stand for what was done about problems
def _table(board: Board, _: tuple[date, int], keys: list[str], t: Texts) -> pd.DataFrame:
    names, words = item_box.names_of(board), Words(t, board.plan)
    stated = {one.key: one for one in problem_cache.stated()}
    return tables.named(t, [_line(stated[key], names, words) for key in keys])


def _view(standing: int, waiting: int, t: Texts) -> str:
    counts = {"now": standing, "past": waiting - standing}
    codes.follow(_VIEW, _VIEWS, {})
    chosen = st.segmented_control(
        t("problem.stated_view"),
        _VIEWS,
        required=True,
        format_func=lambda one: f"{t(f'problem.stated_{one}')} {counts[one]}",
        key=_VIEW,
        on_change=codes.write,
        args=(_VIEW, _VIEWS),
        label_visibility="collapsed",
    )
    return chosen or _VIEWS[0]


@once
def _without(table: pd.DataFrame, column: str) -> pd.DataFrame:
    return table.drop(columns=column)


def _line(one: Stated, names: dict[str, str], words: Words) -> dict[str, object]:
    t = words.t
    return {
        "take": t("problem.take"),
        "problem": one.what,
        "unit": words.in_full(one.unit),
        "item": one.item_id,
        "name": names.get(one.item_id, ""),
        "problem_type": "—" if one.type is None else problem_words.type_name(one.type, t),
        "coordination": one.coordination,
        "stated_for": problem_words.months_of(one, t),
        "last_stated": str(one.last),
    }
