"""Several processes on one ledger: nothing is lost, nothing is there twice."""

from concurrent.futures import ProcessPoolExecutor
from itertools import chain, pairwise

import pytest

from store.ledger import Ledger
from store.refusals import AlreadyUploadedError, StaleBaseError
from store.seed import plant
from store.tables import tables
from store.verification import verify
from tests.store.made import NOON, a_report, progress, projects, tasks
from tests.store.processes import CLEAN

WRITERS, FILES = 4, 6


def commit_own_files(url, writer):
    """Commit FILES files, previewing again whenever somebody was faster; return the versions."""
    versions = []
    with Ledger.open(url) as ledger:
        for number in range(FILES):
            submission = progress(a_report(f"P{writer}-{number}"))
            versions.append(commit_at_last(ledger, submission, f"{writer}-{number}"))
    return versions


def commit_at_last(ledger, submission, token):
    while True:
        base = ledger.version()
        try:
            upload = ledger.commit(submission, actor="甲", at=NOON, base=base, token=token)
        except StaleBaseError:
            continue
        return upload.version


def commit_one_file(url, token):
    with Ledger.open(url) as ledger:
        try:
            return ledger.commit(
                progress(a_report()), actor="甲", at=NOON, base=0, token=token
            ).version
        except (AlreadyUploadedError, StaleBaseError) as error:
            return type(error).__name__


def open_and_plant(url, _writer):
    with Ledger.open(url) as ledger:
        plant(ledger, projects(), tasks(), at=NOON)
        return ledger.version()


def all_at_once(function, url, arguments):
    with ProcessPoolExecutor(WRITERS, CLEAN) as pool:
        return list(pool.map(function, [url] * len(arguments), arguments))


def test_writers_at_once_lose_nothing_and_double_nothing(url):
    Ledger.open(url).close()
    versions = list(chain(*all_at_once(commit_own_files, url, range(WRITERS))))
    assert sorted(versions) == list(range(1, WRITERS * FILES + 1))
    with Ledger.open(url) as ledger:
        uploads = ledger.uploads()
        assert [one.version for one in uploads] == sorted(versions)
        assert all(later.base == earlier.version for earlier, later in pairwise(uploads))
        assert len(tables(ledger).reports) == WRITERS * FILES
        assert verify(ledger) == []


@pytest.mark.parametrize("token", ["same", None])
def test_one_file_from_several_processes_is_committed_once(url, token):
    Ledger.open(url).close()
    tokens = [token or f"own-{writer}" for writer in range(WRITERS)]
    answers = all_at_once(commit_one_file, url, tokens)
    assert answers.count(1) == (WRITERS if token else 1)
    with Ledger.open(url) as ledger:
        assert ledger.version() == 1


def test_starters_at_once_create_the_tables_and_plant_the_plan_once(url):
    assert all_at_once(open_and_plant, url, range(WRITERS)) == [2] * WRITERS
    with Ledger.open(url) as ledger:
        assert [one.kind for one in ledger.uploads()] == ["projects", "tasks"]
