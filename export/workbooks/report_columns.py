"""The columns of the sheet of reports: the headings of the template, a row per report."""

from dataclasses import replace

from domain.columns import Reports
from domain.periods import Period
from export.workbooks.about import About
from export.workbooks.kept_columns import kept_column
from export.workbooks.layout import Column
from export.workbooks.standing import reported_in
from ingest.aliases import PROGRESS
from ingest.report import SheetKind
from ingest.template import month_text

_WIDTHS = {
    Reports.PERIOD: 11,
    Reports.KIND: 6,
    Reports.ITEM_ID: 7,
    Reports.ITEM_NAME: 24,
    Reports.RESPONSIBLE_UNIT: 14,
    Reports.PROGRESS: 28,
    Reports.PROBLEM: 22,
    Reports.COORDINATION: 18,
    Reports.NEXT_STEP: 18,
    Reports.REMARK: 14,
}
_LEFT = frozenset(
    {
        Reports.ITEM_NAME,
        Reports.PROGRESS,
        Reports.PROBLEM,
        Reports.COORDINATION,
        Reports.NEXT_STEP,
        Reports.REMARK,
    }
)


def report_columns(about: About) -> tuple[Column, ...]:
    """Return one entry per report of the month; a unit's amounts are not added up."""
    table = reported_in(about.board, about.period)
    columns = (
        kept_column(
            table,
            SheetKind.PROGRESS,
            column.name,
            about,
            width=_WIDTHS.get(Reports(column.name), 10),
            left=column.name in _LEFT,
        )
        for column in PROGRESS
    )
    months, *others = columns
    return (months if about.t.language == "en" else _spelled(months), *others)


def _spelled(months: Column) -> Column:
    """Write months as an office does, so that a spreadsheet leaves them alone when retyped."""
    entries = [month_text(Period.parse(str(entry))) for entry in months.entries]
    return replace(months, entries=entries)
