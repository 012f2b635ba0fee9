"""A Streamlit app served for a bench, and what its process has cost so far."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
_PATIENCE_S, _BETWEEN_S, _ENDING_S = 90.0, 0.1, 15.0
_OURS = ("DATABASE_URL", "PLAN_STATE")


@dataclass(frozen=True, slots=True)
class Server:
    """A served app: its address and its process."""

    address: str
    process: psutil.Process

    def processor_ms(self) -> float:
        """Return processor time since the start, of the process and of those it started."""
        ended = self.process.cpu_times()
        family = [self.process, *self.process.children(recursive=True)]
        living = sum(sum(one.cpu_times()[:2]) for one in family)
        return 1000 * (living + ended.children_user + ended.children_system)

    def cookies(self) -> str:
        """Return what a new reader's browser says of itself: nothing."""
        return ""

    def memory_mb(self) -> float:
        """Return the memory that stays with the process now."""
        return self.process.memory_info().rss / 1024**2


@contextmanager
def served(
    script: Path, environ: Mapping[str, str], log: Path, *, options: tuple[str, ...] = ()
) -> Generator[Server]:
    """Serve ``script`` on a free port of this machine until the block ends.

    The dashboard finds its settings in ``.streamlit`` of the project; the two others are served
    from a folder without any, so that they have Streamlit's own.
    """
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", "{port}"]
    always = ("--server.address=127.0.0.1", "--server.headless=true")
    quiet = ("--server.fileWatcherType=none", "--browser.gatherUsageStats=false")
    folder = ROOT if script.parent == ROOT else log.parent
    whole = [*command, *always, *quiet, *options]
    with started(whole, environ, log, folder=folder, healthy="/_stcore/health") as server:
        yield server


@contextmanager
def started(
    command: Sequence[str],
    environ: Mapping[str, str],
    log: Path,
    *,
    folder: Path = ROOT,
    healthy: str = "/",
) -> Generator[Server]:
    """Run a server on a free port until the block ends; ``{port}`` in its words is that port.

    It is told the port as ``PORT`` too, and is ready when ``healthy`` answers 200.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    inherited = {name: said for name, said in os.environ.items() if name not in _OURS}
    with (
        log.open("wb") as written,
        subprocess.Popen(  # noqa: S603 - ourselves, and those we are compared with
            [word.replace("{port}", str(port)) for word in command],
            cwd=folder,
            env=inherited | {"PORT": str(port)} | dict(environ),
            stdout=written,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await(process, port, healthy, log)
            yield Server(f"http://127.0.0.1:{port}", psutil.Process(process.pid))
        finally:
            process.terminate()
            try:
                process.wait(_ENDING_S)
            except subprocess.TimeoutExpired:
                process.kill()


def _await(process: "subprocess.Popen[bytes]", port: int, path: str, log: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    while process.poll() is None and time.monotonic() < until:
        asked = HTTPConnection("127.0.0.1", port, timeout=1)
        with closing(asked), suppress(OSError, HTTPException):
            asked.request("GET", path)
            if asked.getresponse().status == HTTPStatus.OK:
                return
        time.sleep(_BETWEEN_S)
    raise RuntimeError(log.read_text("utf-8", "replace"))
