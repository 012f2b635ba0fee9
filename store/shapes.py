"""The three kinds of table the ledger keeps: their columns, keys and types."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.columns import Projects, Reports, Tasks

PROGRESS, PROJECTS, TASKS = "progress", "projects", "tasks"

MONEY = frozenset(
    map(
        str,
        (
            Reports.DONE_TOTAL_YUAN,
            Reports.YEAR_PLAN_YUAN,
            Reports.DONE_YTD_YUAN,
            Projects.TOTAL_YUAN,
            Projects.YEAR_PLAN_YUAN,
        ),
    )
)
INTEGERS = MONEY | {str(Reports.PERCENT_PPM)}


@dataclass(frozen=True, slots=True)
class Shape:
    """Columns in their order, those that name a row within one upload, those never empty."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    required: tuple[str, ...]


_REPORT_KEY = (str(Reports.PERIOD), str(Reports.ITEM_ID), str(Reports.RESPONSIBLE_UNIT))

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        PROGRESS: Shape(
            columns=tuple(str(name) for name in Reports if name is not Reports.VERSION),
            key=_REPORT_KEY,
            required=(*_REPORT_KEY, str(Reports.KIND)),
        ),
        PROJECTS: Shape(
            columns=tuple(map(str, Projects)),
            key=(str(Projects.ID),),
            required=(str(Projects.ID), str(Projects.NAME)),
        ),
        TASKS: Shape(
            columns=tuple(map(str, Tasks)),
            key=(str(Tasks.ID),),
            required=(str(Tasks.ID), str(Tasks.NAME)),
        ),
    }
)
