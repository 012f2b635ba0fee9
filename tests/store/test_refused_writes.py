"""When the ledger cannot be written, the reader is told why in a sentence and goes on reading."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import event

from store import entries
from store.ledger import Ledger
from store.refusals import LedgerUnavailableError, StaleBaseError
from store.staging import stage
from store.tables import tables
from store.trouble import sentences
from store.verification import verify
from tests.store.made import CLICK, NOON, a_report, commit, progress
from tests.store.processes import CLEAN
from texts import catalogue


def hold(url, held, release):
    """Keep the ledger locked, as a program does that stopped in the middle of a change."""
    with Ledger.open(url) as ledger, ledger.writing() as connection:
        entries.lock_head(connection)
        held.set()
        release.wait()


def impatient(ledger):
    """Let the ledger wait a moment only for a lock."""
    how = "PRAGMA busy_timeout=20" if ledger.engine.dialect.name == "sqlite" else None

    def connect(raw, _record):
        raw.cursor().execute(how or "SET lock_timeout=20")
        if how is None:
            raw.commit()

    ledger.engine.dispose()
    event.listen(ledger.engine, "connect", connect)


def test_a_ledger_locked_by_another_process_can_be_read_and_says_who_to_ask(url):
    with Ledger.open(url) as ledger:
        commit(ledger, progress(a_report()))
        impatient(ledger)
        held, release = CLEAN.Event(), CLEAN.Event()
        holder = CLEAN.Process(target=hold, args=(url, held, release))
        holder.start()
        held.wait()
        with pytest.raises(LedgerUnavailableError) as caught:
            commit(ledger, progress(a_report("P02")))
        assert caught.value.cause == "locked"
        (told,) = sentences(caught.value, catalogue("zh"))
        assert "占用" in told
        assert len(tables(ledger).reports) == 1
        release.set()
        holder.join()
        assert commit(ledger, progress(a_report("P02"))).version == 2


def test_a_read_only_place_can_be_read_and_the_next_commit_works_when_it_is_mended(ledger):
    commit(ledger, progress(a_report()))
    sqlite = ledger.engine.dialect.name == "sqlite"
    how = "PRAGMA query_only=ON" if sqlite else "SET TRANSACTION READ ONLY"

    def begin(connection):
        connection.exec_driver_sql(how)

    event.listen(ledger.engine, "begin", begin)
    for write in (
        lambda: commit(ledger, progress(a_report("P02"))),
        lambda: ledger.withdraw(1, actor="甲", at=NOON, reason="重复"),
        lambda: stage(ledger, b"x", "x.csv", actor="甲", at=NOON),
    ):
        with pytest.raises(LedgerUnavailableError) as caught:
            write()
        assert caught.value.cause == "readonly"
        assert len(tables(ledger).reports) == 1
    how = "PRAGMA query_only=OFF" if sqlite else "SELECT 1"
    assert commit(ledger, progress(a_report("P02"))).version == 2
    assert verify(ledger) == []


def test_three_clicks_at_once_are_one_version(ledger):
    together = Barrier(3)

    def click(_):
        together.wait()
        return commit(ledger, progress(a_report()), base=0, token=CLICK)

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(click, range(3)))
    assert answers == [ledger.upload(1)] * 3
    assert ledger.version() == 1


def test_of_two_previews_the_second_is_told_to_preview_again(ledger):
    together = Barrier(2)

    def confirm(item):
        together.wait()
        try:
            return commit(ledger, progress(a_report(item)), base=0, token=item).version
        except StaleBaseError as refusal:
            return refusal

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(confirm, ("P01", "P02")), key=str)
    (refusal,) = [one for one in answers if one != 1]
    assert len(answers) == 2
    assert "重新预览" in sentences(refusal, catalogue("zh"))[0]
    late = ({"P01", "P02"} - set(tables(ledger).reports["item_id"])).pop()
    assert commit(ledger, progress(a_report(late)), token=late).version == 2


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1), timedelta(days=366)])
def test_a_clock_that_goes_back_changes_no_order_and_no_day(ledger, back):
    commit(ledger, progress(a_report(ppm=1)), at=NOON)
    commit(ledger, progress(a_report(ppm=2)), at=NOON - back)
    commit(ledger, progress(a_report(ppm=3)), at=NOON + timedelta(days=1))
    commit(ledger, progress(a_report(ppm=4)), at=NOON + timedelta(days=3650))
    commit(ledger, progress(a_report(ppm=5)), at=NOON + timedelta(days=2))
    times = [one.at for one in ledger.uploads()]
    assert times == sorted(times)
    assert tables(ledger).reports["percent_done_ppm"].tolist() == [5]
    days = [date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23), date(2100, 1, 1)]
    assert [ledger.version_on(day) for day in days] == [0, 2, 3, 5]
    assert verify(ledger) == []
