from dataclasses import replace

import pandas as pd

from domain.periods import Period
from ingest.assignments import assignments_of
from ingest.context import Accepted, Item, accepted_reports, registry_of
from ingest.reading import read
from tests.ingest.zone import CONTEXT, changed, progress_sheet, text_of


def reports(*rows):
    return read(progress_sheet(*rows), "a.csv", CONTEXT).frame


def test_every_report_of_a_unit_is_known_the_oldest_month_first():
    frame = reports(changed(期间="2026-10"), changed(期间="2026-09", 完成进度="30"))
    assert accepted_reports(frame) == {
        ("X1", "港务局"): (
            Accepted(Period(2026, 9), 300_000, 250_000_000),
            Accepted(Period(2026, 10), 450_000, 250_000_000),
        )
    }
    assert accepted_reports(frame.head(0)) == {}


def test_a_month_is_compared_with_the_one_before_it_and_with_itself_whatever_came_after():
    months = ("2026-10", "2026-07", "2026-09")
    frame = reports(*(changed(期间=month) for month in months))
    context = replace(CONTEXT, accepted=accepted_reports(frame))
    line, september = ("X1", "港务局"), Period(2026, 9)
    assert context.before(line, september).period == Period(2026, 7)
    assert context.of_month(line, september).period == september
    assert context.before(line, Period(2026, 7)) is None
    assert context.of_month(line, Period(2026, 8)) is None


def test_a_figure_that_was_not_reported_is_none_and_not_zero():
    frame = reports(changed(完成进度="/", 累计完成投资="/")).astype({"percent_done_ppm": "float64"})
    assert accepted_reports(frame) == {("X1", "港务局"): (Accepted(Period(2026, 10), None, None),)}


def test_a_project_keeps_its_own_units_and_only_else_takes_those_of_its_task():
    tasks = text_of(
        ["任务编号", "任务名称", "责任单位", "牵头单位"], ["R1", "整治", "港务局、林业局", ""]
    )
    projects = text_of(
        ["项目编号", "项目名称", "文中别名", "总投资(亿元)", "责任单位", "来源任务"],
        ["N1", "码头", "码头一期；老码头", "1", "", "R1"],
        ["N2", "船坞", "", "", "住建局", "R1"],
    )
    items = registry_of(
        read(projects.encode(), "p.csv", CONTEXT).frame,
        read(tasks.encode(), "t.csv", CONTEXT).frame,
    )
    assert items["N1"] == Item(
        "N1", "项目", "码头", ("码头一期", "老码头"), 100_000_000, ("港务局", "林业局")
    )
    assert items["N2"].responsible_units == ("住建局",)


def test_a_lead_that_a_table_names_outranks_the_first_place():
    sheet = text_of(
        ["任务编号", "任务名称", "责任单位", "牵头单位"], ["R1", "整治", "港务局、林业局", "林业局"]
    )
    pairs = assignments_of(read(sheet.encode(), "t.csv", CONTEXT).frame)
    assert pairs.to_dict("records") == [
        {"task_id": "R1", "responsible_unit": "港务局", "position": 1, "capacity": "first_named"},
        {"task_id": "R1", "responsible_unit": "林业局", "position": 2, "capacity": "lead"},
    ]


def test_no_tasks_make_no_pairs():
    assert assignments_of(pd.DataFrame()).empty
