"""Column names every room agrees on. A column is spelled here and nowhere else."""

from enum import StrEnum


class Projects(StrEnum):
    """Columns of the projects table (项目库). One row per project."""

    ID = "project_id"
    NAME = "project_name"
    ALSO_CALLED = "also_called"
    PHASE = "phase"
    TOTAL_YUAN = "total_investment_yuan"  # empty: the plan does not disclose it
    CHAIN = "chain"  # empty: tied to no chain
    CHAIN_BASIS = "chain_basis"
    CHAIN_SOURCE = "chain_source"
    RESPONSIBLE_UNITS = "responsible_units"  # joined by 、; empty: the units of the source task
    LEADER = "leader"
    SERVICE_OFFICER = "service_officer"
    PLANNED_START = "planned_start"
    PLANNED_FINISH = "planned_finish"
    YEAR_PLAN_YUAN = "year_plan_yuan"
    SOURCE_TASK = "source_task_id"
    SOURCE = "source_sentence"
    REMARK = "remark"


class Tasks(StrEnum):
    """Columns of the tasks table (任务台账). One row per task."""

    ID = "task_id"
    SECTION = "section"
    NAME = "task_name"
    MEASURES = "measures"  # joined by ；
    RESPONSIBLE_UNITS = "responsible_units"  # joined by 、, in the order of the plan
    LEAD_UNIT = "lead_unit"  # empty: the plan names no lead
    DUE = "due"  # as written: a month, a day or 长期; empty: none stated
    SOURCE = "source_sentence"
    FULL_TEXT = "full_text"
    REMARK = "remark"


class Assignments(StrEnum):
    """Columns of the assignments table. One row per task and responsible unit."""

    TASK_ID = "task_id"
    RESPONSIBLE_UNIT = "responsible_unit"
    POSITION = "position"  # 1 for the unit named first on its line
    CAPACITY = "capacity"


class Reports(StrEnum):
    """Columns of the reports table (进展). One row per item, period and responsible unit."""

    PERIOD = "period"  # text, 2026-10
    KIND = "item_kind"
    ITEM_ID = "item_id"
    ITEM_NAME = "item_name"
    RESPONSIBLE_UNIT = "responsible_unit"
    PERCENT_PPM = "percent_done_ppm"  # millionths: 61.5 % is 615000
    DONE_TOTAL_YUAN = "done_total_yuan"  # cumulative since the start of the project
    YEAR_PLAN_YUAN = "year_plan_yuan"
    DONE_YTD_YUAN = "done_ytd_yuan"  # cumulative since January
    PROGRESS = "progress_text"
    PROBLEM = "problem_text"
    PROBLEM_TYPE = "problem_type"
    COORDINATION = "coordination"
    NEXT_STEP = "next_step"
    REMARK = "remark"
    REPORTER = "reporter"
    VERSION = "version"  # of the ledger; 0 for a row that is not committed yet


class Submissions(StrEnum):
    """Columns the table of submissions has beside those of ``Reports``, with the same key."""

    FIRST_VERSION = "first_version"  # of the ledger, that brought the report
    LAST_VERSION = "last_version"  # of the ledger, that corrected it last
    UPLOADS = "uploads"  # how many hold it; more than one is a correction
    RECEIVED_ON = "received_on"  # text, 2026-09-24: the day it first came


class Moves(StrEnum):
    """Columns of the table of moved targets. One row per move, all of them text."""

    PROJECT_ID = "project_id"
    COLUMN = "column"  # one of TARGETS
    WAS = "was"  # an amount as whole 元; empty: not stated
    NOW = "now"
    REASON = "reason"
    PERIOD = "period"  # the month of the day it was moved, 2026-10


class Problems(StrEnum):
    """Columns of the table of problems (问题台账) as of a day. One row per problem."""

    NUMBER = "problem_number"
    KIND = "item_kind"  # empty: about no project and no task
    ITEM_ID = "item_id"
    TYPE = "problem_type"
    OWNER = "owner_unit"
    DUE_ON = "due_on"  # text, 2026-12-31; empty: no day set
    RAISED_ON = "raised_on"
    CLOSED_ON = "closed_on"  # empty: open
    DAYS_OPEN = "days_open"  # until it was closed, else until the day
    DAYS_OVERDUE = "days_overdue"  # of an open one after its due day, else 0
    REOPENED = "times_reopened"


class ItemKind(StrEnum):
    """What a report is about, spelled as offices spell it."""

    PROJECT = "项目"
    TASK = "任务"


class ChainBasis(StrEnum):
    """What ties a project to an industry chain (归链依据)."""

    STATED = "计划原文"
    INFERRED = "推断"
    UNASSIGNED = "未归链"


class Capacity(StrEnum):
    """How a responsible unit carries a task."""

    LEAD = "lead"  # 牵头: an uploaded task table says so
    FIRST_NAMED = "first_named"  # 首位: named first, which the plan does not call leading
    JOINT = "joint"


class Phase(StrEnum):
    """How far a project is, in the order of its life."""

    PLANNED = "谋划"
    STARTING = "新开工"
    UNDER_WAY = "在建"
    FINISHED = "竣工"


JOINED = "、"

# What a plan promises of a project; moving one needs a reason.
TARGETS = (Projects.TOTAL_YUAN, Projects.YEAR_PLAN_YUAN, Projects.PLANNED_FINISH)
