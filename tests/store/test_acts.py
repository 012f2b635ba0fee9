"""The second book: what people do about the figures is kept beside them, in a chain of its own."""

from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta, timezone

import pytest
import sqlalchemy as sa

from domain.acts import Subject
from store import archive
from store.acts import acts, append, newest
from store.ledger import Ledger
from store.refusals import ActedMeanwhileError, BlankError, DamagedError
from store.tables import tables
from store.verification import verify
from store.versions import versions
from tests.store.killing import Toll
from tests.store.made import CLICK, NOON, a_report, act, commit, progress
from tests.store.processes import CLEAN
from texts import catalogue

LATER = NOON + timedelta(hours=1)
KILLS = 8
WRITERS, ACTS = 3, 8


def test_an_act_keeps_who_did_what_when_and_at_which_version(ledger):
    commit(ledger, progress(a_report()))
    body = {"text": "征拆未完成，\r\n“十月底”前解决", "gap": -12.5, "days": 3, "rule": None}
    shanghai = LATER.astimezone(timezone(timedelta(hours=8)))
    done = append(ledger, Subject.WARNING, "late P01", body, actor="财政局", at=shanghai, seen=0)
    assert (done.number, done.base, done.actor, done.at) == (1, 1, "财政局", LATER)
    assert (done.subject, done.key, done.body) == (Subject.WARNING, "late P01", body)
    assert done.at.utcoffset() == timedelta(0)
    assert acts(ledger) == (done,)
    assert newest(ledger) == 1


def test_an_empty_book_has_no_acts(ledger):
    assert (acts(ledger), newest(ledger)) == ((), 0)


def test_an_act_makes_no_version_so_that_no_preview_goes_stale(ledger):
    commit(ledger, progress(a_report()))
    before = ledger.version(), versions(ledger)
    act(ledger)
    assert (ledger.version(), versions(ledger)) == before
    assert commit(ledger, progress(a_report("P02")), base=1, token=CLICK).version == 2


def test_acts_are_read_by_subject_and_as_of_any_moment(ledger):
    commit(ledger, progress(a_report()))
    act(ledger, "a", at=NOON)
    act(ledger, "2026-10", subject=Subject.RULES, at=LATER)
    act(ledger, "a", at=LATER + timedelta(hours=1))
    numbers = [[one.number for one in acts(ledger, until=NOON + i * timedelta(hours=1))]
               for i in (-1, 0, 1, 2)]  # fmt: skip
    assert numbers == [[], [1], [1, 2], [1, 2, 3]]
    assert [one.number for one in acts(ledger, subject=Subject.WARNING)] == [1, 3]
    assert [one.number for one in acts(ledger, subject=Subject.WARNING, until=LATER)] == [1]
    assert acts(ledger, subject=Subject.PROBLEM) == ()


def test_who_did_not_see_the_last_act_about_it_is_told_who_acted(ledger):
    act(ledger, "a", actor="甲", seen=0)
    act(ledger, "b", seen=0)
    act(ledger, "a", subject=Subject.PROBLEM, seen=0)
    with pytest.raises(ActedMeanwhileError) as caught:
        act(ledger, "a", actor="乙", seen=0)
    assert "甲" in catalogue("zh")(caught.value.text_key, **caught.value.more)
    assert act(ledger, "a", actor="乙", seen=1).number == 4
    with pytest.raises(ActedMeanwhileError):
        act(ledger, "a", seen=1)
    assert [one.actor for one in acts(ledger) if one.key == "a"][-1] == "乙"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"actor": "  "}, BlankError),
        ({"key": ""}, ValueError),
        ({"body": {"gap": float("nan")}}, ValueError),
        ({"body": {"rows": [1, 2]}}, ValueError),
        ({"at": NOON.replace(tzinfo=None)}, ValueError),
        ({"subject": "weather"}, ValueError),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(ledger, wrong, refusal):
    with pytest.raises(refusal):
        act(ledger, **wrong)
    assert newest(ledger) == 0
    assert verify(ledger) == []


def test_what_no_database_keeps_in_text_is_replaced(ledger):
    done = act(ledger, "a\0", body={"te\0xt": "\ud800说明"}, actor="甲\0")
    assert (done.key, done.body, done.actor) == ("a\N{REPLACEMENT CHARACTER}", done.body, "甲�")
    assert done.body == {"te�xt": "�说明"}
    assert acts(ledger) == (done,)


def test_time_goes_back_neither_behind_the_act_nor_the_version_before(ledger):
    commit(ledger, progress(a_report()), at=LATER)
    assert act(ledger, "a", at=NOON).at == LATER
    assert act(ledger, "b", at=LATER + timedelta(hours=2)).at == LATER + timedelta(hours=2)
    assert act(ledger, "c", at=NOON).at == LATER + timedelta(hours=2)
    assert verify(ledger) == []


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE act SET body = '{}' WHERE seq = 2",
        "UPDATE act SET actor = '别人' WHERE seq = 2",
        "UPDATE act SET subject = 'rules' WHERE seq = 2",
        "UPDATE act SET base_seq = 0 WHERE seq = 2",
        "UPDATE act SET recorded_time = '2020' WHERE seq = 2",
        "DELETE FROM act WHERE seq = 2",
        "DELETE FROM act WHERE seq = 3",
        "DELETE FROM act",
    ],
)
def test_what_was_changed_behind_the_books_back_is_never_shown(ledger, meddling):
    commit(ledger, progress(a_report()))
    for key in "abc":
        act(ledger, key)
    with ledger.writing() as connection:
        connection.execute(sa.text(meddling))
    for until in (None, NOON):
        with pytest.raises(DamagedError):
            acts(ledger, until=until)
    assert len(tables(ledger).reports) == 1


def test_a_part_of_the_book_is_checked_as_well(ledger):
    for key in "abc":
        act(ledger, key)
    with ledger.writing() as connection:
        connection.execute(sa.text("UPDATE act SET body = '{}' WHERE seq = 2"))
    with pytest.raises(DamagedError):
        acts(ledger, subject=Subject.WARNING)


def test_no_act_is_written_after_one_that_is_missing(ledger):
    act(ledger, "a")
    with ledger.writing() as connection:
        connection.execute(sa.text("DELETE FROM act"))
    with pytest.raises(DamagedError):
        act(ledger, "b")


def act_often(url, writer):
    """Act on things of one's own and on one that everybody wants; return how many went through."""
    with Ledger.open(url) as ledger:
        shared = 0
        for number in range(ACTS):
            act(ledger, f"{writer}-{number}")
            try:
                act(ledger, "shared", seen=number)
            except ActedMeanwhileError:
                continue
            shared += 1
        return shared


def test_writers_at_once_lose_no_act_and_overrule_nobody_unseen(url):
    Ledger.open(url).close()
    with ProcessPoolExecutor(WRITERS, CLEAN) as pool:
        shared = sum(pool.map(act_often, [url] * WRITERS, range(WRITERS)))
    with Ledger.open(url) as ledger:
        assert len(acts(ledger)) == newest(ledger) == WRITERS * ACTS + shared
        assert len([one for one in acts(ledger) if one.key == "shared"]) == shared > 0
        assert verify(ledger) == []


def test_killed_writers_lose_no_act_that_was_acknowledged(url):
    toll = Toll()
    with Ledger.open(url) as ledger:
        for round_ in range(KILLS):
            toll.kill_acting(ledger, url, acknowledgements=1 + round_ % 3)
        assert (toll.kills, toll.lost, toll.half_done) == (KILLS, 0, 0)
        assert len(set(toll.digests)) == KILLS
        assert archive.digest(ledger) == toll.digests[-1]
        assert verify(ledger) == []
