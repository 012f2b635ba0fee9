"""Ledgers of any size, always with the same rows, and what a page asks of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd

from domain.columns import Projects, Reports, Tasks
from domain.periods import Period
from store.ledger import Ledger
from store.opening import Office, open_office
from store.shapes import PROGRESS, PROJECTS, SHAPES, TASKS
from store.submission import Submission
from store.tables import tables

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LAST = Period(2026, 10)
MONTHS = 60
UNITS = ("关堤乡", "经济发展局")
_MONEY = (Reports.DONE_TOTAL_YUAN, Reports.YEAR_PLAN_YUAN, Reports.DONE_YTD_YUAN)
_MOST_YUAN = 10**10
_CORRECTED = 4  # months back that a further upload may be about


@dataclass(frozen=True, slots=True)
class Size:
    """How many items report, each by two units in so many months."""

    name: str
    items: int
    months: int = MONTHS


def opened(state: Path, url: str = "", *, planted: bool = True) -> Any:  # noqa: ANN401 - a context of an office
    """Open the office of a state folder, its ledger at ``url`` or in the folder; close it again."""
    return _Opened(state, url, planted=planted)


class _Opened:
    def __init__(self, state: Path, url: str, *, planted: bool) -> None:
        environ = {"PLAN_STATE": str(state), "DATABASE_URL": url}
        self.office = open_office(environ, ROOT, today=date(2026, 11, 22), at=NOW, planted=planted)

    def __enter__(self) -> Office:
        return self.office

    def __exit__(self, *_: object) -> None:
        self.office.ledger.close()


def filled(state: Path, size: Size, url: str = "") -> Path:
    """Make a ledger with one upload per month, unless it is there; return the state folder."""
    with opened(state, url, planted=False) as office:
        ledger = office.ledger
        if not ledger.version():
            _commit(ledger, PROJECTS, _listed(Projects, "P", size.items // 2))
            _commit(ledger, TASKS, _listed(Tasks, "T", size.items - size.items // 2))
        for back in range(size.months - (ledger.version() - 2), 0, -1):
            _commit(ledger, PROGRESS, reports(size.items, str(LAST.earlier(back - 1)), seed=back))
    return state


def reports(items: int, month: str, *, seed: int) -> pd.DataFrame:
    """Return one report per item and unit for a month; a tenth of the cells is empty."""
    random, half = np.random.default_rng(seed), items // 2
    ids = [*(f"P{n:05}" for n in range(half)), *(f"T{n:05}" for n in range(items - half))]
    frame = pd.DataFrame(dict.fromkeys(SHAPES[PROGRESS].columns), index=range(items * len(UNITS)))
    frame[Reports.PERIOD.value] = month
    frame[Reports.ITEM_ID.value] = np.repeat(ids, len(UNITS))
    frame[Reports.KIND.value] = np.repeat(["项目"] * half + ["任务"] * (items - half), len(UNITS))
    frame[Reports.RESPONSIBLE_UNIT.value] = np.tile(UNITS, items)
    frame[Reports.PROGRESS.value] = f"{month} 主体结构施工，设备陆续进场"
    for name, most in (
        (Reports.PERCENT_PPM, 1_000_001),
        *((name, _MOST_YUAN) for name in _MONEY),
    ):
        numbers = pd.Series(random.integers(0, most, len(frame))).astype("Int64")
        frame[name.value] = numbers.mask(random.random(len(frame)) < 1 / 10)
    return frame


def commit_rows(office: Office, *, rows: int, number: int) -> None:
    """Commit one more progress upload with that many reports."""
    month = str(LAST.earlier(number % _CORRECTED))
    frame = reports(rows // len(UNITS), month, seed=1000 + number)
    _commit(office.ledger, PROGRESS, frame)


def grow(office: Office, uploads: int) -> None:
    """Commit corrections of 20 reports until the ledger has that many uploads."""
    for number in range(office.ledger.version(), uploads):
        commit_rows(office, rows=20, number=number)


def page_costs(office: Office) -> tuple[float, float, float]:
    """Return seconds: asking the version, refreshing the frames by one commit, reading anew."""
    ledger = office.ledger
    asking = _median(ledger.version)
    newest = ledger.version()
    before = tables(ledger, newest - 1)
    refreshing = _median(lambda: tables(ledger, newest, since=before))
    return asking, refreshing, _median(lambda: tables(ledger, newest))


def _median(work: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(9):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times)


def _listed(columns: type[Projects] | type[Tasks], letter: str, number: int) -> pd.DataFrame:
    frame = pd.DataFrame(dict.fromkeys(map(str, columns)), index=range(number))
    frame[columns.ID.value] = [f"{letter}{n:05}" for n in range(number)]
    frame[columns.NAME.value] = [f"第 {n} 项" for n in range(number)]
    frame[columns.RESPONSIBLE_UNITS.value] = "、".join(UNITS)
    return frame


def _commit(ledger: Ledger, kind: str, frame: pd.DataFrame) -> None:
    base = ledger.version()
    raw = f"{kind} {base}".encode()
    submission = Submission(kind, f"{kind}.csv", raw, frame)
    ledger.commit(submission, actor="bench", at=NOW, base=base, token=f"bench {base}")
