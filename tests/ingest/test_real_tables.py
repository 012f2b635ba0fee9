"""Real tables nobody of us wrote, read through the command line; they never travel with us."""

import json
from collections import Counter
from dataclasses import dataclass, field

import pytest

import manage
from tests.conftest import ROOT

TABLES = ROOT.parent / "shared" / "tables"

pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="the real tables are not here")


@dataclass(frozen=True)
class Expected:
    """What a person sees in the table."""

    kind: str
    rows: int
    header_rows: list
    total_yuan: int | None = None  # 总投资, summed over all rows
    area: str | None = None
    period: str | None = None
    measure: str | None = None
    groups: dict = field(default_factory=dict)  # rows of each
    skipped: dict = field(default_factory=dict)  # why each worksheet was not read
    checks: dict = field(default_factory=dict)  # sums and counts that do not agree, by code
    errors: dict = field(default_factory=dict)


YI, WAN = 100_000_000, 10_000
READ = {
    "hangzhou_ai_projects_gbk.csv": Expected("projects", 85, [2], 96_360_000_000, "杭州市"),
    "huzhou_projects_gbk_crlf.csv": Expected(
        "projects", 17, [1], 9_942_400_000, errors={"E_CURRENCY": 1}
    ),
    "quzhou_projects_utf16.csv": Expected("projects", 14, [1], 51_580_000_000),
    "zhejiang_ai_projects_158.xlsx": Expected(
        "projects",
        158,
        [2],
        180_145_400_300,
        "浙江省",
        measure="亿元",
        groups={
            "一、算力专项项目（28个）": 28,
            "二、数据专项项目（29个）": 29,
            "三、模型专项项目（5个）": 5,
            "四、应用专项项目（97个）": 96,
        },
        checks={"W_COUNT_MISMATCH": 1},  # one project was taken out of the copy we have
    ),
    "nanping_125_key_projects_form.xls": Expected(
        "projects",
        2,
        [2],
        2 * WAN,
        "南平市",
        groups={"一、交通5项": 2},
        checks={"W_COUNT_MISMATCH": 2, "W_TOTAL_MISMATCH": 6},  # a form: every figure is 1
    ),
    "nanping_funds_summary_form.xls": Expected(
        "projects",
        1,
        [4],
        545_830_000,
        measure="万元",
        skipped={"Sheet2": "empty", "Sheet3": "empty"},
    ),
    "nanping_progress_summary_form.xls": Expected(
        "projects",
        2,
        [2, 3],
        2 * YI,
        "南平市",
        groups={"一、交通5项": 2},
        skipped={"Sheet2": "empty", "Sheet3": "empty"},
        checks={"W_COUNT_MISMATCH": 2, "W_TOTAL_MISMATCH": 10},
    ),
    "company_project_list_mixed_dates.xlsx": Expected(
        "projects",
        13,
        [1],
        0,
        skipped=dict.fromkeys(
            [
                "OA系统",
                "集团研发部提成核算系统",
                "奥特莱斯系列报备功能",
                "产品智能识别系统",
                "OA功能清单",
                "字码",
            ],
            "other",
        ),
    ),
    "zhejiang_computing_grid_46_raw_pages.xlsx": Expected(
        "projects",
        46,
        [2],
        244_208_000_000,
        groups={
            "一 算力基础设施": 18,
            "二 算力调度": 1,
            "三 算电协同": 4,
            "四 算网协同": 3,
            "五 算数模协同": 9,
            "六 算产协同": 11,
        },
        errors={"E_MISSING_ID": 13},  # 尚未备案 or / where a code should be, no usable 序号
    ),
    "huzhou_tasks_utf8bom.csv": Expected("tasks", 16, [1], errors={"E_UNKNOWN_UNIT": 44}),
    "zhejiang_ai_tasks_126_utf8bom.csv": Expected(
        "tasks", 126, [1], errors={"E_UNKNOWN_UNIT": 380, "E_MISSING_UNIT": 3}
    ),
    "zhejiang_ai_tasks_126_gb18030.csv": Expected(
        "tasks", 126, [1], errors={"E_UNKNOWN_UNIT": 380, "E_MISSING_UNIT": 3}
    ),
}
REFUSED = {
    "australia_major_projects_multiline.csv": "E_NO_HEADER",
    "china_key_project_monthly_portfolio.csv": "E_NO_HEADER",  # sums of areas, no projects
    "cyprus_aid_mixed_dates.xlsx": "E_NO_HEADER",
    "nyc_capital_projects_change_sequence.csv": "E_NO_HEADER",
    "nyc_capital_projects_timeseries.csv": "E_NO_HEADER",
    "oc4ids_example.json": "E_FILE_TYPE",
    "opda_pms_projects_dmy_dates.csv": "E_NO_HEADER",
    "team_progress_template_gb18030.csv": "E_NO_HEADER",  # a day per row, a person per column
    "uk_gmpp_2024_25_subset40.csv": "E_NO_HEADER",
    "zhangzhou_project_ledger_card_form.xls": "E_NO_HEADER",  # a card for one project
}


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAN_STATE", str(tmp_path_factory.mktemp("state")))
        patch.delenv("DATABASE_URL", raising=False)
        yield lambda name, capsys: _read(TABLES / name, capsys)


def _read(path, capsys):
    assert manage.main(["read", str(path), "--json"]) in (0, 1)
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", READ)
def test_a_real_table_is_read_as_a_person_would_read_it(name, reading, capsys):
    seen, wanted = reading(name, capsys), READ[name]
    codes = Counter(one["code"] for one in seen["findings"])
    totals = [row["total_investment_yuan"] for row in seen["rows"] if wanted.kind == "projects"]
    sums = ("W_COUNT_MISMATCH", "W_TOTAL_MISMATCH", "W_PART_MISMATCH", "W_PARTS_MISMATCH")
    found = Expected(
        seen["kind"],
        len(seen["rows"]),
        seen["header_rows"],
        sum(filter(None, totals)) if wanted.kind == "projects" else None,
        seen["area"],
        seen["period"],
        seen["measure"],
        {group: count for group, count in Counter(seen["groups"]).items() if group},
        {one["sheet"]: one["why"] for one in seen["skipped_worksheets"]},
        {code: codes[code] for code in sums if codes[code]},
        {code: count for code, count in codes.items() if code.startswith("E_")},
    )
    assert found == wanted


@pytest.mark.parametrize("name", REFUSED)
def test_a_real_table_of_another_make_is_refused_and_not_guessed_at(name, reading, capsys):
    seen = reading(name, capsys)
    told = [one["code"] for one in seen["findings"] if one["severity"] != "note"]
    assert told == [REFUSED[name]]
    assert (seen["verdict"], seen["rows"]) == ("reject", [])


def test_every_real_table_is_judged():
    there = {one.name for one in TABLES.iterdir()} - {"README.md"}
    assert there == {*READ, *REFUSED}


def test_an_amount_in_another_currency_is_named_and_not_converted(reading, capsys):
    seen = reading("huzhou_projects_gbk_crlf.csv", capsys)
    (error,) = [one for one in seen["findings"] if one["severity"] == "error"]
    assert (error["row"], error["column"], error["value"]) == (17, "总投资", "4284万美元")


def test_the_time_limits_of_real_tasks_are_kept_as_written(reading, capsys):
    dues = {row["due"] for row in reading("zhejiang_ai_tasks_126_utf8bom.csv", capsys)["rows"]}
    assert {"2026年12月", "持续推进", "2026年3月持续跟踪"} <= dues


def test_years_of_work_give_start_and_finish(reading, capsys):
    rows = reading("zhejiang_computing_grid_46_raw_pages.xlsx", capsys)["rows"]
    first, late = (next(row for row in rows if row["row"] == number) for number in (5, 57))
    assert (first["planned_start"], first["planned_finish"]) == ("2025", "2028")
    assert (late["planned_start"], late["planned_finish"]) == ("2026-10", "2029-09")


def test_headings_of_two_rows_are_paths(reading, capsys):
    typed = [
        one["typed"] for one in reading("nanping_progress_summary_form.xls", capsys)["headers"]
    ]
    assert "2009年完成情况 / 1-  月累计完成投资" in typed


def test_a_day_of_excel_is_read_as_that_day(reading, capsys):
    rows = reading("company_project_list_mixed_dates.xlsx", capsys)["rows"]
    assert [row["planned_start"] for row in rows[1:3]] == ["2019-06-13", "2019-06-20"]


def test_names_are_shown_in_the_encoding_that_was_found(reading, capsys):
    taken, other = reading("hangzhou_ai_projects_gbk.csv", capsys)["samples"]
    assert (taken["encoding"], other["encoding"], other["possible"]) == ("gb18030", "utf-8", False)
    assert taken["names"][0].startswith("杭州富芯")
