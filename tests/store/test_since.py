"""Tables put together from another version are the same as those read anew."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from store.ledger import Ledger
from store.refusals import UnknownVersionError
from store.tables import Tables, tables
from tests.store import postgresql
from tests.store.made import (
    A_PROJECT,
    A_TASK,
    a_report,
    commit,
    progress,
    projects,
    tasks,
    withdraw,
)
from tests.store.test_model import STORY, Model, play

FRAMES = ("projects", "tasks", "assignments", "reports")
PLAIN = ("version", "illustrative", "latest_period", "plan_is_shown", "shown")


def assert_equal(found: Tables, read: Tables) -> None:
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(found, name), getattr(read, name))
    for name in PLAIN:
        assert getattr(found, name) == getattr(read, name), name


def check(url, story):
    """Go from every version to every other one, and step by step through all of them."""
    with Ledger.open(url) as ledger:
        commit(ledger, tasks())
        model = Model(version=1)
        play(ledger, model, story)
        commit(ledger, projects())
        newest = ledger.version()
        read = [tables(ledger, version) for version in range(newest + 1)]
        walked = read[0]
        for there in range(newest + 1):
            walked = tables(ledger, there, since=walked)
            assert_equal(walked, read[there])
            for here in (0, there // 2, newest):
                assert_equal(tables(ledger, here, since=walked), read[here])


@settings(max_examples=20, deadline=None, derandomize=True)
@given(story=STORY)
def test_a_random_history_is_the_same_from_any_version_on_sqlite(tmp_path_factory, story):
    check(f"sqlite:///{tmp_path_factory.mktemp('since') / 'ledger.sqlite3'}", story)


@pytest.mark.xdist_group("postgresql")
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=STORY)
def test_a_random_history_is_the_same_from_any_version_on_postgresql(postgresql_socket, story):
    check(postgresql.new_database(postgresql_socket), story)


def test_a_withdrawn_correction_gives_back_what_it_had_replaced(ledger):
    commit(ledger, progress(a_report(ppm=1), a_report("P02", ppm=2)))
    commit(ledger, progress(a_report(ppm=3)))
    commit(ledger, progress(a_report(ppm=4), a_report("P03", period="2026-11")))
    known = tables(ledger)
    withdraw(ledger, 3)
    now = tables(ledger, since=known)
    shown = now.reports[["item_id", "percent_done_ppm", "version"]].to_numpy().tolist()
    assert shown == [["P01", 3, 2], ["P02", 2, 1]]
    assert_equal(now, tables(ledger))


def test_months_in_which_nothing_came_are_taken_over_without_a_copy(ledger):
    commit(ledger, progress(*(a_report(f"P{n:02}", period="2026-01") for n in range(50))))
    for n in range(5):
        commit(ledger, progress(a_report(ppm=n), raw=str(n).encode()))
    known = tables(ledger)
    commit(ledger, progress(a_report(ppm=9)))
    now = tables(ledger, since=known)
    assert address(now.reports["item_id"]) == address(known.reports["item_id"])
    assert_equal(now, tables(ledger))


def address(column):
    return column.array.__arrow_array__().chunk(0).buffers()[2].address


def test_a_new_list_of_projects_is_read_and_an_old_one_taken_over(ledger):
    commit(ledger, projects())
    commit(ledger, tasks())
    for n in range(3):
        commit(ledger, progress(a_report(ppm=n), raw=str(n).encode()))
    known = tables(ledger)
    commit(ledger, progress(a_report(ppm=9)))
    assert tables(ledger, since=known).projects is known.projects
    commit(ledger, projects(A_PROJECT | {"project_name": "改名"}))
    renamed = tables(ledger, since=known)
    assert renamed.projects["project_name"].tolist() == ["改名"]
    assert renamed.tasks["task_id"].tolist() == [A_TASK["task_id"]]


def test_an_illustrative_upload_counts_until_it_is_withdrawn(ledger):
    for n in range(3):
        commit(ledger, progress(a_report(ppm=n), raw=str(n).encode()))
    known = tables(ledger)
    commit(ledger, progress(a_report("P02"), illustrative=True))
    shown = tables(ledger, since=known)
    withdraw(ledger, 4)
    assert (shown.illustrative, tables(ledger, since=shown).illustrative) == (True, False)


def test_the_months_stay_in_few_pieces_however_often_they_are_refreshed(ledger):
    for n in range(3):
        commit(ledger, progress(*(a_report(f"P{i:02}", ppm=n) for i in range(20))))
    now = tables(ledger)
    for n in range(20):
        commit(ledger, progress(a_report(ppm=n), raw=f"again {n}".encode()))
        now = tables(ledger, since=now)
    assert now.reports["item_id"].array.__arrow_array__().num_chunks == 1
    assert_equal(now, tables(ledger))


def test_a_version_the_ledger_has_not_reached_is_refused(ledger):
    commit(ledger, progress(a_report()))
    with pytest.raises(UnknownVersionError):
        tables(ledger, 2, since=tables(ledger))
