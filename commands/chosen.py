"""The filters of the pages as options of a command."""

import argparse

from analysis.board import Board
from analysis.choices import choices
from analysis.narrowing import narrowed
from analysis.selection import DIMENSIONS, OTHERWISE, THIS_YEAR, Selection
from domain.periods import Period
from texts import Texts

_SAID = {
    "begun": f"{THIS_YEAR}: only projects to begin in the course of the year; {OTHERWISE}: all else"
}


def add_filters(command: argparse.ArgumentParser) -> None:
    """Let a command take every filter, each as often as wanted."""
    for name in DIMENSIONS:
        said = _SAID.get(name, f"only of this {name}; repeat for several")
        command.add_argument(f"--{name}", action="append", default=[], help=said)
    said = "take chains that are only inferred for unassigned"
    command.add_argument("--without-inferred", action="store_true", help=said)


def chosen(asked: argparse.Namespace) -> Selection:
    """Return the selection the options make."""
    selection = Selection(with_inferred=not asked.without_inferred)
    for name in DIMENSIONS:
        selection = selection.choosing(name, tuple(dict.fromkeys(getattr(asked, name))))
    return selection


def unknown(board: Board, selection: Selection, t: Texts) -> tuple[str, ...]:
    """Say of every chosen value that no item can have it, and which there are."""
    known = choices(board)
    return tuple(
        t("filter.unknown", name=t(f"filter.{name}"), value=value, known="、".join(known[name]))
        for name in DIMENSIONS
        for value in selection.of(name)
        if value not in known[name]
    )


def part(board: Board, selection: Selection, period: Period) -> Board:
    """Return the chosen part of a board, its lights those of ``period``."""
    return narrowed(board, selection.at(period))
