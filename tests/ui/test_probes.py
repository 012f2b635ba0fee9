"""What a proxy or a monitor is told: does the process live, can it serve readers."""

import asyncio
from threading import Event

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from store.login import Login
from store.refusals import LedgerUnavailableError
from tests.store.made import NOON
from ui import probes
from ui.gate.doorkeeper import Doorkeeper
from ui.gate.gate import Gate


def _asked(routes, path: str, *before: Middleware) -> tuple[int, str]:
    async def ask() -> httpx.Response:
        way = httpx.ASGITransport(app=Starlette(routes=routes, middleware=before))
        async with httpx.AsyncClient(transport=way, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    answer = asyncio.run(ask())
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.text


def test_a_process_lives_before_it_is_ready():
    routes = probes.routes(lambda: 7, Event())
    assert _asked(routes, probes.LIVES) == (200, "ok")
    assert _asked(routes, probes.READY) == (503, "starting")


def test_it_is_ready_once_its_code_is_loaded_and_the_ledger_answers():
    loaded = Event()
    loaded.set()
    assert _asked(probes.routes(lambda: 7, loaded), probes.READY) == (200, "ready")


def test_without_its_ledger_it_lives_and_is_not_ready():
    def read():
        raise LedgerUnavailableError("server closed the connection")

    loaded = Event()
    loaded.set()
    routes = probes.routes(read, loaded)
    assert _asked(routes, probes.READY) == (503, "no ledger")
    assert _asked(routes, probes.LIVES) == (200, "ok")


def test_a_process_that_stops_says_so_to_its_proxy():
    def read():
        raise LedgerUnavailableError("the process stops", "stopping")

    loaded = Event()
    loaded.set()
    assert _asked(probes.routes(read, loaded), probes.READY) == (503, "stopping")


@pytest.mark.parametrize("path", [probes.LIVES, probes.READY])
def test_a_monitor_needs_no_account(path):
    login = Login.from_environment({"PLAN_LOGIN": "accounts", "PLAN_HOSTS": "127.0.0.1"})
    keeper = Doorkeeper(login, lambda: None, lambda: NOON)
    before = Middleware(Gate, keeper=keeper)
    code, said = _asked(probes.routes(lambda: 7, Event()), path, before)
    assert said in {"ok", "starting"}, code
