"""Where readers order packs: each in a thread of its own, few at once, and any can be cancelled."""

import secrets
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, TypeAlias

from export.pack.studio import Progress
from export.refusals import PackError, PacksBusyError, PackStoppedError

Listed: TypeAlias = list[dict[str, Any]]  # the manifest
_AT_ONCE = 2
_KEPT = 8  # finished packs that wait for their download
_FORGOTTEN = timedelta(days=1)  # what a server left behind that ended without tidying up


@dataclass(eq=False)
class Order:
    """A pack being made, or made; ``stop`` is set when nobody wants it any more.

    ``file`` is where it lies, ``name`` what it is called when it is downloaded.
    """

    file: Path
    name: str
    stop: Event = field(default_factory=Event)
    result: Future[Listed] = field(default_factory=Future[Listed])
    progress: Progress | None = None

    def heard(self, progress: Progress) -> None:
        """Remember how far it has come; called by the thread that makes it."""
        self.progress = progress

    @property
    def is_running(self) -> bool:
        """Tell whether somebody still waits for it."""
        return not self.result.done() and not self.stop.is_set()

    def outcome(self) -> Listed:
        """Return what the manifest of a finished pack says.

        Raises:
            PackError: when it was stopped.
            OSError: when it could not be written.
        """
        if self.stop.is_set():
            raise PackStoppedError
        return self.result.result()


Work: TypeAlias = Callable[[Order], Listed]


class PackDesk:
    """Takes orders: one per reader, ``at_once`` in all; finished packs wait in a folder."""

    def __init__(self, folder: Path, *, now: datetime, at_once: int = _AT_ONCE) -> None:
        self._folder = folder
        self._at_once = at_once
        self._orders: dict[str, Order] = {}
        self._lock = Lock()
        self._tidy(now)

    def order(self, reader: str, name: str, work: Work) -> Order:
        """Begin a pack; ``work`` writes it to the order's ``file`` and looks at its ``stop``.

        The reader's pack before this one is forgotten.

        Raises:
            PacksBusyError: when the reader has one running, or the server has enough of them.
        """
        with self._lock:
            mine = self._orders.get(reader)
            if mine is not None and mine.is_running:
                raise PacksBusyError("pack.one_at_a_time")
            busy = sum(not one.result.done() for one in self._orders.values())
            if busy >= self._at_once:
                raise PacksBusyError("pack.busy", count=str(busy))
            self._forget(reader)
            self._folder.mkdir(parents=True, exist_ok=True)
            made = Order(self._folder / f"{secrets.token_hex(8)}.zip", name)
            self._orders[reader] = made
            self._forget_oldest()
        Thread(target=_make, args=(made, work), name="pack", daemon=True).start()
        return made

    def of(self, reader: str) -> Order | None:
        """Return the reader's newest order, None where there is none."""
        return self._orders.get(reader)

    def forget(self, reader: str) -> None:
        """Stop and drop the reader's order, and delete its file."""
        with self._lock:
            self._forget(reader)

    def close(self, seconds: float = 10) -> None:
        """Stop every order and delete every file."""
        with self._lock:
            for one in self._orders.values():
                one.stop.set()
            wait([one.result for one in self._orders.values()], seconds)
            for reader in list(self._orders):
                self._forget(reader)

    def _forget(self, reader: str) -> None:
        known = self._orders.pop(reader, None)
        if known is not None:
            known.stop.set()
            known.file.unlink(missing_ok=True)

    def _forget_oldest(self) -> None:
        done = [reader for reader, one in self._orders.items() if one.result.done()]
        for reader in done[: max(0, len(done) - _KEPT)]:
            self._forget(reader)

    def _tidy(self, now: datetime) -> None:
        for file in self._folder.glob("*.zip*"):
            with suppress(OSError):  # another server on the same folder was quicker
                if file.stat().st_mtime < (now - _FORGOTTEN).timestamp():
                    file.unlink()


def _make(order: Order, work: Work) -> None:
    try:
        listed = work(order)
        if order.stop.is_set():  # stopped after the last step: nobody will fetch it
            order.file.unlink(missing_ok=True)
    except (PackError, OSError) as refused:
        order.result.set_exception(refused)
    except BaseException as broken:
        order.result.set_exception(broken)  # the page must not wait for ever
        raise
    else:
        order.result.set_result(listed)
