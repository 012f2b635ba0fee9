"""Every chart of the product by its name, in the order of the pages, and those looked at first."""

from collections.abc import Iterable

from analysis.board import Board
from analysis.exhibits import (
    comparison,
    investment,
    load,
    pace,
    past,
    problems,
    progress,
    reporting,
    supervision,
)
from analysis.exhibits.exhibit import Exhibit, Watch

# Charts drawn from a board alone. Whoever shows every chart asks ``exhibits``.
EXHIBITS = {
    exhibit.key: exhibit
    for subject in (pace, progress, past, comparison, reporting, investment, load)
    for exhibit in subject.EXHIBITS
}
# Charts that also rest on when reports came, or on what people did about problems.
WATCHED = {
    exhibit.key: exhibit for subject in (supervision, problems) for exhibit in subject.EXHIBITS
}
KEY_CHARTS = (  # what a meeting looks at; a reader may choose others, or every one
    "completion",
    "compared",
    "curve",
    "completion_projects",
    "gaps",
    "lights_tasks",
    "lights_projects",
    "finishes_projects",
    "changed_lights",
    "owed",
    "investment",
    "completed",
    "load_state",
    "problems_by_unit",
)
_OF_PROJECTS = {"load_state": "load_projects"}  # the same said of projects instead of tasks


def of_most_items(board: Board, usual: Iterable[str]) -> list[str]:
    """Return the usual charts, those of units about projects where there are more of them."""
    of_tasks = len(board.projects) <= len(board.tasks)
    return [key if of_tasks else _OF_PROJECTS.get(key, key) for key in usual]


def exhibits(watch: Watch) -> dict[str, Exhibit]:
    """Return every chart; those of supervision look at the board through ``watch``."""
    return {**EXHIBITS, **{key: one.seen_by(watch) for key, one in WATCHED.items()}}
