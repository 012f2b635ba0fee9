"""From the bytes of a sheet to its preview, beside what a user would write with pandas."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.clock import Cost, cost_of, machine
from bench.plain_readers import Reading, csv_in, excel_by, validation
from bench.sheets import LARGE_ROWS, TODAY, as_csv, as_xls, as_xlsx, make_office, progress_rows
from bench.table import Section
from ingest.steps import Step
from store import intake, reader
from store.intake import Sheet
from store.opening import Office
from store.tables import tables

_MONTH_ROWS = 2_000
_TIMES = {_MONTH_ROWS: 5, LARGE_ROWS: 1}  # how often each is measured; the median counts
_BEFORE = """
A sheet of progress reports, every one different, against a ledger with the delivered plan,
1,250 more projects and a month of reports. **Ours** is everything `store.intake.preview` does, in
a process of its own that is already started: recognise encoding and header, read strictly, check
every cell, compare with the ledger. **pandas** is `read_csv` or `read_excel` and a pandera schema
of the same ten columns (types, ranges, registries, one key), told the encoding and the engine; it
does not compare, names no cell in words and reads without limits. Both in one run, by turns.
"""
_AFTER = """
The ratio is what the bench is for; the seconds are of this machine and of what else it did.
Processor seconds count every process involved. The limits of the web are 5,000 rows and 20 MB;
`--max-rows` raises them, the bench of 100,000 rows does the same.
"""


@dataclass(frozen=True, slots=True)
class _Case:
    """One sheet in one format, and how pandas is told to read it."""

    filename: str
    shown: str
    rows: int
    raw: bytes
    peers: dict[str, Reading]


def measured() -> tuple[Section]:
    """Measure every format and size."""
    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder))
        reader.warm_up()
        lines = [line for case in _cases(office) for line in _lines(case, office)]
        office.ledger.close()
    section = Section(
        name="ingest",
        title="Reading a sheet: from bytes to preview",
        columns=("sheet", "read by", "seconds", "processor s", "ours ÷ theirs", "steps shown"),
        rows=lines,
        before=f"{_BEFORE}\n{machine()}",
        after=_AFTER,
    )
    return (section,)


def _cases(office: Office) -> Iterator[_Case]:
    for count in _TIMES:
        rows = progress_rows(office, count)
        workbook = {"pandas + openpyxl": excel_by("openpyxl"), "pandas + calamine": _CALAMINE}
        size = f"{count:,} rows"
        utf8, gbk = {"pandas": csv_in("utf-8-sig")}, {"pandas": csv_in("gb18030")}
        yield _Case("a.csv", f"CSV UTF-8, {size}", count, as_csv(rows), utf8)
        yield _Case("a.csv", f"CSV GB18030, {size}", count, as_csv(rows, "gb18030"), gbk)
        yield _Case("a.xlsx", f"XLSX, {size}", count, as_xlsx(rows), workbook)
        if count == _MONTH_ROWS:  # an XLS ends at 65,536 rows
            old = {"pandas + xlrd": excel_by("xlrd"), "pandas + calamine": _CALAMINE}
            yield _Case("a.xls", f"XLS, {size}", count, as_xls(rows), old)


_CALAMINE = excel_by("calamine")


def _lines(case: _Case, office: Office) -> Iterator[tuple[str, ...]]:
    schema = validation(
        intake.context(office.plan, tables(office.ledger), TODAY).items, office.plan.unit_names
    )
    steps: list[Step] = []
    runs: dict[str, Callable[[], object]] = {"ours": lambda: _ours(case, office, steps)}
    for name, reading in case.peers.items():
        runs[name] = lambda reading=reading: _theirs(case, reading, schema)
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(_TIMES[case.rows]):
        for name, run in runs.items():
            costs[name].append(cost_of(run))
    ours = median(one.seconds for one in costs["ours"])
    for name, several in costs.items():
        seconds = median(one.seconds for one in several)
        processor = median(one.processor_seconds for one in several)
        mine = name == "ours"
        yield (
            case.shown if mine else "",
            f"**{name}**" if mine else name,
            f"{seconds:.2f}",
            f"{processor:.2f}",
            "" if mine else f"{ours / seconds:.2f}",
            str(len(steps) // _TIMES[case.rows]) if mine else "",
        )


def _ours(case: _Case, office: Office, steps: list[Step]) -> None:
    seen = intake.preview(
        office.ledger,
        office.plan,
        Sheet(case.raw, case.filename),
        today=TODAY,
        max_rows=case.rows if case.rows > _MONTH_ROWS else None,
        heard=steps.append,
    )
    if seen.changes is None or len(seen.report.frame) != case.rows:
        raise ValueError(seen.report.errors[:3])


def _theirs(case: _Case, reading: Reading, schema: Any) -> None:  # noqa: ANN401 - pandera is untyped
    frame = schema.validate(reading(case.raw), lazy=True)
    if len(frame) != case.rows:
        raise ValueError(len(frame))
