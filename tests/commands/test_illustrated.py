"""The illustrative ledger at size: marked throughout, the same every time, and sound."""

from datetime import UTC, date, datetime

import pytest

from commands.illustrated.course import PERIODS, Course
from commands.illustrated.loading import sheets
from domain.columns import Projects, Reports
from domain.periods import Period
from store import intake

TODAY, NOON = date(2026, 11, 22), datetime(2026, 11, 22, 4, tzinfo=UTC)
SITE = Course(total_yuan=1_000_000_000, start=2, months=24, pace=1.3)


@pytest.fixture
def made(office):
    return list(sheets(office))


def test_every_sheet_carries_the_mark_and_is_the_same_every_time(office, made):
    assert len(made) == 1 + len(PERIODS)
    assert all("示例数据" in one.raw.decode("utf-8-sig").splitlines()[0] for one in made)
    assert [one.raw for one in sheets(office)] == [one.raw for one in made]


def test_five_hundred_projects_pass_the_reader_and_the_plans_own_stay_as_they_are(office, made):
    before = intake.preview(office.ledger, office.plan, made[0], today=TODAY)
    assert not before.report.findings
    assert before.report.illustrative
    assert len(before.report.frame) == 500
    assert not before.changes.edited
    assert len(before.changes.added) == 490
    intake.commit(office.ledger, before, actor="示例", at=NOON)
    month = intake.preview(office.ledger, office.plan, made[-1], today=TODAY)
    assert month.report.may_commit
    assert month.report.illustrative
    assert set(month.report.frame[Reports.PERIOD]) == {"2026-10"}
    assert len(month.report.frame) > 500


def test_what_the_plan_does_not_disclose_stays_empty(office, made):
    projects = intake.preview(office.ledger, office.plan, made[0], today=TODAY).report.frame
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
