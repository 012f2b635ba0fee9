"""What can be wrong with a sheet: E stops the file, W is read first, N is only said."""

from enum import StrEnum

from domain.findings import Finding, Severity
from ingest.characters import visible

_SHOWN = 80  # characters of a cell that a finding carries


class Code(StrEnum):
    """One kind of doubt; its sentence is ``finding.<code>`` in the catalogues."""

    E_EMPTY_FILE = "E_EMPTY_FILE"
    E_FILE_TYPE = "E_FILE_TYPE"
    E_FILE_TOO_LARGE = "E_FILE_TOO_LARGE"
    E_ENCODING = "E_ENCODING"
    E_NO_HEADER = "E_NO_HEADER"
    E_NO_ROWS = "E_NO_ROWS"
    E_MISSING_COLUMN = "E_MISSING_COLUMN"
    E_DUPLICATE_COLUMN = "E_DUPLICATE_COLUMN"
    E_TOO_MANY_ROWS = "E_TOO_MANY_ROWS"
    E_TOO_MANY_COLUMNS = "E_TOO_MANY_COLUMNS"
    E_CSV_QUOTE = "E_CSV_QUOTE"
    E_RAGGED_ROW = "E_RAGGED_ROW"
    E_XLSX_UNSAFE = "E_XLSX_UNSAFE"
    E_XLSX_CORRUPT = "E_XLSX_CORRUPT"
    E_XLSX_ENCRYPTED = "E_XLSX_ENCRYPTED"
    E_MACRO = "E_MACRO"
    E_MULTIPLE_SHEETS = "E_MULTIPLE_SHEETS"
    E_READING_STOPPED = "E_READING_STOPPED"
    E_SHEET_CHOICE = "E_SHEET_CHOICE"
    E_FORBIDDEN = "E_FORBIDDEN"
    E_FORBIDDEN_UNIT = "E_FORBIDDEN_UNIT"
    E_FORBIDDEN_TABLE = "E_FORBIDDEN_TABLE"
    E_FORBIDDEN_MONTH = "E_FORBIDDEN_MONTH"
    E_PERIOD = "E_PERIOD"
    E_PERIOD_AMBIGUOUS = "E_PERIOD_AMBIGUOUS"
    E_PERIOD_FUTURE = "E_PERIOD_FUTURE"
    E_PERIOD_RANGE = "E_PERIOD_RANGE"
    E_KIND = "E_KIND"
    E_KIND_MISMATCH = "E_KIND_MISMATCH"
    E_MISSING_ID = "E_MISSING_ID"
    E_UNKNOWN_ID = "E_UNKNOWN_ID"
    E_MISSING_UNIT = "E_MISSING_UNIT"
    E_UNKNOWN_UNIT = "E_UNKNOWN_UNIT"
    E_NUMBER = "E_NUMBER"
    E_PERCENT_RANGE = "E_PERCENT_RANGE"
    E_PERCENT_AMBIGUOUS = "E_PERCENT_AMBIGUOUS"
    E_INVEST_RANGE = "E_INVEST_RANGE"
    E_EXCEL_ERROR = "E_EXCEL_ERROR"
    E_FORMULA_NO_VALUE = "E_FORMULA_NO_VALUE"
    E_MERGED_VALUE = "E_MERGED_VALUE"
    E_CONTROL_CHAR = "E_CONTROL_CHAR"
    E_BIDI_CHAR = "E_BIDI_CHAR"
    E_CELL_TOO_LONG = "E_CELL_TOO_LONG"
    E_DUPLICATE_ROW = "E_DUPLICATE_ROW"
    E_GARBLED_KEY = "E_GARBLED_KEY"
    E_CURRENCY = "E_CURRENCY"
    E_DUPLICATE_ID = "E_DUPLICATE_ID"  # project and task tables, as all that follow an E here
    E_MISSING_NAME = "E_MISSING_NAME"
    W_MISSING_VALUE = "W_MISSING_VALUE"
    W_MISSING_COLUMN = "W_MISSING_COLUMN"
    W_UNKNOWN_COLUMN = "W_UNKNOWN_COLUMN"
    W_REGRESS_PERCENT = "W_REGRESS_PERCENT"
    W_REGRESS_INVEST = "W_REGRESS_INVEST"
    W_INVEST_OVER_TOTAL = "W_INVEST_OVER_TOTAL"
    W_PLAN_OVER_TOTAL = "W_PLAN_OVER_TOTAL"
    W_NAME_MISMATCH = "W_NAME_MISMATCH"
    W_UNIT_MISMATCH = "W_UNIT_MISMATCH"
    W_ID_FILLED = "W_ID_FILLED"
    W_OVERWRITES = "W_OVERWRITES"
    W_DUPLICATE_IDENTICAL = "W_DUPLICATE_IDENTICAL"
    W_SKIPPED_ROW = "W_SKIPPED_ROW"
    W_INVISIBLE_CHAR = "W_INVISIBLE_CHAR"
    W_CONTROL_CHAR = "W_CONTROL_CHAR"
    W_FORMULA = "W_FORMULA"
    W_FORMULA_TEXT = "W_FORMULA_TEXT"
    W_HIDDEN_ROWS = "W_HIDDEN_ROWS"
    W_SHEET_IGNORED = "W_SHEET_IGNORED"
    W_EXTERNAL_LINK = "W_EXTERNAL_LINK"
    W_SCIENTIFIC = "W_SCIENTIFIC"
    W_PERIOD_FORMAT = "W_PERIOD_FORMAT"
    W_PERIOD_SERIAL = "W_PERIOD_SERIAL"
    W_PERSONAL_INFO = "W_PERSONAL_INFO"
    W_PRIVATE_USE = "W_PRIVATE_USE"
    W_GARBLED = "W_GARBLED"
    W_YTD_OVER_TOTAL = "W_YTD_OVER_TOTAL"
    W_ID_FROM_SERIAL = "W_ID_FROM_SERIAL"
    W_MONEY_MEASURE = "W_MONEY_MEASURE"
    W_UNKNOWN_CHAIN = "W_UNKNOWN_CHAIN"
    W_UNKNOWN_PHASE = "W_UNKNOWN_PHASE"
    W_CHAIN_BASIS = "W_CHAIN_BASIS"
    W_UNKNOWN_TASK = "W_UNKNOWN_TASK"
    W_TOTAL_MISMATCH = "W_TOTAL_MISMATCH"
    W_COUNT_MISMATCH = "W_COUNT_MISMATCH"
    W_CONTINUED_ROW = "W_CONTINUED_ROW"
    W_NUMBER_ONLY = "W_NUMBER_ONLY"
    W_PERIOD_FROM_TITLE = "W_PERIOD_FROM_TITLE"
    W_MEASURE_SUSPECT = "W_MEASURE_SUSPECT"
    W_TOTAL_SUSPECT = "W_TOTAL_SUSPECT"
    W_PART_MISMATCH = "W_PART_MISMATCH"
    W_PARTS_MISMATCH = "W_PARTS_MISMATCH"
    W_PART_OVER_TOTAL = "W_PART_OVER_TOTAL"
    W_DATE_SERIAL = "W_DATE_SERIAL"
    W_YEARS = "W_YEARS"
    W_ANOTHER_TABLE = "W_ANOTHER_TABLE"
    W_ID_FROM_GROUP = "W_ID_FROM_GROUP"
    W_ID_IS_SERIAL = "W_ID_IS_SERIAL"
    W_APPROXIMATE = "W_APPROXIMATE"
    W_ROWS_REMOVED = "W_ROWS_REMOVED"
    W_MOST_REMOVED = "W_MOST_REMOVED"
    W_PERIOD_OTHER = "W_PERIOD_OTHER"
    W_PROBLEM_TYPE = "W_PROBLEM_TYPE"
    W_TASK_YEAR_PLAN = "W_TASK_YEAR_PLAN"
    N_SHEET_EMPTY = "N_SHEET_EMPTY"
    N_SHEET_HIDDEN = "N_SHEET_HIDDEN"
    N_SHEET_VERY_HIDDEN = "N_SHEET_VERY_HIDDEN"
    N_SHEET_NOT_SHOWN = "N_SHEET_NOT_SHOWN"
    N_COLUMN_NOT_KEPT = "N_COLUMN_NOT_KEPT"
    N_ROUNDED = "N_ROUNDED"
    N_MERGED_TEXT = "N_MERGED_TEXT"
    N_ROW_BLANK = "N_ROW_BLANK"

    @property
    def severity(self) -> Severity:
        """How much this code weighs; its first letter says so."""
        return {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}[self[0]]


class SheetRefusedError(Exception):
    """The file as a whole cannot be read; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.code for finding in findings))
        self.findings = findings


def found(
    code: Code,
    row: int | None = None,
    column: str | None = None,
    value: str = "",
    *,
    sheet: str | None = None,
    **more: str,
) -> Finding:
    """Build a finding; a long value is cut, for a sentence is read and not scrolled.

    What nobody sees in a value is quoted as a mark.

    >>> found(Code.E_KIND, 3, "类别", "其他").severity.value
    'error'
    """
    shown = visible(value[:_SHOWN]) + ("…" if len(value) > _SHOWN else "")
    seen = {name: visible(text) for name, text in more.items()}
    return Finding(code.value, code.severity, row, column, shown, sheet, seen)
