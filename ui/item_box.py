"""Choosing a project or task in a box: of many items it lists those that fit what is typed."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from analysis.board import Board
from analysis.finding import Sought, index
from analysis.memo import once
from domain.columns import Reports
from texts import Texts
from ui import state

MOST_LISTED = 300  # every one of them goes to the browser on every run
_MOST_FOUND = 50


def ask(
    label: str,
    board: Board,
    t: Texts,
    *,
    key: str,
    placeholder: str,
    **how: Any,  # noqa: ANN401 - what else a box of streamlit's is told
) -> str | None:
    """Ask for an item by its number and name; return the number, None until one is chosen.

    Of more items than a box can list, part of a name, a number or initials may be typed first, and
    it is said how many fit and how many are listed. What is chosen stays among them.
    """
    names = names_of(board)
    if len(names) <= MOST_LISTED:
        return _box(label, list(names), names, key=key, placeholder=placeholder, **how)
    with st.container(key=f"{key}-of-many", gap="small"):
        fitting = _fitting(board, t, key=key)
        best, chosen = fitting[:_MOST_FOUND], state.picked(key)
        listed = [*best, chosen] if chosen in names and chosen not in best else best
        found = _box(label, listed, names, key=key, placeholder=placeholder, **how)
        said = {"total": f"{len(fitting):,}", "listed": len(best)}
        how_many = "none" if not best else "all_listed" if len(best) == len(fitting) else "listed"
        st.caption(t(f"item_box.{how_many}", **said))
    return found


@once
def names_of(board: Board) -> dict[str, str]:
    """Return the name of every project and task by its number."""
    return dict(zip(board.items[Reports.ITEM_ID], board.items[Reports.ITEM_NAME], strict=True))


def _box(
    label: str,
    listed: list[str],
    names: Mapping[str, str],
    **how: Any,  # noqa: ANN401 - as above
) -> str | None:
    return st.selectbox(
        label, listed, index=None, format_func=lambda number: f"{number} {names[number]}", **how
    )


def _fitting(board: Board, t: Texts, *, key: str) -> list[str]:
    """Ask for a part of a name; return the numbers of what fits, the best first."""
    typed = st.text_input(
        t("item_box.find"),
        key=f"{key}-find",
        placeholder=t("item_box.hint"),
        max_chars=50,
        icon=":material/search:",
    )
    names = names_of(board)
    if not typed.strip():
        return list(names)
    entries = index(board).every(typed)
    return [one.number for one in entries if one.kind is not Sought.UNIT and one.number in names]
