import pytest
import sqlalchemy as sa

from ingest.reading import read
from ingest.signatures import signature
from store import database, migrations, schema
from store.ledger import Ledger
from store.mappings import recall, remember
from store.refusals import BlankError
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, text_of
from tests.store.made import NOON

TYPED = {"期间": "报送节点", "完成进度": "形象比重"}
ODD = [TYPED.get(header, header) for header in HEADERS]
MEANT = {odd: header for header, odd in TYPED.items()}


def test_a_mapping_made_by_hand_serves_the_next_sheet_of_that_source(ledger):
    sheet = text_of(ODD, GOOD).encode()
    first = read(sheet, "十月.csv", CONTEXT)
    assert not first.may_commit
    remember(ledger, signature(first.headers), MEANT, actor="港务局", at=NOON)
    assert recall(ledger, signature(first.headers)) == MEANT
    again = read(sheet, "十一月.csv", CONTEXT, mapping=recall(ledger, signature(first.headers)))
    assert again.findings == ()


def test_the_latest_mapping_counts_and_another_source_has_none(ledger):
    remember(ledger, "one", MEANT, actor="港务局", at=NOON)
    remember(ledger, "one", {"报送节点": "备注"}, actor="财政局", at=NOON)
    assert recall(ledger, "one") == {"报送节点": "备注"}
    assert recall(ledger, "other") == {}


def test_a_mapping_is_no_version_of_the_ledger(ledger):
    remember(ledger, "one", MEANT, actor="港务局", at=NOON)
    assert ledger.version() == 0


def test_nobody_and_nothing_are_not_remembered(ledger):
    with pytest.raises(BlankError):
        remember(ledger, "one", MEANT, actor=" ", at=NOON)
    with pytest.raises(ValueError, match=r"^$"):
        remember(ledger, "", MEANT, actor="港务局", at=NOON)


def test_a_ledger_of_the_first_release_gets_the_table_when_it_is_opened(url, monkeypatch):
    steps = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", steps[:1])
    Ledger.open(url).close()
    engine = database.engine_for(url)
    with database.reading(engine) as connection:
        assert not sa.inspect(connection).has_table(schema.mapping.name)
    engine.dispose()
    monkeypatch.undo()
    with Ledger.open(url) as ledger:
        assert recall(ledger, "one") == {}
