"""The reporting board of 500 items over 60 months, beside what most people would write in pandas.

All of them tell of each expected report whether it was received, late, missing or a copy of the
month before, and must agree on how many of each there are.
"""

from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis import calendar_tables
from analysis.earlier import PERCENT_DONE_PPM
from analysis.metrics import reporting_board
from analysis.metrics.columns import Counted
from bench.clock import cost_of, machine
from bench.table import Section
from domain.columns import Reports
from domain.periods import Period, between

ITEMS, MONTHS, UNITS = 500, 60, 20
LAST, TODAY = Period(2026, 10), "2026-11-01"
_RUNS, _RUNS_OF_A_LOOP = 9, 2
_CORRECTED, _MISSING = 0.05, 0.03  # of all reports
_KEY = ["period", "item_kind", "item_id", "responsible_unit"]
_SAID = ["percent_done_ppm", "done_total_yuan", "done_ytd_yuan", "progress_text"]
_FLAGS = [
    str(one) for one in (Counted.RECEIVED, Counted.LATE, Counted.MISSING, Counted.SAME_AS_LAST)
]
_COLUMNS = (
    "what",
    "milliseconds of a processor, best",
    "milliseconds that passed, median",
    "received",
    "late",
    "missing",
    "copies",
)
Board = Callable[[pd.DataFrame, pd.DataFrame, pd.DataFrame], pd.DataFrame]


def measured() -> list[Section]:
    """Work the same board out by each of them."""
    expected, submissions, months = _made()
    boards: dict[str, Board] = {
        "this board (`reporting_board.by_report`), any engine": _ours,
        "pandas, merges and masks": _by_merges,
        "pandas, a loop over the rows": _by_loop,
    }
    rows = [
        [name, *_measured(board, expected, submissions, months)] for name, board in boards.items()
    ]
    one_answer = {tuple(row[3:]) for row in rows}
    if len(one_answer) > 1:
        raise ValueError(one_answer)
    return [
        Section(
            "supervision",
            "The reporting board",
            _COLUMNS,
            rows,
            before=f"{ITEMS} items of {UNITS} units, each reporting in {MONTHS} months; which "
            "report was received, late, missing or a copy of the month before. The peers were "
            "written as one would write them in an hour; all of them give the same "
            "counts, which is checked.",
            after="The machine was shared with others while this was measured, so the time of a "
            "processor says more than the time that passed. " + machine(),
        )
    ]


def _measured(board: Board, *tables: pd.DataFrame) -> list[str]:
    told = board(*tables)
    runs = _RUNS_OF_A_LOOP if board is _by_loop else _RUNS
    costs = [cost_of(lambda: board(*tables)) for _ in range(runs)]
    best = min(cost.processor_seconds for cost in costs)
    passed = median(cost.seconds for cost in costs)
    counts = [f"{int(told[flag].sum()):,}" for flag in _FLAGS]
    return [f"{best * 1000:.0f}", f"{passed * 1000:.0f}", *counts]


def _ours(expected: pd.DataFrame, submissions: pd.DataFrame, months: pd.DataFrame) -> pd.DataFrame:
    first = str(LAST.earlier(MONTHS - 1))
    return reporting_board.by_report(expected, submissions, months, first=first, today=TODAY)


def _by_merges(
    expected: pd.DataFrame, submissions: pd.DataFrame, months: pd.DataFrame
) -> pd.DataFrame:
    before = submissions[[*_KEY, *_SAID]].merge(
        months.rename(columns={"period": "now", "before": "period"})[["now", "period"]], on="period"
    )
    before = before.drop(columns="period").rename(columns={"now": "period"})
    came = submissions.merge(before, on=_KEY, how="left", suffixes=("", "_then"), indicator=True)
    done = (came["percent_done_ppm"] >= PERCENT_DONE_PPM).fillna(value=False)
    same: Any = (came["_merge"] == "both") & ~done
    for name in _SAID:
        now, then = came[name], came[f"{name}_then"]
        same &= (now == then).fillna(value=False) | (now.isna() & then.isna())
    came["same_as_last_reports"] = same.astype(int)
    of_projects = came[came["item_kind"] == "项目"].groupby(_KEY[:3], as_index=False)
    projects = of_projects.agg({"received_on": "min", "same_as_last_reports": "min"})
    wanted = expected.merge(months, how="cross")
    got = [*_KEY, "received_on", "same_as_last_reports"]
    of_tasks = wanted[wanted["item_kind"] == "任务"].merge(came[got], on=_KEY, how="left")
    of_projects = wanted[wanted["item_kind"] == "项目"].merge(projects, on=_KEY[:3], how="left")
    table = pd.concat([of_tasks, of_projects])
    table["received_reports"] = table["received_on"].notna().astype(int)
    table["late_reports"] = (table["received_on"] > table["due_on"]).astype(int)
    table["missing_reports"] = (table["received_on"].isna() & (table["due_on"] < TODAY)).astype(int)
    table["same_as_last_reports"] = table["same_as_last_reports"].fillna(0).astype(int)
    return table.sort_values(["period", "responsible_unit", "item_kind", "item_id"])


def _by_loop(
    expected: pd.DataFrame, submissions: pd.DataFrame, months: pd.DataFrame
) -> pd.DataFrame:
    found: dict[tuple[Any, ...], Any] = {}
    for _, row in submissions.iterrows():
        found[tuple(row[name] for name in _KEY)] = row
    told: list[dict[str, Any]] = []
    for _, month in months.iterrows():
        for _, owed in expected.iterrows():
            about = (owed["item_kind"], owed["item_id"], owed["responsible_unit"])
            row, then = found.get((month["period"], *about)), found.get((month["before"], *about))
            told.append({**owed, **_told(row, then, month)})
    return pd.DataFrame(told)


def _told(row: Any, then: Any, month: Any) -> dict[str, object]:  # noqa: ANN401 - rows of iterrows
    if row is None:
        missing = int(month["due_on"] < TODAY)
        return {**dict.fromkeys(_FLAGS, 0), "period": month["period"], _FLAGS[2]: missing}
    same = then is not None and all(row[name] == then[name] for name in _SAID)
    return {
        "period": month["period"],
        "received_reports": 1,
        "late_reports": int(row["received_on"] > month["due_on"]),
        "missing_reports": 0,
        "same_as_last_reports": int(same and row["percent_done_ppm"] < PERCENT_DONE_PPM),
    }


def _made() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return expected reports, submissions and months, always the same ones; 3 in 100 are missing.

    Each item is reported by its own unit, one in twelve as a copy of the month before.
    """
    months = between(LAST.earlier(MONTHS - 1), LAST)
    number = np.arange(ITEMS)
    kinds = np.where(number % 2, "任务", "项目")
    expected = pd.DataFrame(
        {
            "item_kind": kinds,
            "item_id": [f"X{one:04d}" for one in number],
            "item_name": [f"示例事项{one}" for one in number],
            "responsible_unit": [f"单位{one % UNITS:02d}" for one in number],
        },
        dtype="str",
    )
    chance = np.random.default_rng(2026)
    pace = 15_000 * (number % 3 > 0)  # one in three stands still for some months
    reported = [
        _month(expected, str(month), place * pace, chance) for place, month in enumerate(months)
    ]
    submissions = pd.concat(reported, ignore_index=True)
    text = ["period", "received_on", "progress_text"]
    whole = [*_SAID[:3], "year_plan_yuan", "uploads"]
    typed = submissions.astype({**dict.fromkeys(text, "str"), **dict.fromkeys(whole, "Int64")})
    due = {month: f"{month}-25" for month in months}
    return expected, typed, calendar_tables.reporting_months(due)


def _month(
    expected: pd.DataFrame,
    month: str,
    done_ppm: NDArray[np.int64],
    chance: np.random.Generator,
) -> pd.DataFrame:
    done = np.minimum(done_ppm + 1, PERCENT_DONE_PPM)
    stage = chance.integers(0, 4, ITEMS)
    table = expected.assign(
        **{
            str(Reports.PERIOD): month,
            "percent_done_ppm": done,
            "done_total_yuan": done * 1000,
            "done_ytd_yuan": done * 100,
            "year_plan_yuan": 10**9,
            "progress_text": [f"示例：第{one}段施工" for one in stage],
            "received_on": [f"{month}-{day:02d}" for day in chance.integers(15, 28, ITEMS)],
            "uploads": 1 + (chance.random(ITEMS) < _CORRECTED),
        }
    )
    return table[chance.random(ITEMS) > _MISSING]
