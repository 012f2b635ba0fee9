"""The columns of the project sheet of the ledger."""

from collections.abc import Iterator

from domain.columns import Projects, Reports
from export.workbooks.about import About
from export.workbooks.cells import Entry, money_in
from export.workbooks.item_columns import progress_columns, serial, word_columns
from export.workbooks.kept_columns import entries_of, kept_column
from export.workbooks.layout import Column
from export.workbooks.standing import Standings
from ingest.context import registry_of
from ingest.report import SheetKind

_KIND = SheetKind.PROJECTS
_NOT_PRINTED = (
    Projects.REMARK,
    Projects.ALSO_CALLED,
    Projects.RESPONSIBLE_UNITS,
    Projects.YEAR_PLAN_YUAN,
    Projects.CHAIN_BASIS,
    Projects.CHAIN_SOURCE,
    Projects.SOURCE_TASK,
    Projects.SOURCE,
)
_CHAIN_WIDTHS, _PHASE_WIDTHS = {"zh": 12, "en": 17}, {"zh": 7, "en": 12}


def project_columns(about: About, there: Standings) -> tuple[Column, ...]:
    """Return one entry per project, in the order of the table of projects."""
    table, t = about.board.projects, about.t
    ids = [str(entry) for entry in entries_of(table, Projects.ID)]
    money, times = t("workbook.group_money"), t("workbook.group_times")
    kept = t("workbook.group_kept_projects")
    return (
        serial(len(ids), t),
        kept_column(table, _KIND, Projects.ID, about, width=7),
        kept_column(table, _KIND, Projects.NAME, about, width=19, left=True),
        kept_column(table, _KIND, Projects.CHAIN, about, width=_CHAIN_WIDTHS[t.language]),
        kept_column(table, _KIND, Projects.PHASE, about, width=_PHASE_WIDTHS[t.language]),
        Column(t("workbook.reporting_unit"), _reporting_units(about, ids), width=12),
        kept_column(table, _KIND, Projects.LEADER, about, width=8),
        kept_column(table, _KIND, Projects.SERVICE_OFFICER, about, width=8),
        kept_column(table, _KIND, Projects.TOTAL_YUAN, about, group=money, width=9.5),
        *_reported_money(about, there, ids, money),
        *progress_columns(about, there, ids, completion=True),
        *word_columns(there, ids, t),
        kept_column(table, _KIND, Projects.PLANNED_START, about, group=times, width=9),
        kept_column(table, _KIND, Projects.PLANNED_FINISH, about, group=times, width=9),
        *(
            kept_column(table, _KIND, name, about, group=kept, width=14, printed=False, left=True)
            for name in _NOT_PRINTED
        ),
    )


def _reporting_units(about: About, ids: list[str]) -> list[Entry]:
    """Return the unit that is expected to report each project: the first of its units."""
    registry = registry_of(about.board.projects, about.board.tasks)
    return [next(iter(registry[item_id].responsible_units), None) for item_id in ids]


def _reported_money(about: About, there: Standings, ids: list[str], group: str) -> Iterator[Column]:
    t = about.t
    named = (
        (Reports.YEAR_PLAN_YUAN, t("workbook.year_plan")),
        (Reports.DONE_YTD_YUAN, t("column.done_ytd_yuan")),
        (Reports.DONE_TOTAL_YUAN, t("column.done_total_yuan")),
    )
    for column, heading in named:
        amounts = [there.figure(item_id, column) for item_id in ids]
        yield Column(heading, amounts, money_in(t), group, 11, summed=True)
