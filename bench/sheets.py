"""An office as large as a real one and the progress sheets it sends, always the same bytes."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from itertools import count, islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from domain.periods import Period
from domain.plan import Plan
from ingest.context import Limits
from store import intake
from store.intake import Sheet
from store.opening import Office, open_office

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LARGE_ROWS = 100_000
LARGE = Limits(max_rows=LARGE_ROWS)
PROJECTS = 1_250  # the project library of a large zone
HEADERS = (
    "期间",
    "类别",
    "编号",
    "名称",
    "责任单位",
    "完成进度(%)",
    "累计完成投资(亿元)",
    "工作进展",
    "存在问题",
    "填报人",
)
Row = tuple[str, ...]
_MONTHS_BACK = 80
_PROGRESS = (
    "{number}#楼完成主体施工{percent}%，正在进行设备安装调试；同步办理第{back}批竣工验收手续。"
)
_PROBLEMS = (
    "无",
    "第{back}批用地手续尚在办理，需国土部门协调",
    "{number}#楼资金到位较计划晚一个月",
)


def make_office(folder: Path) -> Office:
    """Open a ledger with the delivered plan, 1,250 more projects and one month of reports."""
    office = open_office({"PLAN_STATE": str(folder)}, ROOT, today=TODAY, at=NOW)
    _bring_in(office, Sheet(_library(office.plan).encode("utf-8-sig"), "projects.csv"))
    month = progress_rows(office, rows=PROJECTS)
    _bring_in(office, Sheet(as_csv(month), "progress.csv"))
    return office


def progress_rows(office: Office, rows: int) -> list[Row]:
    """Return rows of a progress sheet: month by month, one report per project."""
    units = office.plan.unit_names
    return list(islice(_reports(units), rows))


def as_csv(rows: list[Row], encoding: str = "utf-8-sig") -> bytes:
    """Return the sheet as Excel writes a CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([HEADERS, *rows])
    return text.getvalue().encode(encoding)


def as_xlsx(rows: list[Row]) -> bytes:
    """Return the sheet as a workbook, numbers as numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("进展表")
    for row in (HEADERS, *map(_with_numbers, rows)):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_xls(rows: list[Row]) -> bytes:
    """Return the sheet as Excel 97 keeps it; at most 65,536 rows."""
    xlwt: Any = import_module("xlwt")  # in .venv-bench only
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("进展表")
    for number, row in enumerate((HEADERS, *map(_with_numbers, rows))):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _bring_in(office: Office, sheet: Sheet) -> None:
    seen = intake.preview(office.ledger, office.plan, sheet, today=TODAY)
    if not seen.report.may_commit:
        raise ValueError(seen.report.errors[:3])
    intake.commit(office.ledger, seen, actor="bench", at=NOW, reason="bench")


def _reports(units: tuple[str, ...]) -> Iterator[Row]:
    first = Period(TODAY.year, TODAY.month).earlier(_MONTHS_BACK)
    for back in range(_MONTHS_BACK + 1):
        month = str(first.earlier(-back))
        for number in range(1, PROJECTS + 1):
            percent = min(100, back + number % 20)
            told = {"number": number, "percent": percent, "back": back}
            yield (
                month,
                "项目",
                f"X{number:04}",
                _name(number),
                units[number % len(units)],
                str(percent),
                f"{percent * (number % 30 + 1) / 100:.2f}",
                _PROGRESS.format(**told),
                _PROBLEMS[number % 3].format(**told),
                "张三",
            )


def _library(plan: Plan) -> str:
    """Return the delivered projects and 1,250 more as a table of projects."""
    delivered = (ROOT / "data" / "projects.csv").read_text("utf-8-sig").rstrip()
    header = next(csv.reader(delivered.splitlines()))
    more = io.StringIO()
    writer = csv.DictWriter(more, header, restval="", lineterminator="\n")
    for number in islice(count(1), PROJECTS):
        unit = plan.unit_names[number % len(plan.unit_names)]
        told = {"项目编号": f"X{number:04}", "项目名称": _name(number), "责任单位": unit}
        writer.writerow({**told, "总投资(亿元)": str(number % 30 + 1), "阶段": "在建"})
    return f"{delivered}\n{more.getvalue()}"


def _name(number: int) -> str:
    return f"高新区第{number}号产业园基础设施配套工程"


def _with_numbers(row: Row) -> tuple[str | float, ...]:
    return (*row[:5], float(row[5]), float(row[6]), *row[7:])
