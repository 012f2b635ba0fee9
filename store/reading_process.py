"""One process that reads sheets for us, and the watch that ends it when it takes too much."""

import os
import pickle
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import IO, Self

import psutil

from ingest.report import Report
from ingest.steps import Heard, Step
from store.reading_child import Asked

_ROOT = Path(__file__).parents[1]
_LOOK_EVERY_SECONDS = 0.05
_MANY_SHEETS = 100  # after so many a process makes way for a fresh one
_SPENT_BYTES = 220 * 1024**2  # a fresh one holds half of that


class GoneError(Exception):
    """The process had ended before it was asked; another one may be asked instead."""


class ReadingProcess:
    """Reads one sheet after another; started at once, ready half a second later."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "store.reading_child"],
            cwd=_ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # its threads would reserve memory
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._read = 0
        self._well = True

    def report(self, asked: Asked, heard: Heard, seconds: float) -> Report | None:
        """Return what it answers, or None when it was stopped or ended itself.

        Raises:
            GoneError: when it had ended before it began to read.
        """
        if self._process.poll() is not None:
            raise GoneError
        self._read += 1
        self._well = False
        with Watch(self._process, asked.memory_bytes, seconds) as watch:
            report = self._answer(asked, heard, watch)
        self._well = report is not None
        return report

    def _answer(self, asked: Asked, heard: Heard, watch: "Watch") -> Report | None:
        answers = _pipe(self._process.stdout)
        try:
            _send(asked, _pipe(self._process.stdin))
        except OSError as problem:
            raise GoneError from problem
        said = _said(answers)
        if said is None and not watch.has_ended_it:
            raise GoneError
        while isinstance(said, Step):
            heard(said)
            said = _said(answers)
        return said

    @property
    def may_go_on(self) -> bool:
        """Tell whether it lives and has not grown old."""
        if not self._well or self._read >= _MANY_SHEETS or self._process.poll() is not None:
            return False
        return _resident_bytes(self._process.pid) < _SPENT_BYTES

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.communicate()


class Watch:
    """Kills a process that takes too long, or more memory than the system itself denies it."""

    def __init__(self, process: subprocess.Popen[bytes], memory_bytes: int, seconds: float) -> None:
        self._process = process
        self._most_bytes = _resident_bytes(process.pid) + memory_bytes
        self._until = monotonic() + seconds
        self._over = Event()
        self.has_ended_it = False
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(min(_LOOK_EVERY_SECONDS, max(0, self._until - monotonic()))):
            late = monotonic() >= self._until
            if late or _resident_bytes(self._process.pid) > self._most_bytes:
                self.has_ended_it = True
                self._process.kill()
                return


def _send(asked: Asked, questions: IO[bytes]) -> None:
    pickle.dump(asked, questions, pickle.HIGHEST_PROTOCOL)
    questions.flush()


def _said(answers: IO[bytes]) -> Step | Report | None:
    try:
        return pickle.load(answers)  # noqa: S301 - written by our own child process
    except (EOFError, pickle.UnpicklingError):
        return None


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise TypeError(stream)
    return stream


def _resident_bytes(pid: int) -> int:
    try:
        return psutil.Process(pid).memory_info().rss
    except psutil.Error:  # it is gone, or the system does not say
        return 0
