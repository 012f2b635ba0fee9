"""One cold reader of a ledger: the app itself, read_sql with pandas, or DuckDB over Parquet."""

import resource
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import pandas as pd

from analysis.board import Board
from analysis.engine import Fed
from analysis.plan_tables import responsible_units
from analysis.views import schedule
from bench.ledgers import LAST, commit_rows, opened
from domain.columns import Reports
from domain.periods import Period
from store import aggregates, derived, months_kept, schema
from store.boards import board_of
from store.frames_kept import FramesKept
from store.opening import Office
from store.parquet import NAMES, export
from store.tables import tables

_BEFORE = LAST.earlier(2)  # the page asks for the month before
_KEY = [Reports.PERIOD.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
Page = Callable[[Period], object]
Reader = Callable[[Office], tuple[Page, Page]]


def measured(reader: str, state: Path) -> dict[str, float]:
    """Return seconds for the first page and a warm metric, and the peak of memory in MB."""
    if reader == "first":
        for folder in (derived.FOLDER, aggregates.FOLDER, months_kept.FOLDER):
            shutil.rmtree(state / folder, ignore_errors=True)
    with opened(state) as office:
        if reader == "duckdb":
            export(office.ledger, tables(office.ledger), state / "parquet")
        read = _after_a_commit(office) if reader == "committed" else _READERS[reader]
        begun = perf_counter()
        page, metric = read(office)
        page(LAST)
        first = perf_counter()
        metric(_BEFORE)
        warm = perf_counter() - first
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first page": first - begun, "warm metric": warm, "memory": peak}


def _app(office: Office) -> tuple[Page, Page]:
    return _app_with(office, FramesKept(office.ledger, office.settings.state_folder))


def _app_with(
    office: Office, kept: FramesKept, *, before: Board | None = None
) -> tuple[Page, Page]:
    """Read with tables in memory; ``before`` is the version shown until now, which stays."""
    board = board_of(office, kept.at(office.ledger.version()))
    return lambda period: (_page(board, period), before), board.standing


def _after_a_commit(office: Office) -> Reader:
    """Commit 20 reports while the version before is in memory, as it is in a server."""
    before = office.ledger.version()
    kept = FramesKept(office.ledger, office.settings.state_folder)
    board = board_of(office, kept.at(before))
    _page(board, LAST)
    commit_rows(office, rows=20, number=before)

    def read(office: Office) -> tuple[Page, Page]:
        return _app_with(office, kept, before=board)

    return read


def _page(board: Board, period: Period) -> object:
    """Work out what the overview shows: the figures, also of a month and a year before."""
    shown = schedule.figures(board, period), schedule.by_month(board, period)
    return board.periods, board.standing(period), board.reporting(period), shown


def _read_sql(office: Office) -> tuple[Page, Page]:
    """Read the tables and keep the last report of each key, as one would without a ledger."""
    with office.ledger.engine.connect() as connection:
        read = {
            name: pd.read_sql(table.select(), connection)
            for name, table in (
                ("projects", schema.project),
                ("tasks", schema.task),
                ("reports", schema.report),
            )
        }
    every = read["reports"].rename(columns={"seq": Reports.VERSION.value}).drop(columns="line")
    last = every.sort_values(Reports.VERSION.value).drop_duplicates(_KEY, keep="last")
    dtypes = tables(office.ledger, 2).reports.dtypes.to_dict()
    now = tables(office.ledger, 2)
    frames = (now.projects, now.tasks, now.assignments, last.astype(dtypes))
    board = Board(office.plan, 2, *frames)
    return lambda period: _page(board, period), board.standing


def _duckdb(office: Office) -> tuple[Page, Page]:
    """Feed the same metrics with DuckDB's relations over the exported files."""
    connection = import_module("duckdb").connect()
    exported = export(office.ledger, tables(office.ledger, 2), office.settings.engine_folder)
    newest = max(exported.folder.parent.iterdir())
    native: dict[str, Any] = {
        name: connection.read_parquet(str(newest / f"{name}.parquet")) for name in NAMES
    }
    units = responsible_units(office.plan)
    fed = Fed(office.plan, **native)

    def page(period: Period) -> object:
        return fed.standing(period).fetchall(), fed.owed(period).fetchall(), units

    return page, lambda period: fed.standing(period).fetchall()


_READERS: dict[str, Reader] = {
    "first": _app,
    "again": _app,
    "read_sql": _read_sql,
    "duckdb": _duckdb,
}
