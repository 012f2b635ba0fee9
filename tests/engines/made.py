"""Ledgers of any size, always the same ones: no engine may depend on what happens to be small."""

import numpy as np
import pandas as pd

from domain.columns import Assignments, Problems, Projects, Reports, Submissions, Tasks
from domain.problems import ProblemType

INTEGERS = (
    Reports.PERCENT_PPM.value,
    Reports.DONE_TOTAL_YUAN.value,
    Reports.YEAR_PLAN_YUAN.value,
    Reports.DONE_YTD_YUAN.value,
    Reports.VERSION.value,
)
UNITS = ("财政局", "关堤乡", "经济发展局")
CHAINS = ("大数据", "生物医药", "")
PERIODS = ("2025-11", "2025-12", "2026-01", "2026-02", "2026-03")


def reports(rows):
    """The reports table of these rows (dictionaries by column), typed as the ledger types it."""
    text = (Reports.PERIOD, Reports.KIND, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT)
    table = pd.DataFrame(rows, columns=[*map(str, text), *INTEGERS])
    return table.astype(
        {**dict.fromkeys(map(str, text), "str"), **dict.fromkeys(INTEGERS, "Int64")}
    )


def many(items):
    """A ledger with ``items`` items, 5 months and 2 units for each: ten reports an item."""
    random, n = np.random.default_rng(20261122), items * len(PERIODS) * 2
    item = np.repeat(np.arange(items), len(PERIODS) * 2)
    names = np.where(item % 2, "项目", "任务")
    table = pd.DataFrame(
        {
            Reports.PERIOD.value: np.tile(np.repeat(PERIODS, 2), items),
            Reports.KIND.value: names,
            Reports.ITEM_ID.value: [f"{i:06}" for i in item],
            Reports.RESPONSIBLE_UNIT.value: np.tile(UNITS[:2], n // 2),
            Reports.PERCENT_PPM.value: random.integers(0, 1_050_000, n),
            Reports.DONE_TOTAL_YUAN.value: random.integers(0, 10**13, n),
            Reports.YEAR_PLAN_YUAN.value: random.integers(0, 10**12, n),
            Reports.DONE_YTD_YUAN.value: random.integers(0, 10**12, n),
            Reports.VERSION.value: random.integers(1, 40, n),
        }
    )
    few = random.random(n) < 0.02  # a plan in the wrong unit of measure: a rate of billions
    table.loc[few, Reports.YEAR_PLAN_YUAN.value] = random.integers(0, 4, few.sum())
    for column in INTEGERS[:-1]:
        table[column] = table[column].astype("Int64").mask(random.random(n) < 0.1)
    return ledger(table.sample(frac=1, random_state=1, ignore_index=True))


def ledger(table):
    """The ledger's tables for these reports: every fifth task has a lead unit."""
    ids = sorted({*zip(table[Reports.KIND], table[Reports.ITEM_ID], strict=True)})
    tasks = [item for kind, item in ids if kind == "任务"]
    projects = [item for kind, item in ids if kind == "项目"]
    carried = [
        (task, unit, place, "lead" if n % 5 == 0 and place == 1 else "joint")
        for n, task in enumerate(tasks)
        for place, unit in enumerate(UNITS[:2], 1)
    ]
    return {
        "projects": _text(projects, Projects, chain=CHAINS).assign(
            **{Projects.TOTAL_YUAN.value: pd.array(range(len(projects)), "Int64")}
        ),
        "tasks": _text(tasks, Tasks),
        "assignments": pd.DataFrame(carried, columns=[str(name) for name in Assignments]).astype(
            {
                "position": "Int64",
                **dict.fromkeys(("task_id", "responsible_unit", "capacity"), "str"),
            }
        ),
        "reports": table,
        "submissions": submitted(table),
    }


def submitted(reports):
    """The submissions of these reports: some late, some corrected, some copied, some in 万元."""
    number = np.arange(len(reports))
    line = [Reports.KIND.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
    copied = reports[Reports.ITEM_ID].str[-1:].isin(["2", "7"])
    firsts = reports.groupby(line, dropna=False)[list(INTEGERS[:-1])].transform("first")
    figures = reports[list(INTEGERS[:-1])].mask(copied, firsts)
    done = figures[Reports.DONE_TOTAL_YUAN.value]
    figures[Reports.DONE_TOTAL_YUAN.value] = done.mask(number % 11 == 0, done // 10_000)
    day = pd.Series(np.where(number % 4, "-24", "-28"), index=reports.index, dtype="str")
    text = pd.Series("示例：施工", index=reports.index, dtype="str").mask(~copied)
    return reports.assign(
        **figures,
        **{
            Reports.PROGRESS.value: text,
            Submissions.FIRST_VERSION.value: reports[Reports.VERSION],
            Submissions.LAST_VERSION.value: reports[Reports.VERSION] + number % 3,
            Submissions.UPLOADS.value: pd.array(1 + number % 3, "Int64"),
            Submissions.RECEIVED_ON.value: reports[Reports.PERIOD] + day,
        },
    )


def problems(rows=40):
    """A ledger of problems: of every type, some closed, some overdue, some about no item."""
    number = np.arange(rows)
    closed = number % 4 == 3
    text = {
        Problems.KIND: np.where(number % 2, "项目", "任务"),
        Problems.ITEM_ID: [f"P{n % 7:02}" if n % 2 else f"T{n % 5:02}" for n in number],
        Problems.TYPE: [list(ProblemType)[n % 6].value for n in number],
        Problems.OWNER: [UNITS[n % 3] for n in number],
        Problems.DUE_ON: "2026-10-31",
        Problems.RAISED_ON: "2026-08-03",
        Problems.CLOSED_ON: np.where(closed, "2026-10-02", None),
    }
    table = pd.DataFrame({name.value: pd.Series(cells, index=number, dtype="str")
                          for name, cells in text.items()})  # fmt: skip
    nowhere = [Problems.KIND.value, Problems.ITEM_ID.value]
    table.loc[number % 9 == 0, nowhere] = None
    whole = {
        Problems.NUMBER: number + 1,
        Problems.DAYS_OPEN: number * 37 % 121,
        Problems.DAYS_OVERDUE: np.where(closed, 0, number * 5 % 11),
        Problems.REOPENED: number % 5 // 4,
    }
    for name, cells in whole.items():
        table[name.value] = pd.array(cells, "Int64")
    return table[[name.value for name in Problems]]


def _text(ids, columns, chain=(None,)):
    cells = {str(name): pd.Series([None] * len(ids), dtype="str") for name in columns}
    cells[str(columns.ID)] = pd.Series(ids, dtype="str")
    cells[str(columns.NAME)] = pd.Series([f"名{item[:-1]}" for item in ids], dtype="str")
    if Projects.CHAIN.value in cells:
        chains = [chain[n % len(chain)] or None for n in range(len(ids))]
        cells[Projects.CHAIN.value] = pd.Series(chains, dtype="str")
        bases = [(None, "推断", "计划原文", "未归链")[n % 4] for n in range(len(ids))]
        cells[Projects.CHAIN_BASIS.value] = pd.Series(bases, dtype="str")
    return pd.DataFrame(cells)
