"""The processes that read: two at most, kept for the next sheet while they are well."""

import atexit
from collections.abc import Generator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from store.reading_process import ReadingProcess

AT_ONCE = 2


class Processes:
    """Lends a process to one sheet at a time; whoever comes third waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._free = BoundedSemaphore(AT_ONCE)
        self._lent = 0
        self._waiting: list[ReadingProcess] = []
        atexit.register(self.dismiss)

    @contextmanager
    def one(self) -> Generator[ReadingProcess]:
        """Lend a process for one sheet; one that does not go on is replaced before it is missed."""
        with self._free:
            process = self._take()
            well = False
            try:
                yield process
                well = process.may_go_on
            finally:
                self._give_back(process, well=well)
        if not well:
            self.prepare()

    def prepare(self) -> None:
        """Start a process unless one waits, or as many read as may."""
        with self._lock:
            if not self._waiting and self._lent < AT_ONCE:
                self._waiting.append(ReadingProcess())

    def dismiss(self) -> None:
        """End every process that waits."""
        with self._lock:
            while self._waiting:
                self._waiting.pop().end()

    def _take(self) -> ReadingProcess:
        with self._lock:
            self._lent += 1
            while self._waiting:
                process = self._waiting.pop()
                if process.may_go_on:
                    return process
                process.end()
            return ReadingProcess()

    def _give_back(self, process: ReadingProcess, *, well: bool) -> None:
        with self._lock:
            self._lent -= 1
            if well:
                self._waiting.append(process)
        if not well:
            process.end()
