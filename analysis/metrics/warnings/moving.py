"""Targets of projects that became other ones."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.evidence import raised, told
from analysis.frames import lazy
from domain.columns import ItemKind, Moves, Projects, Reports
from domain.warnings import Warned


def target_moved(moves: IntoFrameT, projects: IntoFrameT, period: str) -> IntoFrameT:
    """目标调整: a target of a project that was moved in ``period``, with the reason given.

    One row per move of ``moves`` (columns ``Moves``) of a project that is still listed. ``figure``
    is the column that was moved; ``was_text`` and ``now_text`` are the target before and after,
    an amount as whole 元, empty where it was taken out.
    """
    names = lazy(projects).select(
        nw.lit(ItemKind.PROJECT.value).alias(Reports.KIND.value),
        nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
        nw.col(Projects.NAME).alias(Reports.ITEM_NAME.value),
    )
    of_month = (
        lazy(moves)
        .filter(nw.col(Moves.PERIOD) == period)
        .with_columns(nw.col(Moves.PROJECT_ID).alias(Reports.ITEM_ID.value))
        .join(names, on=Reports.ITEM_ID.value, how="inner")
    )
    warnings = raised(
        of_month,
        Warned.TARGET_MOVED,
        period,
        of_unit=False,
        figure=nw.col(Moves.COLUMN),
        was_text=nw.col(Moves.WAS),
        now_text=nw.col(Moves.NOW),
        reason=nw.col(Moves.REASON),
    )
    return told(warnings, moves)
