"""The illustrative ledger at size: marked throughout, the same every time, and sound."""

from datetime import UTC, date, datetime

import pytest

from commands.illustrated import large
from commands.illustrated.course import PERIODS, Course
from domain.columns import Projects, Reports
from domain.periods import Period
from store import intake
from tests.conftest import opened_in

TODAY, NOON = date(2026, 11, 22), datetime(2026, 11, 22, 4, tzinfo=UTC)
SITE = Course(total_yuan=1_000_000_000, start=2, months=24, pace=1.3)


@pytest.fixture(scope="module")
def made(planted):
    """The sheets as an office that just opened makes them."""
    office = opened_in(planted)
    yield list(large.sent(office))
    office.ledger.close()


def test_every_sheet_carries_the_mark_and_is_the_same_every_time(office, made):
    assert {f"progress-{period}.csv" for period in PERIODS} <= {one.sheet.filename for one in made}
    assert all("示例数据" in one.sheet.raw.decode("utf-8-sig").splitlines()[0] for one in made)
    assert list(large.sent(office)) == made


def test_the_sheets_come_one_after_the_other_those_of_a_month_within_it(made):
    assert [one.at for one in made] == sorted(one.at for one in made)
    assert made[0].at > large.BEGINS
    days = {one.sheet.filename: one.at.date() for one in made}
    assert days["progress-2024-02.csv"] == date(2024, 2, 23)


def test_in_the_last_months_one_unit_sends_its_own_sheet_after_the_month(office, made):
    (late,) = [one for one in made if one.sheet.filename.startswith("progress-2026-10-")]
    assert late.at.date() == date(2026, 11, 2)
    unit = late.sheet.filename.removeprefix("progress-2026-10-").removesuffix(".csv")
    assert unit in office.plan.unit_names
    (others,) = [one for one in made if one.sheet.filename == "progress-2026-10.csv"]
    reporting = [row.split(",")[4] for row in text(late)[2:]]
    assert set(reporting) == {unit}
    assert unit not in [row.split(",")[4] for row in text(others)[2:]]


def test_the_phases_of_the_projects_go_on_from_year_to_year(made):
    first, *_, last = [one for one in made if one.sheet.filename.startswith("projects")]
    finished = [sum(",竣工," in row for row in text(one)) for one in (first, last)]
    assert finished[0] == 0
    assert finished[1] > 50


def text(one):
    return one.sheet.raw.decode("utf-8-sig").splitlines()


def test_five_hundred_projects_pass_the_reader_and_the_plans_own_stay_as_they_are(office, made):
    before = intake.preview(office.ledger, office.plan, made[0].sheet, today=TODAY)
    assert not before.report.findings
    assert before.report.illustrative
    assert len(before.report.frame) == 500
    assert not before.changes.edited
    assert len(before.changes.added) == 490
    intake.commit(office.ledger, before, actor="示例", at=NOON)
    (last,) = [one.sheet for one in made if one.sheet.filename == "progress-2026-10.csv"]
    month = intake.preview(office.ledger, office.plan, last, today=TODAY)
    assert month.report.may_commit
    assert month.report.illustrative
    assert set(month.report.frame[Reports.PERIOD]) == {"2026-10"}
    assert len(month.report.frame) > 450


def test_what_the_plan_does_not_disclose_stays_empty(office, made):
    projects = intake.preview(office.ledger, office.plan, made[0].sheet, today=TODAY).report.frame
    named = projects.set_index(Projects.ID)[Projects.TOTAL_YUAN]
    assert named["P01"] == 11_000_000_000
    assert named.isna()["P05"]


def test_a_course_only_grows_and_ends_at_its_total():
    done = [SITE.done_yuan(month) for month in range(60)]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, SITE.total_yuan)


def test_what_was_done_this_year_is_the_difference_to_last_december():
    march, month = Period(2025, 3), Period(2025, 3).index - PERIODS[0].index
    assert SITE.done_ytd_yuan(march) == SITE.done_yuan(month) - SITE.done_yuan(month - 3)
