"""Names of the numbers that metrics compute, spelled once."""

from enum import StrEnum


class Counted(StrEnum):
    """Columns of metric tables that no source table has."""

    PROJECTS = "projects"
    UNDISCLOSED = "undisclosed_projects"
    STATED_YUAN = "stated_yuan"
    INFERRED_YUAN = "inferred_yuan"
    DONE_DISCLOSED_YUAN = "done_of_disclosed_yuan"  # of projects whose total is known
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
    MISSING_PERCENT = "missing_percent"  # of the expected reports
    RANK = "rank"  # 1 for the first
    SHARE_PERCENT = "share_percent"  # of the disclosed total
    LARGEST = "largest"  # which group of the largest projects
    YEAR_PLANS = "projects_with_year_plan"
    NOT_DUE_PLANS = "projects_not_due_to_begin"  # of those with a year plan
    OVER_PLANS = "projects_over_year_plan"  # likewise
    REPORTED_PROJECTS = "reported_projects"
    PLANNED_YUAN = "planned_yuan"  # 序时进度 × 年度计划
    PLANNED_REPORTED_YUAN = "planned_yuan_of_reported_projects"
    SUBJECT = "subject"
    LOW_PERCENT = "low_percent"  # the lower quartile of many
    HIGH_PERCENT = "high_percent"
    REPORTS = "reports"
    START_PERIOD = "planned_start_period"  # read from what the cell of the planned start says
    BEGINS_IN_YEAR = "begins_in_year"  # 1: planned to, after January and not later than the month
    DUE_PERIOD = "due_period"  # the month a task is due, read from what its cell says
    DONE_TASKS = "done_tasks"
    OVERDUE = "overdue_tasks"
    UNDER_WAY = "tasks_under_way"
    DONE_OF_PROJECTS = "done_projects"
    OVERDUE_PROJECTS = "overdue_projects"
    PROJECTS_UNDER_WAY = "projects_under_way"
    PROJECTS_BEFORE_START = "projects_before_start"  # 未到开工时间
    OTHER_UNIT = "other_unit"
    SHARED = "shared_tasks"
    ITEMS = "items"
    REPORTED_MONTHS = "reported_months"
    PACE = "points_a_month"
    SLOW_PACE = "slow_points_a_month"
    FAST_PACE = "fast_points_a_month"
    BEFORE_YUAN = "before_yuan"
    AFTER_YUAN = "after_yuan"
    CHANGE_YUAN = "change_yuan"
    STEP = "step"
    COUNTED_FROM = "counted_from_period"  # of an amount carried over from an earlier month
    COUNTED_TO = "counted_to_period"
    LIGHT_BEFORE = "light_before"
    LIGHT_AFTER = "light_after"
    EARLIEST = "earliest_finish_month"  # months are counted from year 0, as Period.index does
    LIKELY = "likely_finish_month"
    LATEST = "latest_finish_month"
    YEAR_END = "year_end_percent"  # of a task at its own pace, which begins anew in January
    YEAR_END_LOW = "year_end_percent_at_slow_pace"
    YEAR_END_HIGH = "year_end_percent_at_fast_pace"
    PLANNED_PERIOD = "planned_finish_period"
    MONTHS_OVERDUE = "months_overdue"  # since the month due, of what is not done
    BEFORE = "before"  # the month before a month
    DUE_ON = "due_on"  # the day the reports of a month are due, text 2026-09-25
    LATE = "late_reports"
    OUTSTANDING = "outstanding_reports"  # not received, and not due yet
    SAME_AS_LAST = "same_as_last_reports"
    CORRECTED = "corrected_reports"
    ON_TIME = "on_time_reports"
    ON_TIME_PERCENT = "on_time_percent"
    OWED = "owed_reports"  # missing or still to come
    DAYS_LEFT = "days_left"  # to the due day; negative once it is over
    STATE = "state"
    BEHIND = "projects_behind"  # with a red or a yellow light
    NODES = "nodes_due"  # starts and finishes
    NODES_PAST = "nodes_past"  # of them those whose month is over
    TIED_UNITS = "tied_units"  # that share a rank
    UNITS_BELOW = "units_below"
    IS_LAST = "is_last"  # 1: among the last three


class Raised(StrEnum):
    """Columns of every table of warnings, beside item, unit and period.

    What the evidence means is said by each rule; where a rule has none of a kind it is empty.
    """

    RULE = "rule"
    SEVERITY = "severity"
    FIGURE = "figure"  # the column that ``was`` and ``now`` are of
    WAS = "was"
    NOW = "now"
    WAS_TEXT = "was_text"
    NOW_TEXT = "now_text"
    REASON = "reason"
    THRESHOLD = "threshold"


class Troubled(StrEnum):
    """Columns of tables that count problems of the ledger (问题台账)."""

    RAISED = "raised_problems"
    OPEN = "open_problems"
    OVERDUE = "overdue_problems"  # of the open ones
    CLOSED = "closed_problems"
    REOPENED = "reopened_problems"  # of all, those opened again at least once
    CLOSED_PERCENT = "closed_percent"  # 销号率: closed ÷ raised
    LONGEST_DAYS = "longest_days_open"  # of the open ones
    BAND = "age_band"  # 账龄
    FROM_DAYS = "from_days"
    TO_DAYS = "to_days"  # both included
