"""What an act of the second book (督办台账) is about."""

from enum import StrEnum


class Subject(StrEnum):
    """What people do something about; the key of an act says about which one."""

    WARNING = "warning"  # 预警: explained, accepted, rejected, closed
    RULES = "rules"  # 规则: a rule set is put in force
    PROBLEM = "problem"  # 问题: raised, closed
    RECEIPT = "receipt"  # 收到日期: the real day of receipt of the upload whose version is the key
    TEMPLATE = "template"  # 文书模板: an office's own is saved, or the shipped one restored
