"""The made-up year in a ledger of its own, as a pack would be made of it."""

from datetime import timedelta
from pathlib import Path

from bench.sheets import ROOT
from commands.illustrated import loading, year
from commands.open_data import source_of
from export.pack.subject import Subject
from store.boards import board_of
from store.opening import Office, open_office
from store.tables import tables
from store.versions import versions
from store.watching import month_warnings, watched
from texts import catalogue

_AFTER = timedelta(days=30)


def an_office(state: Path) -> Office:
    """Open a new ledger in a folder, with the made-up year."""
    begins = year.script(ROOT / "data").begins
    office = open_office({"PLAN_STATE": str(state)}, ROOT, today=begins.date(), at=begins)
    loading.load_year(office, actor="bench")
    return office


def a_pack(folder: Path) -> Subject:
    """Return a pack of the newest month, everything in it."""
    office = an_office(folder / "state")
    board = board_of(office, tables(office.ledger))
    period = board.periods[-1]
    came = versions(office.ledger)[-1].at
    seen = watched(office, board, period, today=(came + _AFTER).date())
    return Subject(
        board=board,
        period=period,
        t=catalogue("zh"),
        illustrative=True,
        watched=seen,
        warnings=month_warnings(seen, period),
        committed_at=came,
        source=source_of(office, board.version),
    )
