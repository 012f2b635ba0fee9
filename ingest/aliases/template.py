"""What our own template has besides the columns of a progress sheet; none of it is read."""

from domain.columns import Reports

# What was reported last, for reference, under a heading of its own.
LAST = {
    Reports.PERIOD: "上次上报期",
    Reports.PERCENT_PPM: "上次完成进度",
    Reports.DONE_TOTAL_YUAN: "上次累计完成投资",
    Reports.DONE_YTD_YUAN: "上次本年累计完成投资",
    Reports.PROGRESS: "上次工作进展",
    Reports.PROBLEM: "上次存在问题",
}
HINT = "填报提示"  # a formula that says what is still missing in a row
INSTRUCTIONS = ("填报说明", "Instructions")  # the worksheet beside it, in each language
_OURS = frozenset({*LAST.values(), HINT})


def is_beside(plain: str) -> bool:
    """Tell whether a plain heading without its measure is one our template sets beside the data.

    >>> is_beside("上次完成进度"), is_beside("上月完成进度")
    (True, False)
    """
    return plain in _OURS
