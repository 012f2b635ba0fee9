"""Opening an old XLS workbook with calamine, which a hostile file can make end the process.

So whoever serves others reads an XLS through ``store.reader``, in a process of its own.
"""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.tables import Merge, Merges, RawRow, RawTable, Visibility
from ingest.xlsx.stored import number_text
from ingest.xlsx.styles import Shown

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_SPARE_ROWS = 200  # as in a workbook of today
_SPARE_COLUMNS = 100
_MOST_MERGES = 10_000

Stored = int | float | str | bool | time | date | datetime | timedelta


def sheets_of(raw: bytes, limits: Limits) -> tuple[tuple[RawTable, ...], tuple[Finding, ...]]:
    """Return every worksheet, hidden ones too, and what is to be said about the workbook.

    Raises:
        SheetRefusedError: when it is damaged, encrypted, or carries a macro.
    """
    if _MACROS in raw:
        raise SheetRefusedError(found(Code.E_MACRO))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        kept = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        if len(kept) > limits.max_sheets:
            seen = f"{len(kept)} sheets"
            raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=seen, advice="unsafe_sheets"))
        tables = [
            _table(book.get_sheet_by_name(one.name), limits, _visibility(one.visible))
            for one in kept
        ]
    except PasswordError as problem:
        raise SheetRefusedError(found(Code.E_XLSX_ENCRYPTED)) from problem
    except (CalamineError, OSError, ValueError) as problem:
        raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value="xls")) from problem
    if not tables:
        raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value="xls"))
    return tuple(tables), ()


def text_of(stored: Stored) -> str:
    """Return a stored cell as the text a person sees there; a day without an hour is a day.

    >>> [text_of(one) for one in (1.0, 0.1 + 0.2, "区", True, datetime(2026, 10, 31))]
    ['1', '0.3', '区', 'TRUE', '2026-10-31']
    """
    if isinstance(stored, bool):
        return str(stored).upper()
    if isinstance(stored, int | float):
        return number_text(repr(stored), Shown.PLAIN, from_1904=False)
    if isinstance(stored, datetime) and stored.time() == time():
        return stored.date().isoformat()
    return str(stored)


def _table(sheet: CalamineSheet, limits: Limits, visibility: Visibility) -> RawTable:
    last_row = limits.max_rows + _SPARE_ROWS
    widest = limits.max_columns + _SPARE_COLUMNS
    stored = sheet.to_python(skip_empty_area=False, nrows=last_row)
    rows = [
        RawRow(number, tuple(text_of(cell) for cell in cells[:widest]))
        for number, cells in enumerate(stored, 1)
    ]
    merged = (sheet.merged_cell_ranges or [])[:_MOST_MERGES]
    return RawTable(
        rows=tuple(row for row in rows if row.width),
        sheet=sheet.name,
        merges=Merges(
            Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merged
        ),
        too_many_rows=sheet.total_height > last_row,
        too_many_columns=sheet.total_width > widest,
        visibility=visibility,
    )


def _visibility(state: SheetVisibleEnum) -> Visibility:
    if state is SheetVisibleEnum.Visible:
        return Visibility.SHOWN
    hidden = state is SheetVisibleEnum.Hidden
    return Visibility.HIDDEN if hidden else Visibility.VERY_HIDDEN
