"""Names of the numbers that metrics compute, spelled once."""

from enum import StrEnum


class Counted(StrEnum):
    """Columns of metric tables that no source table has."""

    PROJECTS = "projects"
    UNDISCLOSED = "undisclosed_projects"
    STATED_YUAN = "stated_yuan"
    INFERRED_YUAN = "inferred_yuan"
    DONE_PROJECTS = "projects_with_done_total"
    PERCENT_DONE = "percent_done"
    SPREAD_POINTS = "spread_points"
    UNITS_REPORTED = "units_reported"
    COMPLETION_PERCENT = "completion_percent"  # 投资完成率
    JUDGED_PERCENT = "judged_percent"  # 投资完成率 where there is a year plan, else percent done
    SCHEDULE_PERCENT = "schedule_percent"  # 序时进度
    GAP_POINTS = "gap_points"  # 百分点
    LIGHT = "light"
    REPORTED_PERIOD = "reported_period"
    IS_CURRENT = "is_current"
    TASKS = "tasks"
    LED = "led_tasks"
    FIRST_NAMED = "first_named_tasks"
    JOINT = "joint_tasks"
    EXPECTED = "expected_reports"
    RECEIVED = "received_reports"
    MISSING = "missing_reports"
    REPORTING_PERCENT = "reporting_percent"
    SUBJECT = "subject"
    REPORTS = "reports"
