"""Tables of the families that offices send, each with what there is to be read in it."""

from dataclasses import dataclass, field

import pandas as pd
import pytest

from domain.columns import Projects, Reports, Tasks
from ingest.reading import read
from ingest.stated import NOTHING_STATED, Stated
from tests.ingest import office_tables as sent
from tests.ingest.zone import CONTEXT

ID, NAME, TOTAL, PLAN = Projects.ID, Projects.NAME, Projects.TOTAL_YUAN, Projects.YEAR_PLAN_YUAN
START, FINISH, UNITS = Projects.PLANNED_START, Projects.PLANNED_FINISH, Projects.RESPONSIBLE_UNITS
WAN = 10_000
YI = 100_000_000


@dataclass(frozen=True)
class Expected:
    """What is to be read; a column by its values, row by row."""

    raw: bytes
    columns: dict
    header_rows: tuple
    stated: Stated = NOTHING_STATED
    groups: tuple = ()
    notes: tuple = ()
    doubts: dict = field(default_factory=dict)  # rows of each warning but W_SKIPPED_ROW


TABLES = {
    "a county's list with a total above, parts of it, groups and notes": Expected(
        sent.COUNTY_LIST,
        {
            ID: ["1-1", "1-2", "2-1", "2-2", "2-3"],
            TOTAL: [50_000 * WAN, 30_000 * WAN, 74_460_800, 20_000 * WAN, None],
            PLAN: [12_000 * WAN, 8_000 * WAN, 2_300 * WAN, 3_000 * WAN, None],
            START: ["2024-03", "2025", "2026-05", "2026", None],
            FINISH: ["2026-10", "2027", "2027-12", None, None],
        },
        (4,),
        Stated("临江县", "2026", "万元", 5),
        ("一、交通（2项）",) * 2 + ("二、产业（3项）",) * 3,
        (
            "注：1.续建项目总投资按批复数填列。",
            "2.本表于每季度末前报送。",
            "审核人：张某 填表人：李某 填报日期：2026年10月8日",
        ),
        {"W_ID_FROM_GROUP": [4]},
    ),
    "a progress table with headings over two rows and units merged down": Expected(
        sent.PROGRESS_OF_KEY_PROJECTS,
        {
            TOTAL: [10 * YI, 2_050_000_000, 16 * YI],
            UNITS: ["港务局", "港务局、住建局", "港务局、住建局"],
        },
        (3, 4),
        Stated("滨江新区", "2026-09", "亿元"),
        doubts={"W_ID_FROM_SERIAL": [4]},
    ),
    "an industry ledger numbered in Chinese with mixed amounts and days of Excel": Expected(
        sent.INDUSTRY_LEDGER,
        {
            ID: ["(一)", "(二)", "(三)"],
            TOTAL: [3 * YI, 120_005_000, 210_000_000],
            Projects.PHASE: ["在建", "新开工", "新开工"],
            START: ["2024-09-01", "2026.10", "2026年四季度"],
            FINISH: ["2027年底", "2028.6", None],
            Projects.SERVICE_OFFICER: ["王某、赵某", "王某、赵某", "孙某"],
        },
        (2,),
        Stated("滨江新区"),
        doubts={"W_ID_FROM_SERIAL": [2], "W_APPROXIMATE": [3], "W_DATE_SERIAL": [3]},
    ),
    "a quarterly table whose measure stands in the topmost of three headings": Expected(
        sent.QUARTERLY,
        {TOTAL: [5_000 * WAN, 8_000 * WAN], PLAN: [2_000 * WAN, 3_000 * WAN]},
        (2, 3, 4),
        Stated(None, "2026-Q3"),
        doubts={"W_ID_FROM_SERIAL": [4], "W_UNKNOWN_COLUMN": [4]},
    ),
    "groups under headings without a number, counting anew": Expected(
        sent.GROUPED_BY_BARE_HEADINGS,
        {ID: ["1-1", "1-2", "2-1"], PLAN: [40_000_000, 60_000_000, 50_000_000]},
        (3,),
        Stated(None, "2026", "亿元"),
        ("续建项目（2个）", "续建项目（2个）", "新开工项目（1个）"),
        doubts={"W_ID_FROM_GROUP": [3]},
    ),
    "sub-totals before the rows they sum up": Expected(
        sent.SUBTOTALS_BEFORE_AND_AFTER, {TOTAL: [YI, 2 * YI, 5 * YI]}, (1,)
    ),
    "two tables on one sheet, of which the first is read": Expected(
        sent.TWO_TABLES, {NAME: ["码头"]}, (2,), doubts={"W_ANOTHER_TABLE": [6]}
    ),
    "tasks with sections and leads merged down": Expected(
        sent.TASKS_WITH_MERGES,
        {
            Tasks.SECTION: ["一、环境整治", "一、环境整治", "二、城市建设"],
            Tasks.RESPONSIBLE_UNITS: ["港务局、林业局、住建局", "港务局、住建局", "住建局"],
            Tasks.LEAD_UNIT: ["港务局", "港务局", "住建局"],
            Tasks.DUE: ["2026年12月", "持续推进", "2026-12-31"],
        },
        (2,),
        Stated("滨江新区", "2026"),
        notes=("填报单位（盖章）：港务局 负责人：张某 2026年10月20日",),
        doubts={"W_ID_FROM_SERIAL": [2], "W_DATE_SERIAL": [5]},
    ),
    "a printout in thousands whose header is repeated on every page": Expected(
        sent.PAGES_OF_A_PRINTOUT,
        {TOTAL: [1_500_000, 2_000_000]},
        (2,),
        Stated(None, "2026-10", "千元"),
        notes=("累计 3,500",),
    ),
    "a monthly report with percents and amounts in three spellings": Expected(
        sent.MONTHLY_REPORT,
        {
            Reports.ITEM_ID: ["X1", "X2"],
            Reports.PERCENT_PPM: [450_000, 850_000],
            Reports.DONE_TOTAL_YUAN: [25_000 * WAN, 120_000_000],
            Reports.PERIOD: ["2026-10", "2026-10"],
        },
        (2,),
        Stated("滨江新区", "2026-10"),
        notes=("填报人：李明 联系电话：略",),
        doubts={"W_ID_FILLED": [4]},
    ),
}


@pytest.mark.parametrize("what", TABLES)
def test_a_table_as_offices_send_it_is_read_right(what):
    wanted = TABLES[what]
    report = read(wanted.raw, "表.xlsx" if wanted.raw[:2] == b"PK" else "表.csv", CONTEXT)
    read_columns = {name: _plain(report.frame[name]) for name in wanted.columns}
    assert read_columns == wanted.columns
    assert report.header_rows == wanted.header_rows
    assert report.stated == wanted.stated
    assert report.groups == (wanted.groups or (None,) * len(report.frame))
    assert report.notes == wanted.notes
    assert _doubts(report) == wanted.doubts
    assert not report.errors


def test_headings_over_several_rows_are_paths():
    report = read(sent.QUARTERLY, "表.xlsx", CONTEXT)
    assert [cell.typed for cell in report.headers[4:]] == [
        "投资（万元） / 总投资",
        "投资（万元） / 年度投资 / 年度计划投资",
        "投资（万元） / 年度投资 / 累计完成",
    ]


def _plain(column):
    return [None if pd.isna(cell) else cell for cell in column]


def _doubts(report):
    doubts = {}
    for one in report.warnings:
        if one.code != "W_SKIPPED_ROW":
            doubts.setdefault(one.code, []).append(one.row)
    return doubts
