"""The tables of the last few versions in memory, each made from the nearest one known."""

from pathlib import Path
from threading import Lock

from store import derived
from store.ledger import Ledger
from store.reports import Known
from store.tables import Tables, tables

_VERSIONS = 4
_BEHIND = 50  # versions by which the file may be older than what is shown


class FramesKept:
    """Tables by version, shared by the threads of one process.

    One version is put together at a time, by one thread, while those who ask for it wait.
    ``folder`` is the state folder; without it nothing is written and every start reads uploads.
    """

    def __init__(self, ledger: Ledger, folder: Path | None = None) -> None:
        self._ledger = ledger
        self._folder = folder
        self._filed: int | None = None  # the version in the derived file
        self._known: dict[int, Tables] = {}  # replaced, never changed: it is read unlocked
        self._lock = Lock()

    def at(self, version: int) -> Tables:
        """Return the tables of a version; nobody writes into them.

        Raises:
            LedgerError: when the ledger cannot be read or has not reached the version.
        """
        found = self._known.get(version)
        if found is not None:  # nobody waits for another version to be put together
            return found
        with self._lock:
            found = self._known.get(version)
            if found is None:
                found = self._made(version)
                newest = [*self._known.values(), found][-_VERSIONS:]
                self._known = {one.version: one for one in newest}
            return found

    def _made(self, version: int) -> Tables:
        made = tables(self._ledger, version, since=self._nearest(version))
        if self._folder is not None and derived.is_worth_it(version, made.reports):
            behind = None if self._filed is None else version - self._filed
            if behind is None or behind > _BEHIND:
                derived.keep(self._ledger, self._folder, version, made.reports)
                self._filed = version
        return made

    def _nearest(self, version: int) -> Known | None:
        if not self._known and self._folder is not None:
            stored = derived.load(self._ledger, self._folder)
            self._filed = stored.version if stored else None
            return stored
        return min(self._known.values(), key=lambda one: abs(one.version - version), default=None)
