"""Reports that did not come, or came after the due day."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.evidence import raised, told
from analysis.frames import lazy
from analysis.metrics.columns import Counted
from domain.columns import Reports, Submissions
from domain.warnings import Warned


def missing(by_report: IntoFrameT, period: str, *, today: str) -> IntoFrameT:
    """本月尚未提交: a report of ``period`` that is not there though its due day has passed.

    One row per report expected (``reporting_board.by_report``, which was told the same day).
    ``was_text`` is the due day, ``now_text`` the day it is still missing.
    """
    owed = (nw.col(Reports.PERIOD) == period) & (nw.col(Counted.MISSING) == 1)
    warnings = raised(
        lazy(by_report).filter(owed),
        Warned.MISSING,
        period,
        of_unit=True,
        was_text=nw.col(Counted.DUE_ON),
        now_text=nw.lit(today),
    )
    return told(warnings, by_report)


def late(by_report: IntoFrameT, period: str) -> IntoFrameT:
    """迟报: a report of ``period`` that first came after the due day.

    One row per report expected (``reporting_board.by_report``); a project's is late when nobody's
    came in time. ``was_text`` is the due day, ``now_text`` the day it came.
    """
    came_late = (nw.col(Reports.PERIOD) == period) & (nw.col(Counted.LATE) == 1)
    warnings = raised(
        lazy(by_report).filter(came_late),
        Warned.LATE,
        period,
        of_unit=True,
        was_text=nw.col(Counted.DUE_ON),
        now_text=nw.col(Submissions.RECEIVED_ON),
    )
    return told(warnings, by_report)
