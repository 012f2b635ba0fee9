"""Reading a sheet where it cannot take the server down with it.

A small text file is read here. Everything else is read by a process of its own under limits of
memory and time, for a hostile workbook can make a reader eat all memory or end its process.
"""

import atexit
import os
import pickle
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore, Lock

from ingest.codes import Code, found
from ingest.context import Context
from ingest.labels import label_of
from ingest.reading import read
from ingest.report import Origin, Report, SheetKind
from ingest.typed import frame_of
from store.reading_child import Asked

_ROOT = Path(__file__).parents[1]
_SMALL = 256 * 1024  # bytes of text that cost nobody anything
_CONTAINERS = (b"PK", b"\xd0\xcf\x11\xe0")
_MEMORY = 768 * 1024**2
_CPU_SECONDS = 5
_ROWS_A_SECOND = 5_000  # allowed on top, for a command line that raises the limits
_PATIENCE = 3  # times the processor's time: others need the processor too
_AT_ONCE = BoundedSemaphore(2)


def read_safely(
    raw: bytes,
    filename: str,
    context: Context,
    *,
    kind: SheetKind | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
) -> Report:
    """Read as ``ingest.reading.read`` does; what a file does to its reader is a finding.

    At most two files are read at once, each with 768 MB and 5 s of processor time, and a second
    more for every 5,000 rows that the limits allow.
    """
    how = {"kind": kind, "encoding": encoding, "sheet": sheet, "mapping": mapping}
    if len(raw) > context.limits.max_bytes:
        raw = raw[: context.limits.max_bytes + 1]  # refused for its size, whatever it holds
    elif len(raw) > _SMALL or raw.startswith(_CONTAINERS):
        seconds = _CPU_SECONDS + context.limits.max_rows // _ROWS_A_SECOND
        report = _in_child(Asked(raw, filename, context, how, _MEMORY, seconds))
        return report or _stopped(filename, kind)
    return read(raw, filename, context, kind=kind, encoding=encoding, sheet=sheet, mapping=mapping)


def _in_child(asked: Asked) -> Report | None:
    """Return what the process answers, or None when it was stopped or ended itself."""
    with _AT_ONCE, _SPARE.take() as child:
        try:
            question = pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)
            answer, _ = child.communicate(question, timeout=asked.cpu_seconds * _PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            return None
    if child.returncode:
        return None
    report: Report = pickle.loads(answer)  # noqa: S301 - written by our own child process
    return report


def _stopped(filename: str, kind: SheetKind | None) -> Report:
    told = (found(Code.E_READING_STOPPED),)
    return Report(Origin(label_of(filename)), kind, frame_of((), kind), findings=told)


class _Spare:
    """Keeps one process started, for starting one takes longer than reading a month's sheet."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: subprocess.Popen[bytes] | None = None
        atexit.register(self.dismiss)

    def take(self) -> subprocess.Popen[bytes]:
        """Return a process that waits for its sheet, and start the next one."""
        with self._lock:
            ready, self._waiting = self._waiting, None
            if ready is None or ready.poll() is not None:
                ready = _start()
            self._waiting = _start()
        return ready

    def dismiss(self) -> None:
        """End the process that waits."""
        with self._lock:
            if self._waiting is not None:
                self._waiting.kill()
                self._waiting.communicate()
                self._waiting = None


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "store.reading_child"],
        cwd=_ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # its threads would reserve memory
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


_SPARE = _Spare()
