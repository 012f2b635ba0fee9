"""How it got here, for one kind of subject: all at once, then one view of a page of items."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import sentences
from analysis.board import Board
from analysis.exhibits import progress
from analysis.exhibits.past import ITEMS_A_PAGE, Sheet, listed
from analysis.exhibits.progress import KINDS
from analysis.metrics.pace import FAR, STILL
from domain.periods import Period
from texts import Texts
from texts.markdown import plain
from ui import controls, details_past, figures_past
from ui import sheet as sheets

_VIEWS = ("heatmap", "multiples", "finishes", "trend")


def show(board: Board, period: Period, t: Texts) -> None:
    """Ask for the subjects and the view, and show them with the rows behind."""
    choices = _row_of_choices("subjects")
    with choices:
        subjects = _asked_subjects(board, period, t)
        if subjects == "units":
            subjects = _asked_of_units(board, period, t)
    if subjects not in KINDS or not board.periods:
        figures_past.trend(board, period, t, subjects=subjects, choices=choices)
        return
    are_many = listed("heatmap", board, period, subjects=subjects) > ITEMS_A_PAGE
    if are_many:  # one sheet does not hold them: all together first, then a part
        _lights(board, period, t, subjects=subjects)
        choices = _row_of_choices("views")
    _view(board, period, t, subjects=subjects, choices=choices)
    if not are_many:
        _lights(board, period, t, subjects=subjects)


def _row_of_choices(name: str) -> DeltaGenerator:
    return st.container(key=f"choices-{name}", horizontal=True, gap="medium")


def _lights(board: Board, period: Period, t: Texts, *, subjects: str) -> None:
    month, light = figures_past.lights(board, period, t, subjects=subjects)
    if board.periods[0].year < period.year:  # what was done may stand before what is not
        st.caption(t("detail.year_anew"))
    details_past.lights_of(board, t, subjects=subjects, month=month, light=light)


def _view(
    board: Board, period: Period, t: Texts, *, subjects: str, choices: DeltaGenerator
) -> None:
    with choices:
        view = controls.one_of(t, "view", _VIEWS)
    if view == "trend":
        figures_past.trend(board, period, t, subjects=subjects, choices=choices)
        return
    of_projects = view == "finishes" and subjects == "projects"
    if of_projects and (said := sentences.finished_when(board, period, t)):
        st.markdown(plain(said))
    asked = sheets.ask(board, period, t, subjects=subjects, view=view, choices=choices)
    if asked is not None:
        item = _DRAWN[view](board, period, t, subjects=subjects, sheet=asked)
        _below(view, board, period, t, subjects=subjects, sheet=asked, item=item)


def _asked_subjects(board: Board, period: Period, t: Texts) -> str:
    """Ask what to follow, with how many there are; it opens on the kind with more items."""
    kinds = {"tasks": len(board.tasks), "projects": len(board.projects)}
    of_lines = {name: progress.followed(board, period, name) for name in ("units", "chains")}
    begin = "projects" if kinds["projects"] > kinds["tasks"] else "tasks"
    counts = {**kinds, **of_lines}
    return controls.one_of(t, "subjects", tuple(counts), counts=counts, at_first=begin)


def _asked_of_units(board: Board, period: Period, t: Texts) -> str:
    """Ask whether to follow the tasks of units or their projects, which have no common measure."""
    if not progress.followed(board, period, "unit_projects"):
        return "units"
    counts = {"tasks": len(board.tasks), "projects": len(board.projects)}
    begin = "projects" if counts["projects"] > counts["tasks"] else "tasks"
    of = controls.one_of(t, "carried", tuple(counts), counts=counts, at_first=begin)
    return "units" if of == "tasks" else "unit_projects"


_DRAWN: dict[str, Callable[..., str | None]] = {
    "heatmap": figures_past.heatmap,
    "multiples": figures_past.small_multiples,
    "finishes": figures_past.finishes,
}


def _below(
    view: str,
    board: Board,
    period: Period,
    t: Texts,
    *,
    subjects: str,
    sheet: Sheet,
    item: str | None,
) -> None:
    if view == "finishes" and item in {FAR, STILL}:
        details_past.together(board, period, t, sheet=sheet, kind=item)
    elif item is not None:
        details_past.history_of(board, period, t, subjects=subjects, item=item)
    elif view == "finishes":
        details_past.paces(board, period, t, subjects=subjects, sheet=sheet)
    else:
        details_past.standing(board, period, t, subjects=subjects, sheet=sheet)
