"""Problems that stand in the way: their types, their course until they are ended, what is the same.

A problem is raised, changed and closed by people, each time as an act of the second book. Its
number counts the problems raised, from 1, and never changes.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from domain.columns import ItemKind

_KEY_LETTERS = 12
_NO_PROBLEM = frozenset(
    (
        "无",
        "暂无",
        "没有",
        "无问题",
        "暂无问题",
        "没有问题",
        "不存在问题",
        "无突出问题",
        "none",
        "na",
    )
)


class ProblemType(StrEnum):
    """What a problem is about, spelled as offices spell it (问题类型)."""

    CLEARANCE = "征拆"
    LAND = "用地"
    FUNDS = "资金"
    PROCEDURES = "手续"
    MARKET = "市场"
    OTHER = "其他"


_ALSO: Mapping[str, ProblemType] = {
    "征收": ProblemType.CLEARANCE,
    "拆迁": ProblemType.CLEARANCE,
    "征地": ProblemType.CLEARANCE,
    "土地": ProblemType.LAND,
    "融资": ProblemType.FUNDS,
    "审批": ProblemType.PROCEDURES,
    "规划调整": ProblemType.OTHER,
}


class Which(StrEnum):
    """Which problems somebody wants to see."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    ALL = "all"


class Doing(StrEnum):
    """What is done about a problem."""

    RAISE = "raise"  # 登记
    CHANGE = "change"  # 调整: type, owner or due day
    JOIN = "join"  # 并入: another wording of it that a report used
    CLOSE = "close"  # 销号
    REOPEN = "reopen"  # 重新打开


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry of a problem that was changed; empty where there was or is none."""

    entry: str  # type, owner or due_on
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done about a problem. ``text`` is what was said: evidence, reason, wording."""

    doing: Doing
    text: str
    actor: str
    at: datetime
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """What somebody writes down of a problem when raising it."""

    what: str
    type: ProblemType
    owner: str  # the responsible unit that owes its end
    due_on: date | None = None
    coordination: str = ""  # 需协调事项
    kind: ItemKind | None = None  # of the item it is about; None: about none
    item_id: str | None = None
    stated: str = ""  # ``sameness`` of the report it was raised from; empty: raised by hand


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem as it stands after its last step."""

    number: int
    entries: Entries
    raised_by: str
    raised_on: date
    stated: frozenset[str]  # every wording of it that reports used
    steps: tuple[Step, ...]  # oldest first, the raising too
    seen: int  # the number of its last act in the second book
    closed_on: date | None = None
    reopened: int = 0  # how many times

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes its end."""
        return self.closed_on is None

    def days_open(self, today: date) -> int:
        """Count the days from the raising to ``today``, or to the day it was closed.

        A closing that did not hold shortens nothing: a reopened problem is as old as it is.
        """
        return max(((self.closed_on or today) - self.raised_on).days, 0)

    def days_overdue(self, today: date) -> int:
        """Count the days since the due day of an open problem; 0 before, and without one."""
        due = self.entries.due_on
        return 0 if due is None or not self.is_open else max((today - due).days, 0)


def twins_of(new: Entries, known: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the open problems about the same item and of the same type: it may be one of them."""
    if new.item_id is None:
        return ()
    asked = (new.item_id, new.type)
    same = [one for one in known if (one.entries.item_id, one.entries.type) == asked]
    return tuple(one for one in same if one.is_open)


def is_one_of(problem: Problem, which: Which, today: date) -> bool:
    """Tell whether a problem is one of those to be seen on a day."""
    match which:
        case Which.OPEN:
            return problem.is_open
        case Which.OVERDUE:
            return problem.days_overdue(today) > 0
        case Which.CLOSED:
            return not problem.is_open
        case Which.ALL:
            return True


def type_of(text: str | None) -> ProblemType | None:
    """Read what a report calls the type of a problem; None where it says nothing known.

    >>> type_of("土地"), type_of("资金问题"), type_of("天气"), type_of(None)
    (<ProblemType.LAND: '用地'>, <ProblemType.FUNDS: '资金'>, None, None)
    """
    said = _bare(text or "").removesuffix("问题")
    if said in _ALSO:
        return _ALSO[said]
    return ProblemType(said) if said in set(ProblemType) else None


def is_stated(text: str | None) -> bool:
    """Tell whether the words of a report state a problem, rather than say that there is none.

    >>> is_stated("用地指标未落实"), is_stated("暂无。"), is_stated("—"), is_stated(None)
    (True, False, False, False)
    """
    said = _bare(text or "")
    return bool(said) and said not in _NO_PROBLEM


def same_words(text: str) -> str:
    """Return what two texts must share to say the same: letters and digits, whatever their width.

    >>> same_words("１. 用地指标，未落实。") == same_words("1、用地指标 未落实")
    True
    >>> same_words("拖欠3个月") == same_words("拖欠4个月")
    False
    """
    return _bare(text)


def sameness(kind: str, item_id: str, unit: str, text: str) -> str:
    """Name what a unit reports of an item: the same words in another month are the same problem.

    >>> sameness("项目", "P03", "财政局", "配套资金未到位。")
    '320ea580ac30'
    """
    said = "|".join((kind, item_id, unit, same_words(text)))
    return sha256(said.encode()).hexdigest()[:_KEY_LETTERS]


def _bare(text: str) -> str:
    """Keep letters and digits in one width and case; leave out spaces and marks."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())
