"""The standard heading that an unknown one seems to mean, only ever to be proposed to a person."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from ingest.aliases import COLUMNS, Column
from ingest.headings import plain_header, without_measure
from ingest.report import HeaderCell, SheetKind

_NEAR = 0.6  # of the characters of both, as difflib counts them
_PART = 2  # characters of the shortest part that says anything
_WHOLE = 4  # characters of a name whose parts may stand apart: 完成进度 in 进度完成百分之几
_SHARE = 0.5  # of the heading that such parts make up


def nearest_header(typed: str, columns: Iterable[Column]) -> str:
    """Return the standard heading of the column nearest to a typed one, empty for none near.

    >>> from ingest.aliases import PROGRESS, PROJECTS
    >>> nearest_header("进度完成百分之几", PROGRESS), nearest_header("建设阶段情况", PROJECTS)
    ('完成进度', '阶段')
    >>> nearest_header("备案证号", PROJECTS), nearest_header("干到几成", PROGRESS)
    ('', '')
    """
    plain = without_measure(plain_header(typed))
    if not plain:
        return ""
    rated = (
        (_likeness(plain, plain_header(name)), column.header)
        for column in columns
        for name in (column.header, *column.aliases)
    )
    best, header = max(rated, key=lambda one: one[0], default=(0.0, ""))
    return header if best else ""


def suggestions(headers: Sequence[HeaderCell], kind: SheetKind | None) -> dict[str, str]:
    """Return a standard heading for each typed one that was not known; none is proposed twice.

    A sheet that was not understood may be of any kind.
    """
    there = {cell.column for cell in headers}
    kinds = list(SheetKind) if kind is None else [kind]
    free = [one for each in kinds for one in COLUMNS[each] if one.name not in there]
    proposed: dict[str, str] = {}
    for cell in headers:
        if cell.column or cell.standard or not cell.typed.strip():
            continue
        left = (one for one in free if one.header not in proposed.values())
        if near := nearest_header(cell.typed, left):
            proposed[cell.typed] = near
    return proposed


def _likeness(typed: str, name: str) -> float:
    """Return how alike two headings are, 0 below what is worth a word."""
    matcher = SequenceMatcher(a=typed, b=name, autojunk=False)
    near = matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0
    return max(near if near >= _NEAR else 0.0, _parts_in(typed, name))


def _parts_in(typed: str, name: str) -> float:
    """Return the share of a heading that the parts of a name make up, where all are in it.

    >>> _parts_in("进度完成百分之几", "完成进度"), _parts_in("备案证号", "项目编号")
    (0.5, 0.0)
    """
    share = len(name) / len(typed)
    if len(name) < _WHOLE or not _SHARE <= share <= 1:
        return 0.0
    rest = name
    while rest:
        longest_first = (rest[:end] for end in range(len(rest), _PART - 1, -1))
        part = next((part for part in longest_first if part in typed), "")
        if not part:
            return 0.0
        rest = rest.removeprefix(part)
    return share
