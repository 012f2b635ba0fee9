"""Which reported figures begin anew every January, and which are counted since the start."""

from domain.columns import ItemKind, Reports
from domain.periods import Period


def begins_anew(kind: str, column: str) -> bool:
    """Tell whether a figure of an item of ``kind`` is one of the calendar year.

    What is done this year is by its name. The percent done of a task is that of the year's work,
    since it is held against 序时进度, the share of the year; that of a project counts since the
    start.

    >>> begins_anew("任务", "percent_done_ppm"), begins_anew("项目", "percent_done_ppm")
    (True, False)
    """
    of_year = kind == ItemKind.TASK and column == Reports.PERCENT_PPM
    return of_year or column in {Reports.YEAR_PLAN_YUAN, Reports.DONE_YTD_YUAN}


def comparable(kind: str, column: str, one: Period, other: Period) -> bool:
    """Tell whether a figure of two months may be held against each other.

    >>> comparable("任务", "percent_done_ppm", Period(2026, 1), Period(2025, 12))
    False
    """
    return one.year == other.year or not begins_anew(kind, column)
