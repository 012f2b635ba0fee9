"""The worksheet beside a template that says how it is filled in, and what each column means."""

from openpyxl.worksheet.worksheet import Worksheet

from export.workbooks import looks
from export.workbooks.about import About
from export.workbooks.asked_columns import KEYS
from export.workbooks.cells import put, titled
from export.workbooks.layout import points_of, set_merged
from export.workbooks.paged import paged
from ingest.aliases import PROGRESS
from ingest.aliases.template import HINT, INSTRUCTIONS, LAST
from texts import LANGUAGES, Texts

_POINTS = ("fill", "rows", "percent", "money", "year_plan", "words", "checks", "upload")
_WIDTHS = (24, 10, 78)
_HEAD_POINTS, _TITLE_POINTS = 22, 32


def write_instructions(sheet: Worksheet, about: About, responsible_unit: str | None) -> None:
    """Write how the template is filled in; the reader of uploads passes this sheet over."""
    t = about.t
    titled(sheet, INSTRUCTIONS[LANGUAGES.index(t.language)])
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    set_merged(sheet, 1, 3, t("template.how_title"), looks.TITLE, height=_TITLE_POINTS)
    row = 2
    for line in _lines(about, responsible_unit):
        set_merged(sheet, row, 3, line, looks.BODY, height=points_of([(line, sum(_WIDTHS))]))
        row += 1
    if about.illustrative:
        mark = t("template.how_illustrative")
        set_merged(sheet, row, 3, mark, looks.MARK, height=_HEAD_POINTS)
        row += 1
    last = _columns(sheet, row + 1, t)
    paged(sheet, (1, 1, 2, last), (0, 3), portrait=True)
    sheet.freeze_panes = None
    sheet.protection.enable()


def _lines(about: About, responsible_unit: str | None) -> list[str]:
    t, month = about.t, about.month
    unit = responsible_unit or t("upload.all_units")
    day = about.board.plan.rulebook.at(about.period).due_day
    more = {"zone": about.zone, "unit": unit, "month": month, "day": day}
    return [t(f"template.how_{point}", **more) for point in _POINTS]


def _columns(sheet: Worksheet, row: int, t: Texts) -> int:
    """Write one row per column of the template; return the last row."""
    _row(sheet, row, (t("template.column"), t("template.must"), t("template.meaning")), head=True)
    for column in PROGRESS:
        must = t("template.yes") if column.required else ""
        row += 1
        said = "template.meaning_key" if column.name in KEYS else f"meaning.{column.name}"
        _row(sheet, row, (column.header, must, t(said)))
    for heading, meaning in ((next(iter(LAST.values()))[:2], "last"), (HINT, "hint")):
        row += 1
        _row(sheet, row, (heading, "", t(f"template.meaning_{meaning}")))
    return row


def _row(sheet: Worksheet, row: int, texts: tuple[str, str, str], *, head: bool = False) -> None:
    for number, text in enumerate(texts, 1):
        cell = sheet.cell(row, number)
        put(cell, text)
        cell.font = looks.HEAD if head else looks.BODY
        cell.border = looks.LINES
        cell.alignment = looks.LEFT if number == len(texts) and not head else looks.CENTRED
        if head:
            cell.fill = looks.HEAD_FILL
    heights = zip(texts, _WIDTHS, strict=True)
    sheet.row_dimensions[row].height = _HEAD_POINTS if head else points_of(heights)
