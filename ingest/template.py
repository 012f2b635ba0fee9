"""The progress sheet to download and fill in: one row for every report that is expected."""

import csv
import io
from collections.abc import Iterator, Mapping

from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.plan import Plan
from ingest.aliases import PROGRESS, Column
from ingest.characters import escaped
from ingest.context import Item


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
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([_header(column) for column in PROGRESS])
    for item, unit in _expected(plan, registry, responsible_unit):
        filled: dict[str, str] = {
            Reports.PERIOD: f"{period.year}年{period.month}月",  # Excel turns 2026-10 into Oct-26
            Reports.KIND: item.kind.value,
            Reports.ITEM_ID: item.item_id,
            Reports.ITEM_NAME: item.name,
            Reports.RESPONSIBLE_UNIT: unit,
        }
        writer.writerow([escaped(filled.get(column.name, "")) for column in PROGRESS])
    return sheet.getvalue().encode("utf-8-sig")


def _header(column: Column) -> str:
    if column.name == Reports.KIND:
        return f"{column.header}(项目/任务)*"
    measure = "(亿元)" if column.money else "(%)" if column.name == Reports.PERCENT_PPM else ""
    return f"{column.header}{measure}{'*' if column.required else ''}"


def _expected(
    plan: Plan, registry: Mapping[str, Item], only: str | None
) -> Iterator[tuple[Item, str]]:
    for unit in plan.unit_names:
        for item in sorted(registry.values(), key=lambda one: one.kind is ItemKind.TASK):
            units = item.responsible_units
            reporting = units if item.kind is ItemKind.TASK else units[:1]
            if unit in reporting and only in (None, unit):
                yield item, unit
