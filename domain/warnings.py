"""What supervision warns of, how grave a warning is, and the life it has until it is closed."""

from collections.abc import Mapping
from enum import StrEnum


class Warned(StrEnum):
    """What a warning is about; its sentences are ``warning.<rule>…``."""

    MISSING = "missing"  # 本月尚未提交
    LATE = "late"  # 迟报
    SAME_AS_LAST = "same_as_last"  # 数据与上月雷同
    STAGNATING = "stagnating"  # 停滞
    REGRESSING = "regressing"  # 倒退
    BEHIND = "behind"  # 落后序时进度
    OVERDUE = "overdue"  # 逾期
    OVER_TOTAL = "over_total"  # 超总投资
    MEASURE_SUSPECT = "measure_suspect"  # 疑似计量单位错误
    TARGET_MOVED = "target_moved"  # 目标调整
    UNITS_DISAGREE = "units_disagree"  # 牵头与配合单位数据不一致


class WarningSeverity(StrEnum):
    """How much a warning weighs, the gravest first."""

    RED = "red"
    YELLOW = "yellow"
    NOTE = "note"


# Behind schedule is as grave as the light of the item: red or yellow.
SEVERITY: Mapping[Warned, WarningSeverity] = {
    Warned.MISSING: WarningSeverity.RED,
    Warned.LATE: WarningSeverity.YELLOW,
    Warned.SAME_AS_LAST: WarningSeverity.YELLOW,
    Warned.STAGNATING: WarningSeverity.YELLOW,
    Warned.REGRESSING: WarningSeverity.YELLOW,
    Warned.OVERDUE: WarningSeverity.RED,
    Warned.OVER_TOTAL: WarningSeverity.RED,
    Warned.MEASURE_SUSPECT: WarningSeverity.YELLOW,
    Warned.TARGET_MOVED: WarningSeverity.NOTE,
    Warned.UNITS_DISAGREE: WarningSeverity.NOTE,
}


class Life(StrEnum):
    """Where a warning is in its life."""

    RAISED = "raised"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CLOSED = "closed"


UNANSWERED = frozenset({Life.RAISED, Life.REJECTED})  # an explanation sent back is owed again


class Act(StrEnum):
    """What is done about a warning."""

    EXPLAIN = "explain"
    ACCEPT = "accept"
    REJECT = "reject"
    CLOSE = "close"


class Side(StrEnum):
    """Who may act: the responsible unit it is about, or the supervising unit (督查)."""

    UNIT = "unit"
    SUPERVISOR = "supervisor"


TRANSITIONS: Mapping[Life, Mapping[Act, Life]] = {
    Life.RAISED: {Act.EXPLAIN: Life.EXPLAINED, Act.CLOSE: Life.CLOSED},
    Life.EXPLAINED: {Act.ACCEPT: Life.ACCEPTED, Act.REJECT: Life.REJECTED},
    Life.REJECTED: {Act.EXPLAIN: Life.EXPLAINED, Act.CLOSE: Life.CLOSED},
    Life.ACCEPTED: {Act.CLOSE: Life.CLOSED},
    Life.CLOSED: {},
}
BY: Mapping[Act, Side] = {
    Act.EXPLAIN: Side.UNIT,
    Act.ACCEPT: Side.SUPERVISOR,
    Act.REJECT: Side.SUPERVISOR,
    Act.CLOSE: Side.SUPERVISOR,
}


class NotAllowedError(ValueError):
    """A warning cannot be acted on so where it is in its life."""

    def __init__(self, life: Life, act: Act) -> None:
        super().__init__(life, act)
        self.life = life
        self.act = act


def after(life: Life, act: Act) -> Life:
    """Return where a warning is once it was acted on.

    Raises:
        NotAllowedError: when ``life`` does not allow ``act``.

    >>> after(Life.RAISED, Act.EXPLAIN).value, after(Life.REJECTED, Act.EXPLAIN).value
    ('explained', 'explained')
    """
    into = TRANSITIONS[life].get(act)
    if into is None:
        raise NotAllowedError(life, act)
    return into


def needs_text(life: Life, act: Act) -> bool:
    """Tell whether words go with an act: an explanation, why it is sent back, an unexcused closing.

    >>> needs_text(Life.RAISED, Act.CLOSE), needs_text(Life.ACCEPTED, Act.CLOSE)
    (True, False)
    """
    return act in {Act.EXPLAIN, Act.REJECT} or (act is Act.CLOSE and life is not Life.ACCEPTED)
