"""Real tables nobody of us wrote; they never travel with the project."""

from datetime import date
from pathlib import Path

import pytest

from domain.columns import Projects, Tasks
from domain.plan import parse
from ingest.context import Context
from ingest.reading import read
from ingest.report import SheetKind

ROOT = Path(__file__).parents[2]
TABLES = ROOT.parent / "shared" / "tables"
CONTEXT = Context(parse((ROOT / "data" / "plan.toml").read_text("utf-8")), date(2026, 11, 22))

pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="the real tables are not here")


def reading(name):
    return read((TABLES / name).read_bytes(), name, CONTEXT)


@pytest.mark.parametrize(
    ("name", "kind", "rows"),
    [
        ("hangzhou_ai_projects_gbk.csv", SheetKind.PROJECTS, 85),
        ("huzhou_projects_gbk_crlf.csv", SheetKind.PROJECTS, 17),
        ("quzhou_projects_utf16.csv", SheetKind.PROJECTS, 14),
        ("zhejiang_ai_projects_158.xlsx", SheetKind.PROJECTS, 158),
        ("nanping_125_key_projects_form.xls", SheetKind.PROJECTS, 2),
        ("nanping_funds_summary_form.xls", SheetKind.PROJECTS, 1),
        ("nanping_progress_summary_form.xls", SheetKind.PROJECTS, 2),
        ("company_project_list_mixed_dates.xlsx", SheetKind.PROJECTS, 13),
        ("zhejiang_computing_grid_46_raw_pages.xlsx", SheetKind.PROJECTS, 46),
        ("huzhou_tasks_utf8bom.csv", SheetKind.TASKS, 16),
        ("zhejiang_ai_tasks_126_utf8bom.csv", SheetKind.TASKS, 126),
        ("zhejiang_ai_tasks_126_gb18030.csv", SheetKind.TASKS, 126),
    ],
)
def test_a_real_table_is_known_for_what_it_is_with_all_its_rows(name, kind, rows):
    report = reading(name)
    assert (report.kind, len(report.frame)) == (kind, rows)


@pytest.mark.parametrize(
    "name",
    [
        "australia_major_projects_multiline.csv",
        "china_key_project_monthly_portfolio.csv",
        "cyprus_aid_mixed_dates.xlsx",
        "nyc_capital_projects_timeseries.csv",
        "team_progress_template_gb18030.csv",
        "uk_gmpp_2024_25_subset40.csv",
        "zhangzhou_project_ledger_card_form.xls",
    ],
)
def test_a_real_table_of_another_make_is_refused_and_not_guessed_at(name):
    report = reading(name)
    assert [finding.code for finding in report.findings] == ["E_NO_HEADER"]


def test_section_rows_are_left_out_and_the_measure_of_the_title_is_taken():
    report = reading("zhejiang_ai_projects_158.xlsx")
    skipped = [one.value for one in report.findings if one.code == "W_SKIPPED_ROW"]
    assert len(skipped) == 4
    assert report.frame[Projects.TOTAL_YUAN][0] == 9_177_000_000
    assert not [one for one in report.findings if one.code == "W_MONEY_MEASURE"]


def test_an_amount_in_another_currency_is_refused_and_not_converted():
    report = reading("huzhou_projects_gbk_crlf.csv")
    assert [(one.code, one.value) for one in report.errors] == [("E_CURRENCY", "4284万美元")]


def test_the_time_limits_of_real_tasks_are_kept_as_written():
    dues = set(reading("zhejiang_ai_tasks_126_utf8bom.csv").frame[Tasks.DUE])
    assert {"2026年12月", "持续推进"} <= dues


def test_the_sums_and_counts_of_46_projects_in_six_groups_are_right():
    report = reading("zhejiang_computing_grid_46_raw_pages.xlsx")
    assert not [one for one in report.findings if "MISMATCH" in one.code]
    assert len(set(report.groups)) == 6


def test_the_project_that_was_taken_out_of_a_group_of_97_is_missed():
    report = reading("zhejiang_ai_projects_158.xlsx")
    miscounted = [one.more for one in report.findings if one.code == "W_COUNT_MISMATCH"]
    assert miscounted == [{"stated": "97", "counted": "96"}]
