"""Who is writing into a ledger now: a process that stops waits for them and lets nobody begin."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Condition

from store.refusals import LedgerUnavailableError

STOPPING = "stopping"  # as the cause of a refusal


class Writers:
    """The transactions of one open ledger that write, counted."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._writing = 0
        self._stopping = False

    @contextmanager
    def one(self) -> Generator[None]:
        """Count one writer while it writes.

        Raises:
            LedgerUnavailableError: when the process is about to stop.
        """
        with self._changed:
            self.must_go_on()
            self._writing += 1
        try:
            yield
        finally:
            with self._changed:
                self._writing -= 1
                self._changed.notify_all()

    def must_go_on(self) -> None:
        """Refuse when nobody may begin any more.

        Raises:
            LedgerUnavailableError: when the process is about to stop.
        """
        if self._stopping:
            raise LedgerUnavailableError("the process stops", STOPPING)

    def stop(self, patience_s: float) -> bool:
        """Let nobody begin and wait for those who write; tell whether all of them ended in time."""
        with self._changed:
            self._stopping = True
            return self._changed.wait_for(lambda: not self._writing, patience_s)
