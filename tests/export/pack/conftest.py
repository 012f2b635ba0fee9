from dataclasses import replace

import pytest

from commands.open_data import source_of
from domain.periods import Period
from export.engine import PictureEngine
from export.pack.studio import Studio
from export.pack.subject import Subject
from store.versions import versions
from store.watching import month_warnings, watched
from tests.conftest import TODAY, board_of, illustrate, opened_in
from texts import catalogue

NOVEMBER = Period(2026, 11)


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Subject:
    """A pack of everything about the newest illustrative month; only to be read."""
    office = opened_in(tmp_path_factory.mktemp("pack"))
    illustrate(office)
    board = board_of(office)
    period = board.periods[-1]
    seen = watched(office, board, period, today=TODAY)
    subject = Subject(
        board=board,
        period=period,
        t=catalogue("zh"),
        illustrative=True,
        watched=seen,
        warnings=month_warnings(seen, period),
        committed_at=versions(office.ledger)[-1].at,
        source=source_of(office, board.version),
    )
    office.ledger.close()
    return subject


@pytest.fixture(scope="session")
def few(whole) -> Subject:
    """The same with three charts; only to be read."""
    return replace(whole, charts=("completion", "gaps", "owed"))


@pytest.fixture
def blind(tmp_path, t) -> Studio:
    """A studio on a server without a browser."""
    return Studio(PictureEngine(browser=tmp_path / "none"), t)
