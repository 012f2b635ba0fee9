"""A ledger in a file of its own for what needs no database server."""

import pytest

from store.ledger import Ledger


@pytest.fixture
def sqlite_ledger(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as ledger:
        yield ledger
