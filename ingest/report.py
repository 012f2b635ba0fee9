"""What reading a sheet gives: a typed table, where each row came from, and every doubt."""

from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from domain.findings import Finding, Severity
from ingest.origin import Origin, Sample, Sureness
from ingest.skipped import Skipped
from ingest.stated import NOTHING_STATED, Stated
from ingest.tables import RawTable


class SheetKind(StrEnum):
    """The three kinds of sheets, told apart by their headers."""

    PROGRESS = "progress"
    PROJECTS = "projects"
    TASKS = "tasks"


class Verdict(StrEnum):
    """What may be done with the file as a whole."""

    ACCEPT = "accept"
    ACCEPT_WITH_WARNINGS = "accept_with_warnings"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """How one header was understood; ``column`` is None when it was not."""

    position: int  # 1 for the first column of the sheet
    typed: str
    column: str | None = None
    standard: str | None = None
    measure: str | None = None  # 亿元, 万元, 元 or %


@dataclass(frozen=True, slots=True)
class Report:
    """A sheet as understood. One frame row per kept sheet row, in the order of the sheet.

    The columns of ``frame`` are those of ``Reports``, ``Projects`` or ``Tasks``: text with None
    for an empty cell, money in 元 and percentages in millionths as ``Int64``. ``table`` is the
    sheet as it stands, to be given back with its cells marked. Without a header, ``headers`` are
    those of the likeliest row, none of them understood, for a mapping by hand.
    """

    origin: Origin
    kind: SheetKind | None
    frame: pd.DataFrame
    rows: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    headers: tuple[HeaderCell, ...] = ()
    header_rows: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    illustrative: bool = False
    groups: tuple[str | None, ...] = ()  # headings of groups above each frame row
    notes: tuple[str, ...] = ()  # notes and sign-offs below the header, row by row
    choices: tuple[str, ...] = ()  # worksheets that could be read, the proposed one first
    hidden: tuple[str, ...] = ()  # worksheets that Excel does not show, read or not
    totals_agreed: int = 0  # totals that agree with their rows, where every one of them does
    stated: Stated = NOTHING_STATED  # area, period, measure and number in titles and notes
    skipped: tuple[Skipped, ...] = ()  # worksheets that were not read
    samples: tuple[Sample, ...] = ()  # names in the encoding taken, then in the other ones
    table: RawTable | None = field(default=None, repr=False, compare=False)

    @property
    def filename(self) -> str:
        """The uploaded name as a label: no path, no control characters, cut to length."""
        return self.origin.filename

    @property
    def encoding(self) -> str:
        """``utf-8-sig``, ``utf-8``, ``gb18030``, ``utf-16``, ``xlsx``, ``xls`` or nothing."""
        return self.origin.encoding

    @property
    def sureness(self) -> Sureness | None:
        """How the encoding is known."""
        return self.origin.sureness

    @property
    def delimiter(self) -> str | None:
        """What separates the cells; None for a workbook."""
        return self.origin.delimiter

    @property
    def sheet(self) -> str | None:
        """The worksheet that was read; None for a text file."""
        return self.origin.sheet

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the file."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings to read before committing."""
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def verdict(self) -> Verdict:
        """The file is taken whole or not at all."""
        if self.errors:
            return Verdict.REJECT
        return Verdict.ACCEPT_WITH_WARNINGS if self.warnings else Verdict.ACCEPT

    @property
    def may_commit(self) -> bool:
        """Tell whether the table may be committed once its warnings were read."""
        return self.verdict is not Verdict.REJECT
