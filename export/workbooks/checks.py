"""What a template checks while it is filled in: ranges, lengths, a list, sums that go back."""

from collections.abc import Mapping, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from domain.columns import Reports
from domain.problems import ProblemType
from export.workbooks.asked_columns import Asked, Role
from export.workbooks.cells import Shown, put_formula
from export.workbooks.layout import Placed
from ingest.aliases import column_named
from ingest.context import Limits
from ingest.report import SheetKind
from texts import Texts

_GROWING = (Reports.PERCENT_PPM, Reports.DONE_TOTAL_YUAN, Reports.DONE_YTD_YUAN)
_BACK = PatternFill("solid", bgColor="FFFFC7A0")
_FULL = "100"


def add_checks(sheet: Worksheet, columns: Sequence[Asked], placed: Placed, t: Texts) -> None:
    """Add the data validation of each input column, and colour what goes back behind last time."""
    letters = _letters(columns)
    for asked in columns:
        if asked.role is Role.INPUT and placed.last >= placed.first:
            letter = letters[Role.INPUT, asked.name]
            check = _check(asked, f"{letter}{placed.first}", t)
            check.add(_range(letter, placed))
            sheet.add_data_validation(check)
    for name in _GROWING:
        last, now = letters[Role.LAST, name], letters[Role.INPUT, name]
        back = _is_back(f"${last}{placed.first}", f"${now}{placed.first}")
        rule = Rule("expression", dxf=DifferentialStyle(fill=_BACK), formula=[back])
        if placed.last >= placed.first:
            sheet.conditional_formatting.add(_range(now, placed), rule)


def hints(
    sheet: Worksheet, columns: Sequence[Asked], placed: Placed, t: Texts
) -> dict[tuple[str, str], str]:
    """Write the formula of each row that says what is missing; return what they say now."""
    letters = _letters(columns)
    number = next(place for place, one in enumerate(columns, 1) if one.role is Role.HINT)
    said: dict[tuple[str, str], str] = {}
    for row in range(placed.first, placed.last + 1):
        cell = sheet.cell(row, number)
        put_formula(cell, _hint(letters, row, t), Shown.TEXT)
        cell.number_format = "General"
        percent = sheet[f"{letters[Role.INPUT, Reports.PERCENT_PPM]}{row}"].value
        said[sheet.title, cell.coordinate] = t("template.not_filled") if percent is None else ""
    return said


def _hint(letters: Mapping[tuple[Role, str], str], row: int, t: Texts) -> str:
    percent = f"{letters[Role.INPUT, Reports.PERCENT_PPM]}{row}"
    words = f"{letters[Role.INPUT, Reports.PROGRESS]}{row}"
    back = "&".join(
        f"IF({_is_back(f'{letters[Role.LAST, name]}{row}', f'{letters[Role.INPUT, name]}{row}')},"
        f'"{t(f"template.back_{name}")}","")'
        for name in _GROWING
    )
    half = f"AND(ISNUMBER({percent}),{percent}>0,{percent}<1)"  # pasted: no check saw it
    said = f'"{t("template.no_percent")}",IF({half},"{t("template.half_percent")}","")'
    missing = f'IF({percent}="",{said})'
    return f'=IF(AND({percent}="",{words}=""),"{t("template.not_filled")}",{missing}&{back})'


def _is_back(last: str, now: str) -> str:
    return f"AND(ISNUMBER({last}),ISNUMBER({now}),{now}<{last})"


def _check(asked: Asked, first: str, t: Texts) -> DataValidation:
    """Return the check of a column whose ``first`` cell a formula speaks of."""
    name = Reports(asked.name)
    heading = column_named(SheetKind.PROGRESS, name).header
    if name is Reports.PERCENT_PPM:
        check = DataValidation("custom", formula1=_is_percent(first))
        return _said(check, heading, "percent", t)
    if asked.column.shown is Shown.YI:
        check = DataValidation("decimal", formula1="0", operator="greaterThanOrEqual")
        return _said(check, heading, "money", t)
    if name is Reports.PROBLEM_TYPE:
        check = DataValidation("list", formula1=f'"{",".join(ProblemType)}"')
        check.errorStyle = "warning"  # an upload keeps another one as typed, and says so
        return _said(check, heading, "problem", t)
    limits = Limits()
    most = limits.max_person if name is Reports.REPORTER else limits.max_text
    check = DataValidation("textLength", formula1=str(most), operator="lessThanOrEqual")
    return _said(check, heading, "length", t, most=most)


def _is_percent(cell: str) -> str:
    """Say what an upload takes for a percentage: between 0 and 1 only with its sign.

    A number between 0 and 1 is refused there, since 0.65 may mean 65 % as well.
    """
    number = f"VALUE({cell})"
    signed = f"AND({number}>=0,{number}<=1)"
    plain = f"OR({number}=0,AND({number}>=1,{number}<={_FULL}))"
    return f'IFERROR(IF(RIGHT({cell},1)="%",{signed},{plain}),FALSE)'


def _said(
    check: DataValidation, heading: str, kind: str, t: Texts, **more: object
) -> DataValidation:
    check.allow_blank = True
    check.showErrorMessage = True
    check.errorTitle = heading
    check.error = t(f"template.check_{kind}", **more)
    if kind != "length":
        check.showInputMessage = True
        check.promptTitle = heading
        check.prompt = t(f"template.prompt_{kind}")
    return check


def _letters(columns: Sequence[Asked]) -> dict[tuple[Role, str], str]:
    return {
        (asked.role, asked.name): get_column_letter(number)
        for number, asked in enumerate(columns, 1)
    }


def _range(letter: str, placed: Placed) -> str:
    return f"{letter}{placed.first}:{letter}{placed.last}"
