"""The person's own sheet given back as a workbook, each doubtful cell coloured and explained."""

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from domain.findings import Finding, Severity
from export.workbooks.cells import put
from export.workbooks.stored import stored
from ingest.characters import without_control
from ingest.findings_text import place, sentence
from ingest.report import Report
from texts import Texts

_COLOURS = {Severity.ERROR: "F8CBAD", Severity.WARNING: "FFE699", Severity.NOTE: "DDEBF7"}
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_WIDE = 60  # of the sentence's column
_COMMENT = (90, 320)  # points of height and width
_MOST_COMMENTS = 2_000  # beyond that Excel takes long to open; the list still has every finding


def marked(report: Report, t: Texts) -> bytes:
    """Return an XLSX: the sheet as it was read, and every finding as a list on a second sheet.

    It is written anew from the texts that were read, so that no macro, link or formula of the
    uploaded file comes back. Without a table, as for a file that is no sheet, only the list.
    """
    book = Workbook()
    listed = book.active
    if not isinstance(listed, Worksheet):  # a new workbook always has one
        raise TypeError(book)
    _list(listed, report, t)
    if report.table is not None:
        sheet = book.create_sheet(t("marked.sheet"), 0)
        for row in report.table.rows:
            for position, text in enumerate(row.cells[: row.width], 1):
                put(sheet.cell(row.number, position), text)
        _mark(sheet, report, t)
        book.active = 0
    return stored(book)


def _list(sheet: Worksheet, report: Report, t: Texts) -> None:
    sheet.title = t("marked.list")
    heads = ("severity", "place", "sentence")
    for position, head in enumerate(heads, 1):
        sheet.cell(1, position, t(f"marked.{head}")).font = Font(bold=True)
    for number, finding in enumerate(report.findings, 2):
        said = (t(f"marked.{finding.severity}"), place(finding, t), sentence(finding, t))
        for position, text in enumerate(said, 1):
            put(sheet.cell(number, position), text)
        sheet.cell(number, 1).fill = _fill(finding.severity)
        sheet.cell(number, len(heads)).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in (("A", 8), ("B", _WIDE / 2), ("C", _WIDE * 1.5)):
        sheet.column_dimensions[letter].width = width


def _mark(sheet: Worksheet, report: Report, t: Texts) -> None:
    """Colour each place by its worst finding, and say all of them in its comment."""
    places: dict[tuple[int, int], list[Finding]] = {}
    for finding in report.findings:
        if finding.row is not None and finding.sheet == report.sheet:
            places.setdefault((finding.row, _position(finding, report)), []).append(finding)
    for number, ((row, position), findings) in enumerate(places.items()):
        cell = sheet.cell(row, position)
        cell.fill = _fill(min((one.severity for one in findings), key=_WEIGHT.__getitem__))
        if number < _MOST_COMMENTS:
            said = without_control("\n".join(sentence(one, t) for one in findings))
            cell.comment = Comment(said, t("marked.author"), *_COMMENT)


def _position(finding: Finding, report: Report) -> int:
    """Return the column a finding is about, the first one when it is about the whole row."""
    for cell in report.headers:
        if finding.column and finding.column in {cell.standard, cell.typed}:
            return cell.position
    return 1


def _fill(severity: Severity) -> PatternFill:
    return PatternFill("solid", start_color=_COLOURS[severity])
