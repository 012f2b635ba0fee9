"""One process and two behind nginx, over one PostgreSQL: what the same crowd costs each.

``python -m bench.processes`` needs nginx and openssl. With cores for both, two processes answer as
much more as they have processors; here is what can be seen on any machine, that they do not cost
more together than one alone.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPSConnection
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from bench import table
from bench.clock import machine
from bench.viewers import crowd
from bench.viewers.served import ROOT, Server, served
from bench.viewers.session import Session, unproved
from commands.illustrated.loading import load_year
from domain.roles import Role
from store import accounts, authority, passwords
from store.accounts import Account
from store.opening import open_office
from tests.gate import front
from tests.store import postgresql

_NAME, _PHRASE = "reader", "a long enough phrase for a bench"
_DAY = datetime(2026, 11, 22, 4, tzinfo=UTC)
_READERS, _THINK_S, _SECONDS = 20, 1.0, 30.0


@dataclass(frozen=True, slots=True)
class Behind:
    """Processes behind nginx as a crowd sees them: one address, each reader with one of them."""

    address: str
    processes: Sequence[Server]
    signed_in: str  # the cookie of the account
    _readers: Iterator[int] = field(default_factory=count)

    def cookies(self) -> str:
        """Return the account's cookie and one that nginx spreads readers by."""
        return f"{self.signed_in}; plan_process={next(self._readers)}"

    def processor_ms(self) -> float:
        """Return the sum over all processes; nginx is left out."""
        return sum(one.processor_ms() for one in self.processes)

    def memory_mb(self) -> float:
        """Return the sum over all processes."""
        return sum(one.memory_mb() for one in self.processes)


def measured() -> Iterator[table.Section]:
    """Let the same crowd read from one process, then from two."""
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        url = postgresql.new_database(stack.enter_context(postgresql.server()))
        _fill(folder, url)
        processes = [_process(folder / f"{number}", url, stack) for number in range(2)]
        rows: list[tuple[str, ...]] = []
        for number in (1, 2):
            at = folder / f"front-{number}"
            rows.append((str(number), *_crowd(_behind(processes[:number], at, stack))))
    yield _section(rows)


def _fill(folder: Path, url: str) -> None:
    environ = {"PLAN_STATE": str(folder / "made"), "DATABASE_URL": url}
    office = open_office(environ, ROOT, today=_DAY.date(), at=_DAY)
    load_year(office, actor="bench")
    made = Account(_NAME, frozenset({Role.VIEWER}))
    kept = passwords.hashed(_PHRASE)
    accounts.add(office.ledger, made, password_hash=kept, by=authority.CONSOLE, at=_DAY)
    office.ledger.close()


def _process(state: Path, url: str, stack: ExitStack) -> Server:
    environ = {"PLAN_STATE": str(state), "DATABASE_URL": url}
    login = {"PLAN_LOGIN": "accounts", "PLAN_HOSTS": front.HOST}
    log = state.with_suffix(".log")
    return stack.enter_context(served(ROOT / "dashboard.py", environ | login, log))


def _behind(processes: list[Server], folder: Path, stack: ExitStack) -> Behind:
    """Start nginx before some processes, sign in, and let each of them show every page once."""
    folder.mkdir()
    front.certificate(folder)
    port = stack.enter_context(front.before([one.address for one in processes], folder))
    behind = Behind(f"https://{front.HOST}:{port}", processes, _signed_in(port))
    asyncio.run(_warm(behind))
    return behind


def _signed_in(port: int) -> str:
    line = HTTPSConnection("127.0.0.1", port, context=unproved())
    host = f"{front.HOST}:{port}"
    said = {
        "Host": host,
        "Origin": f"https://{host}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    line.request("POST", "/login", urlencode({"name": _NAME, "password": _PHRASE}), said)
    given = line.getresponse().headers.get_all("Set-Cookie") or []
    line.close()
    (cookie,) = (one.partition(";")[0] for one in given if one.startswith("__Host-plan="))
    return cookie


async def _warm(behind: Behind) -> None:
    for _ in range(4 * len(behind.processes)):
        async with Session(behind.address, behind.cookies()) as session:
            await session.go()
            for page in session.pages:
                await session.go(page)


def _crowd(behind: Behind) -> tuple[str, ...]:
    waits = asyncio.run(
        crowd.measured(behind, crowd.walk, viewers=_READERS, think_s=_THINK_S, seconds=_SECONDS)
    )
    answers = len(waits.later) + len(waits.first)
    return (
        str(answers),
        f"{answers / _SECONDS:.1f}",
        f"{waits.processor_ms:,.0f}",
        f"{waits.processor_ms_each():.1f}",
        f"{1000 * waits.share(0.5):.0f}",
        f"{1000 * waits.share(0.95):.0f}",
        f"{waits.memory_mb:.0f}",
        str(len(waits.troubles)),
    )


def _section(rows: list[tuple[str, ...]]) -> table.Section:
    return table.Section(
        name="processes",
        title="One process and two behind nginx",
        columns=(
            *("processes", "answers", "a second", "processor ms", "ms an answer"),
            *("p50 ms", "p95 ms", "memory MB", "troubles"),
        ),
        rows=rows,
        before=f"{_READERS} readers without a browser, signed in, walk all pages and filter, each "
        f"after a pause of {_THINK_S:g} s on average, for {_SECONDS:g} s, through nginx as "
        "`deploy/nginx.conf` has it, every reader staying with the process they came to. Both "
        "processes read the made-up year from one PostgreSQL. Processor time is the sum of the "
        f"processes of the dashboard. {machine()}",
        after="Readers, nginx, PostgreSQL and both processes share the processors of this machine, "
        "so that answers a second say little here; what the same answers cost says that a second "
        "process adds no work of its own.",
    )


if __name__ == "__main__":
    for section in measured():
        print(section.markdown())
        table.write(section)
