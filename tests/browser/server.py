"""The dashboard as it is served, on a free port of this machine, with a state folder of its own."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Generator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
_TRIES = 600
_BETWEEN_TRIES_S = 0.1
_ENDING_S = 15


@contextlib.contextmanager
def served(state: Path, **environ: str) -> Generator[str]:
    """Serve the dashboard until the block ends; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"PLAN_STATE": str(state), "PYTHONWARNINGS": "default", **environ}
    inherited = {name: said for name, said in os.environ.items() if name != "DATABASE_URL"}
    serve = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    log = state.with_suffix(".log")
    with (
        log.open("wb") as written,
        subprocess.Popen(
            serve, cwd=ROOT, env=inherited | own, stdout=written, stderr=subprocess.STDOUT
        ) as server,
    ):
        address = f"http://127.0.0.1:{port}"
        try:
            _await(server, address, log)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(_ENDING_S)
            except subprocess.TimeoutExpired:
                server.kill()


def answer(address: str, path: str) -> tuple[int, str]:
    """Return what the server says to a browser that opens ``path``: its code and its text."""
    with contextlib.closing(HTTPConnection(urlsplit(address).netloc)) as line:
        line.request("GET", path, headers={"Accept": "text/html"})
        said = line.getresponse()
        return said.status, said.read().decode()


def _await(server: subprocess.Popen, address: str, log: Path) -> None:
    for _ in range(_TRIES):
        with contextlib.suppress(ConnectionError):
            if answer(address, "/_stcore/health") == (200, "ok"):
                return
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(_BETWEEN_TRIES_S)
            break
    raise AssertionError(log.read_text("utf-8", "replace"))
