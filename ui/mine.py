"""The projects in one person's charge: who is asked for stands in the address."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis import mine_words, people
from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.memo import once, recently
from analysis.metrics.columns import Counted, Troubled
from analysis.people import PERSON, InCharge
from analysis.views import charge
from domain.periods import Period
from texts import Texts
from texts.markdown import plain
from ui import access, cache, cards, clicks, codes, columns, mine_sheet, phone, state, tables

_ROLE, _WHO, _CLICK = "charge", "who", "people-open"
_ROLES = tuple(InCharge)
_FILE = ":material/upload_file:"
_PATH = "mine"
_PAGE, _UPLOAD = "pages/leadership/mine.py", "pages/office/upload.py"
_COLUMNS = {InCharge.LEADER: "leader", InCharge.OFFICER: "service_officer"}


def show(board: Board, period: Period, t: Texts) -> None:
    """Show the projects of the person in the address; without one, everybody in charge."""
    role, person = _ask(board, t)
    words = Words(t, board.plan)
    table = charge.by_person(cache.watched(period), period, role)
    if table.empty:
        _nobody_yet(role, t)
        return
    if not person:
        _everybody(board, period, role, words)
        return
    mine = rows_of(table[table[PERSON] == person])
    if not mine:
        st.info(t(f"mine.empty_person_{role}", person=plain(person)), icon=":material/person_off:")
        _everybody(board, period, role, words)
        return
    mine_sheet.show(mine[0], board, period, role, words)


def _ask(board: Board, t: Texts) -> tuple[InCharge, str]:
    codes.follow(_ROLE, _ROLES, {})
    asked = st.query_params.get(_WHO, "")
    with st.container(key="mine-chooser", horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(
            t("mine.role"),
            _ROLES,
            required=True,
            format_func=lambda one: t(f"mine.role_{one}"),
            key=_ROLE,
            on_change=_change_role,
        )
        role = InCharge(chosen or _ROLES[0])
        options = ("", *_names(board, role))
        state.preset(_WHO, asked if asked in options else "")
        st.selectbox(
            t("mine.who"),
            options,
            format_func=lambda one: one or t("mine.everybody"),
            key=_WHO,
            on_change=codes.write,
            args=(_WHO, options),
            width=220,
        )
    return role, asked


def _change_role() -> None:
    codes.write(_ROLE, _ROLES)
    st.query_params.pop(_WHO, None)


def _everybody(board: Board, period: Period, role: InCharge, words: Words) -> None:
    """List everybody in charge of something, each name leading to their projects."""
    t = words.t
    table = charge.by_person(cache.watched(period), period, role)
    heading = t("mine.people_title", role=t(f"mine.role_{role}"), count=len(table))
    st.markdown(f"**{heading}**")
    st.caption(t("mine.people_help"))
    persons, shown = _listed(table, t)
    name = t("table.person")
    opens = st.column_config.ButtonColumn(
        name, width=cards.width_px(shown[name]), pinned=True, type="tertiary", key=_CLICK
    )
    config = {**columns.numbers_right(shown, t), name: opens}
    said = columns.ready(shown)
    with phone.desk("people"):
        st.dataframe(said, hide_index=True, key="people", lazy=False, column_config=config)
    leads_to = [_address(role, person) for person in persons]
    phone.plainly(shown, t, key="people", leads_to=leads_to)
    if left := _unnamed(board, role):
        st.caption(t(f"mine.unnamed_{role}", count=left))
    clicked = clicks.row(_CLICK)
    if clicked is not None and clicked < len(persons):
        st.switch_page(_PAGE, query_params={_ROLE: role.value, _WHO: persons[clicked]})


def _address(role: InCharge, person: str) -> str:
    """Return the address of somebody's projects; what else is chosen goes along."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params}
    written = urlencode({**kept, _ROLE: role.value, _WHO: person}, doseq=True)
    return f"{_PATH}?{written.replace('-', '%2D')}"


@once
def _listed(table: pd.DataFrame, t: Texts) -> tuple[list[str], pd.DataFrame]:
    """Return everybody with most to do first, by name and as the reader sees it."""
    rows = sorted(rows_of(table), key=_most_to_do_first)
    shown = tables.named(t, [mine_words.of_person(row, t) for row in rows])
    return [row[PERSON] for row in rows], shown


@recently
def _names(board: Board, role: InCharge) -> list[str]:
    return sorted(set(people.charges(board.projects, role)[PERSON]))


@recently
def _unnamed(board: Board, role: InCharge) -> int:
    return people.unnamed(board.projects, role)


def _most_to_do_first(row: Row) -> tuple[int, int, int, str]:
    return -row[Counted.BEHIND], -row[Counted.MISSING], -row[Troubled.OPEN], row[PERSON]


def _nobody_yet(role: InCharge, t: Texts) -> None:
    """Say that the table of projects names nobody, and what to do about it."""
    with st.container(border=True, key="mine-empty"):
        st.markdown(f"##### :material/person_add: {t(f'mine.empty_{role}')}")
        st.markdown(t("mine.empty_how", column=t(f"column.{_COLUMNS[role]}")))
        if access.may_open("upload"):
            st.page_link(_UPLOAD, label=t("mine.empty_upload"), icon=_FILE)
