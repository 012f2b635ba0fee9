"""Open pages wait for a newer version together: one look at the ledger serves all of them."""

import asyncio
import json
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from store.refusals import LedgerUnavailableError
from ui import watch
from ui.watch import Watch

QUICK_S = 0.01


class Ledger:
    """Moves on by one version at every third look."""

    def __init__(self) -> None:
        self.looks = 0

    def version(self) -> int:
        self.looks += 1
        return self.looks // 3


def test_a_question_is_answered_when_the_version_is_newer():
    ledger = Ledger()
    assert asyncio.run(Watch(ledger.version, QUICK_S).newer(1)) == 2
    assert ledger.looks == 6


def test_a_question_about_an_older_version_is_answered_at_once():
    ledger = Ledger()
    asyncio.run(Watch(ledger.version, QUICK_S).newer(-1))
    assert ledger.looks == 1


def test_an_answer_comes_in_time_even_if_nothing_is_newer():
    assert asyncio.run(Watch(lambda: 7, QUICK_S).newer(7, hold_s=3 * QUICK_S)) == 7


def test_a_hundred_readers_cost_as_many_looks_as_one():
    async def a_hundred(watch):
        return await asyncio.gather(*(watch.newer(1) for _ in range(100)))

    ledger = Ledger()
    assert set(asyncio.run(a_hundred(Watch(ledger.version, QUICK_S)))) == {2}
    assert ledger.looks == 6


class AtOnce(ThreadPoolExecutor):
    """Runs what it is given on the spot, so that no time passes meanwhile."""

    def submit(self, work, /, *args, **named):
        done = Future()
        done.set_result(work(*args, **named))
        return done


class SimulatedClock(asyncio.SelectorEventLoop):
    """A loop whose time jumps to whatever is due next."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self.set_default_executor(AtOnce())
        self._wait, self._selector.select = self._selector.select, self._jump

    def time(self):
        return self.now

    def _jump(self, timeout):
        events = self._wait(0)
        if not events and timeout:
            self.now += timeout
        return events


def learned_after(commit_s, asked_at_s):
    """Seconds from a commit until a page learns of it that asks as fresh.js does."""
    with closing(SimulatedClock()) as loop:
        looking = Watch(lambda: int(loop.time() >= commit_s))

        async def page():
            await asyncio.sleep(asked_at_s)
            while await looking.newer(0) == 0:
                pass
            return loop.time() - commit_s

        return loop.run_until_complete(page())


def test_a_page_learns_of_a_commit_within_a_quarter_of_a_second():
    """On a simulated clock, wherever between two looks or two questions the commit falls."""
    commits = [10 + n * 0.0173 for n in range(600)]  # longer than two questions are held
    waited = [learned_after(commit_s, asked_at_s=n % 7 / 5) for n, commit_s in enumerate(commits)]
    assert min(waited) >= 0
    assert 0.2 < max(waited) <= 0.25 + 1e-9


def asked(than):
    """What the server answers to an open page that shows version ``than``."""
    (route,) = (one for one in watch.routes() if one.path == "/ledger/newer")
    question = {"type": "http", "query_string": urlencode({"than": than}).encode()}
    return asyncio.run(route.endpoint(Request(question)))


@pytest.mark.parametrize("than", ["", "x", "-1", "1.5", "²"])
def test_a_question_without_a_version_is_refused(than):
    assert asked(than).status_code == 400


def test_the_answer_is_the_version_and_nothing_else(monkeypatch):
    monkeypatch.setattr(watch, "_WATCH", Watch(lambda: 12))
    answer = asked("11")
    assert (answer.status_code, json.loads(answer.body)) == (200, {"version": 12})
    assert answer.headers["cache-control"] == "no-store"


def test_a_ledger_that_does_not_answer_is_asked_again_later(monkeypatch):
    def away() -> int:
        raise LedgerUnavailableError("server closed the connection")

    monkeypatch.setattr(watch, "_WATCH", Watch(away))
    assert asked("1").status_code == 503
