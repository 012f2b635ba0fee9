"""The progress sheet to download and fill in: one row for every report that is expected."""

from collections.abc import Iterator, Mapping

from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.plan import Plan
from ingest.aliases import PROGRESS, Column
from ingest.context import Item
from ingest.separated import separated


def template(
    plan: Plan,
    registry: Mapping[str, Item],
    period: Period,
    responsible_unit: str | None = None,
) -> bytes:
    """Return the sheet as CSV in UTF-8 with a byte order mark, as Excel and WPS open it.

    A task has one row per responsible unit, a project one with its first unit; units stand in
    the order of the plan. With ``responsible_unit`` only that unit's rows.
    """
    rows: list[list[str]] = []
    for item, unit in expected_rows(plan, registry, responsible_unit):
        filled: dict[str, str] = {
            Reports.PERIOD: month_text(period),
            Reports.KIND: item.kind.value,
            Reports.ITEM_ID: item.item_id,
            Reports.ITEM_NAME: item.name,
            Reports.RESPONSIBLE_UNIT: unit,
        }
        rows.append([filled.get(column.name, "") for column in PROGRESS])
    return separated([template_header(column) for column in PROGRESS], rows)


def month_text(period: Period) -> str:
    """Spell a month so that a spreadsheet leaves it alone; Excel turns 2026-10 into Oct-26.

    >>> month_text(Period(2026, 10))
    '2026年10月'
    """
    return f"{period.year}年{period.month}月"


def template_header(column: Column) -> str:
    """Return the heading of a column, with its measure and a star where it must be filled in."""
    if column.name == Reports.KIND:
        return f"{column.header}(项目/任务)*"
    measure = "(亿元)" if column.money else "(%)" if column.name == Reports.PERCENT_PPM else ""
    return f"{column.header}{measure}{'*' if column.required else ''}"


def expected_rows(
    plan: Plan, registry: Mapping[str, Item], only: str | None
) -> Iterator[tuple[Item, str]]:
    """List the reports that are expected, as (item, responsible unit), units in the plan's order.

    A task is reported by each of its units, a project by its first; with ``only`` that unit's.
    """
    for unit in plan.unit_names:
        for item in sorted(registry.values(), key=lambda one: one.kind is ItemKind.TASK):
            units = item.responsible_units
            reporting = units if item.kind is ItemKind.TASK else units[:1]
            if unit in reporting and only in (None, unit):
                yield item, unit
