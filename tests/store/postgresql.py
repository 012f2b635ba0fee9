"""A private PostgreSQL server for one test session, on a unix socket nobody else knows."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

# A Chinese collation on purpose: the ledger's own order must not depend on the server's.
_INITDB = ("--auth=trust", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=zh")
_QUICK = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"
_NUMBER = count()


def _binaries() -> Path | None:
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _as_somebody() -> tuple[str, ...]:
    """Return what goes before a command: the server refuses to run as root."""
    if os.getuid() != 0:
        return ()
    return ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the folder of its socket; skip the test when there is none."""
    binaries = _binaries()
    if binaries is None or not (binaries / "initdb").exists():
        import pytest  # noqa: PLC0415 - bench/ uses this server without it

        pytest.skip("no PostgreSQL server in /usr/lib/postgresql")
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
            yield str(home)
        finally:
            run("pg_ctl", "-D", f"{home}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home)


def new_database(socket: str) -> str:
    """Create an empty database and return its URL."""
    import psycopg  # noqa: PLC0415 - only where a server is

    name = f"ledger_{next(_NUMBER)}"
    with psycopg.connect(f"host={socket} user=plan dbname=postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://plan@/{name}?host={socket}"
