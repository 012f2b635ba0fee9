"""Readers keep the version before while the next one is worked out; its maker sees it at once."""

import gc

import pytest

from tests.pages.reader import charts, words
from tests.store.made import a_report, commit, progress
from ui import ahead, cache
from ui.shown import SHOWN

pytestmark = pytest.mark.usefixtures("state_folder")  # each test has a ledger of its own


@pytest.fixture
def told():
    """The versions that were to be worked out, by a server that is slow at it and full."""
    told = []
    SHOWN.begin(told.append, lambda: True)
    SHOWN.now(1)  # before any version of the ledger: everything in it is newer
    yield told
    SHOWN.end()


@pytest.fixture
def serving():
    """What works out ahead, as in a server."""
    yield ahead.at_start
    SHOWN.end()


def _version(app) -> str:
    (mark,) = [part.proto.body for part in app.get("html") if "ledger-version" in part.proto.body]
    return mark.partition('version="')[2].partition('"')[0]


def test_readers_are_shown_the_next_version_once_it_is_worked_out(empty, told):
    first = cache.ledger().version()
    SHOWN.now(first)
    reader = empty.open("overview")
    commit(cache.ledger(), progress(a_report("P01", ppm=420_000)))
    assert _version(reader.run()) == str(first)
    assert told == [first + 1]
    SHOWN.now(first + 1)
    assert _version(reader.run()) == str(first + 1)


@pytest.mark.usefixtures("told")
def test_whoever_makes_a_version_sees_it_before_all_others(empty):
    first = cache.ledger().version()
    SHOWN.now(first)
    other, officer = empty.open("overview"), empty.open("overview")
    officer.button(key="load-samples").click().run()
    assert _version(officer) == str(cache.ledger().version()) != str(first)
    assert _version(other.run()) == str(first)


@pytest.mark.usefixtures("told")
def test_a_day_looked_back_to_is_of_no_version_that_readers_are_not_shown_yet(empty):
    first = cache.ledger().version()
    SHOWN.now(first)
    commit(cache.ledger(), progress(a_report("P01", ppm=420_000)))
    today = cache.day().isoformat()
    said = words(empty.open("overview", as_of=today))
    assert any(f"第 {first} 版" in sentence for sentence in said)


def test_the_next_version_has_the_pictures_that_readers_had_before(illustrative, serving):
    ahead_of_all = serving()
    ahead_of_all.wait()
    before = charts(illustrative.open("investment"))
    commit(cache.ledger(), progress(a_report("P01", ppm=420_000)))
    SHOWN.of(cache.ledger().version())
    ahead_of_all.wait()
    known = cache.board_at(cache.ledger().version())
    worked = _worked(known)
    assert before.keys() == charts(illustrative.open("investment")).keys()
    assert _worked(known) == worked


def _worked(board) -> int:
    """Count what was worked out of a board."""
    return sum(len(memory) for memory in vars(board)["answers kept"].values())


def test_a_version_that_is_worked_out_is_left_out_of_later_searches_for_garbage(empty, serving):
    empty.open("overview")
    gc.unfreeze()
    serving().wait()
    assert gc.is_tracked(cache.board())
    assert gc.get_freeze_count() > 0
    assert not any(one is cache.board() for one in gc.get_objects())
