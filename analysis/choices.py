"""What a reader can choose to look at on a board, in the plan's order."""

from analysis.board import Board
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.selection import NOT_STATED, OTHERWISE, THIS_YEAR
from domain.columns import ChainBasis, Phase, Projects
from domain.rules import Light

_JANUARY = "-01"


@recently
def choices(board: Board) -> dict[str, list[str]]:
    """Return what can be chosen on a whole board, by dimension, in the plan's order."""
    return {
        "chain": [*board.plan.chain_names, ChainBasis.UNASSIGNED.value],
        "phase": _phases(board),
        "section": board.sections,
        "unit": list(board.plan.unit_names),
        "leader": _leaders(board),
        "light": [light.value for light in Light],
        "begun": _begun(board),
    }


def _begun(board: Board) -> list[str]:
    """Tell those to begin in the course of a year from all others, where there is such a start."""
    months = board.starts[Counted.START_PERIOD].astype(str).str
    in_course = bool((~months.endswith(_JANUARY)).any())
    return [OTHERWISE, THIS_YEAR] if in_course else [OTHERWISE]


def _leaders(board: Board) -> list[str]:
    """Return the leaders (分包领导) of projects by name, those without one last."""
    named = board.projects[Projects.LEADER]
    last = [NOT_STATED] if named.isna().any() else []
    return [*sorted(set(named.dropna())), *last]


def _phases(board: Board) -> list[str]:
    """Return the phases that projects are in, in the order of a project's life."""
    named = board.projects[Projects.PHASE]
    order = [phase.value for phase in Phase if (named == phase.value).any()]
    return [*order, *([NOT_STATED] if named.isna().any() else [])]
