"""The projects side by side: which are the largest, and how much hangs on a few of them."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy, share, summed
from analysis.metrics.columns import Counted
from analysis.plan_tables import POSITION
from analysis.ranking import gathered, numbered
from domain.columns import ItemKind, Projects, Reports

_TOTAL = Projects.TOTAL_YUAN.value
_DONE = Reports.DONE_TOTAL_YUAN.value
_NAMES = (Projects.ID.value, Projects.NAME.value, Projects.CHAIN.value, Projects.PHASE.value)
_ONE, _NUMBER, _SUM = "_one", "_number", "_sum"
_SHARE = Counted.SHARE_PERCENT.value


def ranked(projects: IntoFrameT, standing: IntoFrameT) -> IntoFrameT:
    """Rank the projects by total investment. One row per project that discloses it, largest first.

    ``share_percent`` is the share of all disclosed amounts; what is done since the start is empty
    where nothing is reported. Projects of equal amounts keep the order of their numbers.
    """
    total = nw.col(_TOTAL)
    disclosed = lazy(projects).filter(~total.is_null()).with_columns((-total).alias("_downwards"))
    done = (
        lazy(standing)
        .filter(nw.col(Reports.KIND) == ItemKind.PROJECT)
        .select(nw.col(Reports.ITEM_ID).alias(Projects.ID.value), _DONE)
    )
    table = (
        _with_share(numbered(disclosed, "_downwards", Projects.ID.value))
        .join(done, on=Projects.ID.value, how="left")
        .sort(Counted.RANK)
        .select(Counted.RANK.value, *_NAMES, _TOTAL, _DONE, _SHARE)
    )
    return given_back(table, projects)


def largest(ranked: IntoFrameT, most: int) -> IntoFrameT:
    """Keep the ``most`` largest projects. One row each, and one row that sums all others.

    ``projects`` is how many a row stands for; the row of the others names none of them.
    """
    kept = gathered(lazy(ranked), most, names=_NAMES, amounts=(_TOTAL, _DONE))
    columns = (Counted.RANK.value, Counted.PROJECTS.value, *_NAMES, _TOTAL, _DONE, _SHARE)
    return given_back(_with_share(kept).sort(Counted.RANK).select(*columns), ranked)


def concentration(ranked: IntoFrameT) -> IntoFrameT:
    """Tell how much hangs on the largest projects. One row per group, the smallest group first.

    The groups are the largest project, the three largest, the largest tenth (rounded up) and all
    that disclose an amount; a group that reaches no further than the one before it is left out.
    """
    rank, number = nw.col(Counted.RANK), nw.col(_NUMBER)
    groups = {
        "one": (rank <= 1, number > 0),
        "three": (rank <= 3, number > 3),  # noqa: PLR2004 - three is the group's name
        "tenth": (rank * 10 < number + 10, number > 30),  # noqa: PLR2004 - else three at most
        "all": (rank > 0, number > 1),
    }
    projects = _with_whole(lazy(ranked))
    rows = [
        _group(projects.filter(within, worth_a_row), name, place)
        for place, (name, (within, worth_a_row)) in enumerate(groups.items())
    ]
    columns = (Counted.LARGEST.value, Counted.PROJECTS.value, _TOTAL, _SHARE)
    table = nw.concat(rows, how="vertical").sort(POSITION).select(*columns)
    return given_back(table, ranked)


def _group(members: Frame, name: str, place: int) -> Frame:
    sums = members.group_by(_ONE).agg(
        nw.len().alias(Counted.PROJECTS.value), nw.col(_TOTAL).sum(), nw.col(_SUM).max()
    )
    return sums.select(
        nw.lit(place).cast(nw.Int64).alias(POSITION),
        nw.lit(name).alias(Counted.LARGEST.value),
        *summed(_TOTAL, Counted.PROJECTS),
        share(nw.col(_TOTAL), nw.col(_SUM)).alias(_SHARE),
    )


def _with_share(frame: Frame) -> Frame:
    return _with_whole(frame).with_columns(share(nw.col(_TOTAL), nw.col(_SUM)).alias(_SHARE))


def _with_whole(frame: Frame) -> Frame:
    ones = frame.with_columns(nw.lit(1).alias(_ONE))
    whole = ones.group_by(_ONE).agg(nw.len().alias(_NUMBER), nw.col(_TOTAL).sum().alias(_SUM))
    return ones.join(whole, on=_ONE, how="inner")
