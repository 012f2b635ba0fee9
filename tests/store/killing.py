"""A writer that is killed with -9 while it commits, and what the ledger must then hold."""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass, field

from store import archive
from store.acts import acts
from store.ledger import Ledger
from store.refusals import StaleBaseError
from store.tables import tables
from tests.store.made import a_report, act, commit, progress
from tests.store.processes import CLEAN

ROWS = 20


def commit_for_ever(url, acknowledge):
    with Ledger.open(url) as ledger:
        while True:
            base = ledger.version()
            reports = [a_report(f"P{base}-{row}") for row in range(ROWS)]
            with suppress(StaleBaseError):  # a server may finish a dead writer's commit
                acknowledge.send(commit(ledger, progress(*reports), base=base).version)


def act_for_ever(url, acknowledge):
    with Ledger.open(url) as ledger:
        while True:
            acknowledge.send(act(ledger, seen=2**40).number)


def kill_after(url, acknowledgements, work=commit_for_ever):
    """Let a writer work until so much of it is acknowledged, kill it; return the last number."""
    ours, theirs = CLEAN.Pipe(duplex=False)
    writer = CLEAN.Process(target=work, args=(url, theirs))
    writer.start()
    theirs.close()
    last = [ours.recv() for _ in range(acknowledgements)][-1]
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    while ours.poll():
        try:
            last = ours.recv()
        except EOFError:
            break
    ours.close()
    return last


@dataclass
class Toll:
    """What was counted over many kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half_done: int = 0
    finished: int = 0  # commits that the database completed though nobody was told
    digests: list[str] = field(default_factory=list)

    def kill(self, ledger, url, acknowledgements):
        """Kill one writer and count what the ledger then has too little of, or half."""
        acknowledged = kill_after(url, acknowledgements)
        now = tables(ledger)
        self.kills += 1
        self.acknowledged += acknowledgements
        self.lost += max(0, acknowledged - now.version)
        self.finished += max(0, now.version - acknowledged)
        self.half_done += len(now.reports) != ROWS * now.version
        self.digests.append(archive.digest(ledger))

    def kill_acting(self, ledger, url, acknowledgements):
        """Kill one who acts and count what the book then has too little of, or half."""
        acknowledged = kill_after(url, acknowledgements, act_for_ever)
        numbers = [one.number for one in acts(ledger)]
        self.kills += 1
        self.acknowledged += acknowledgements
        self.lost += max(0, acknowledged - len(numbers))
        self.finished += max(0, len(numbers) - acknowledged)
        self.half_done += numbers != list(range(1, len(numbers) + 1))
        self.digests.append(archive.digest(ledger))
