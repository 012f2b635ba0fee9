"""The PostgreSQL server of one test session: that of DATABASE_URL, else a private one.

The private one listens on a unix socket nobody else knows and goes with the session.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

# A Chinese collation on purpose: the ledger's own order must not depend on the server's.
_INITDB = ("--auth=trust", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=zh")
_QUICK = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"
_NUMBER = count()
_PREFIX = f"plan_test_{os.getpid()}_"  # a server that is given may hold other databases


def _binaries() -> Path | None:
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _as_somebody() -> tuple[str, ...]:
    """Return what goes before a command: the server refuses to run as root."""
    if os.getuid() != 0:
        return ()
    return ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a server; skip the test when there is none."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgresql"):
        address = make_url(given).set(drivername="postgresql+psycopg")
        try:
            yield address.render_as_string(hide_password=False)
        finally:
            _drop_ours(address.render_as_string(hide_password=False))
        return
    with _own_server() as home:
        yield f"postgresql+psycopg://plan@/postgres?host={home}"


@contextmanager
def _own_server() -> Iterator[Path]:
    binaries = _binaries()
    if binaries is None or not (binaries / "initdb").exists():
        import pytest  # noqa: PLC0415 - bench/ uses this server without it

        pytest.skip("no PostgreSQL server in /usr/lib/postgresql; scripts/prepare test installs it")
    home = Path(tempfile.mkdtemp(prefix="plan-pg-"))
    if os.getuid() == 0:
        shutil.chown(home, "nobody", "nogroup")

    def run(program: str, *arguments: str) -> None:
        command = (*_as_somebody(), str(binaries / program), *arguments)
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        subprocess.run(command, check=True, cwd=home, **quiet)

    try:
        run("initdb", "-D", f"{home}/data", "-U", "plan", *_INITDB)
        options = f"-k {home} {_QUICK}"
        run("pg_ctl", "-D", f"{home}/data", "-l", f"{home}/log", "-w", "-o", options, "start")
        try:
            yield home
        finally:
            run("pg_ctl", "-D", f"{home}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home)


def new_database(address: str, how: str = "") -> str:
    """Create an empty database on the server and return its URL.

    Its files are copied as files: page by page through the log takes five times as long.
    """
    name = f"{_PREFIX}{next(_NUMBER)}"
    with _connected(address) as admin:
        admin.execute(f"CREATE DATABASE {name} STRATEGY file_copy {how}")
    return make_url(address).set(database=name).render_as_string(hide_password=False)


def drop_database(address: str, url: str) -> None:
    """Drop a database of the server, for a hundred of them take long to be written out."""
    with _connected(address) as admin:
        admin.execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


def parts(url: str) -> dict[str, Any]:
    """Take a URL apart as drivers other than SQLAlchemy's want it."""
    read = make_url(url)
    found = {"host": read.query.get("host", read.host), "port": read.port, "user": read.username}
    found |= {"password": read.password, "database": read.database}
    return {name: said for name, said in found.items() if said is not None}


def _connected(address: str) -> Any:
    import psycopg  # noqa: PLC0415 - only where a server is

    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True)


def _drop_ours(address: str) -> None:
    with _connected(address) as admin:
        found = admin.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_PREFIX]
        )
        for (name,) in found.fetchall():
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
