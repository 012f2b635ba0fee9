"""Letters of supervision, in the order of the ladder, and the fields their templates may name."""

from enum import StrEnum


class Letter(StrEnum):
    """The ladder: who needs others, who is asked, who is asked again."""

    COORDINATION = "coordination"  # 协调单
    URGING = "urging"  # 催办单
    SUPERVISION = "supervision"  # 督办单


class Why(StrEnum):
    """Why a letter is due."""

    NEEDS_OTHERS = "needs_others"  # a problem of the ledger names what others must do
    FIRST = "first"  # a warning of this month
    AGAIN = "again"  # the same warning as the month before
    UNEXPLAINED = "unexplained"  # nobody explained it in time


class WhyNot(StrEnum):
    """Why a warning stands in no letter."""

    SETTLED = "settled"  # its explanation was accepted, or it is closed
    NOTE = "note"  # it only informs
    YELLOW = "yellow"  # behind schedule, but not far
    NOBODY = "nobody"  # no unit answers for the item


class Field(StrEnum):
    """What a template may name of a letter, spelled as offices write it."""

    MARK = "示例标记"
    UNIT = "单位"
    MONTH = "月份"
    AS_OF = "截至"
    COUNT = "项数"
    WHY = "发函依据"
    PLAN = "方案名称"
    DOCUMENT = "方案文号"
    RULE = "评价规则"
    ISSUER = "督查单位"
    DATE = "日期"
    ITEMS = "事项"  # one row each: {%tr for 项 in 事项 %}


class ItemField(StrEnum):
    """What a template may name of each row of ``Field.ITEMS``."""

    NUMBER = "序号"
    KIND = "类别"
    ID = "编号"
    NAME = "名称"
    RULE = "规则"
    SEEN = "情况"
    LIFE = "办理情况"
    PROBLEM = "存在问题"
    COORDINATION = "需协调事项"
    STATED_BY = "提出单位"
    DUE = "解决期限"


MOST_TEMPLATE_MB = 2
REQUIRED = (Field.MARK, Field.UNIT, Field.AS_OF, Field.ITEMS)
ROW = "项"  # what the shipped templates call one of ``Field.ITEMS``
LIST_OPENS, LIST_CLOSES = "{%tr for 项 in 事项 %}", "{%tr endfor %}"


def tag(field: Field | ItemField) -> str:
    """Return how a template names a field.

    >>> tag(Field.UNIT), tag(ItemField.ID)
    ('{{ 单位 }}', '{{ 项.编号 }}')
    """
    named = f"{ROW}.{field}" if isinstance(field, ItemField) else field
    return f"{{{{ {named} }}}}"
