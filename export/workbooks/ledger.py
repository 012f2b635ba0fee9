"""The ledger of a period as one workbook: its projects, its tasks, every report of the month."""

from openpyxl import Workbook

from domain.columns import ItemKind
from export.caption import safe_name
from export.workbooks import notes
from export.workbooks.about import About
from export.workbooks.layout import Laid, lay_out
from export.workbooks.project_columns import project_columns
from export.workbooks.report_columns import report_columns
from export.workbooks.standing import standings
from export.workbooks.stored import stored
from export.workbooks.task_columns import task_columns


def ledger_book(about: About) -> bytes:
    """Return the XLSX of a period; made twice of one version it is the same bytes.

    Amounts are in 亿元, exact to the last 元; percent is 0 to 100. The worksheets read back through
    ``ingest`` to the tables they were made of, whatever the language of their titles.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    computed: dict[tuple[str, str], float | str] = {}
    for laid in (_projects(about), _tasks(about), _reports(about)):
        computed |= lay_out(book.create_sheet(), laid).computed
    book.properties.creator = about.zone
    book.properties.title = about.titled("projects")
    return stored(book, computed)


def ledger_files(about: About) -> dict[str, bytes]:
    """Return what a pack of the period holds of the ledger, by the name of the file."""
    return {ledger_file(about): ledger_book(about)}


def ledger_file(about: About) -> str:
    """Return the name under which the workbook is kept, one that Windows allows."""
    mark = about.t("workbook.file_mark") if about.illustrative else ""
    return safe_name(about.t("workbook.file", zone=about.zone, as_of=about.reach, mark=mark))


def _projects(about: About) -> Laid:
    t, there = about.t, standings(about.board, about.period, ItemKind.PROJECT, about.t)
    columns = project_columns(about, there)
    return Laid(
        name=t("workbook.name_projects"),
        title=about.titled("projects"),
        left=about.as_of,
        right=t("workbook.measure"),
        columns=columns,
        mark=about.mark,
        same_decimals=True,
        total=t("workbook.total", count=len(about.board.projects)),
        notes=notes.of_projects(about, there),
    )


def _tasks(about: About) -> Laid:
    t, there = about.t, standings(about.board, about.period, ItemKind.TASK, about.t)
    return Laid(
        name=t("workbook.name_tasks"),
        title=about.titled("tasks"),
        left=about.as_of,
        right=t("workbook.measure_percent"),
        columns=task_columns(about, there),
        mark=about.mark,
        same_decimals=True,
        notes=notes.of_tasks(about, there),
    )


def _reports(about: About) -> Laid:
    t = about.t
    return Laid(
        name=t("workbook.name_reports"),
        title=about.titled("reports"),
        left=about.as_of,
        right=t("workbook.measure"),
        columns=report_columns(about),
        mark=about.mark,
        same_decimals=True,
        notes=notes.of_reports(about),
        kept_columns=4,
    )
