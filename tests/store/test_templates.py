"""An office's own template is kept with who and when, and comes back from a backup byte by byte."""

from datetime import UTC, datetime

import pytest

from store import archive, backup, templates
from store.ledger import Ledger
from store.refusals import ActedMeanwhileError, BlankError
from store.verification import verify
from tests.conftest import ROOT

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
DATA = ROOT / "data"
OWN = bytes(range(256)) * 20
KEY = "urging"


def save(ledger, raw=OWN, *, actor="张三", seen=0):
    templates.save(ledger, KEY, raw, "自拟.docx", actor=actor, at=NOON, seen=seen)


def used(ledger, key=KEY, **when):
    return templates.in_use(ledger, DATA, key, **when)


def test_the_shipped_one_is_used_until_another_is_saved(ledger):
    assert used(ledger).is_shipped
    assert used(ledger).raw == (DATA / "templates/urging.docx").read_bytes()
    save(ledger)
    own = used(ledger)
    assert (own.raw, own.is_shipped, own.saved.actor) == (OWN, False, "张三")
    assert used(ledger, "supervision").is_shipped


def test_the_shipped_one_is_restored_and_the_history_stays(ledger):
    save(ledger)
    templates.restore(ledger, KEY, actor="李四", at=NOON, seen=used(ledger).seen)
    assert used(ledger).is_shipped
    said = [(one.filename, one.actor) for one in templates.history(ledger, KEY)]
    assert said == [(None, "李四"), ("自拟.docx", "张三")]


def test_two_who_change_it_at_once_do_not_overwrite_each_other(ledger):
    save(ledger)
    with pytest.raises(ActedMeanwhileError):
        save(ledger, b"other", actor="李四")


def test_who_changes_it_is_named(ledger):
    with pytest.raises(BlankError):
        save(ledger, actor=" ")


def test_a_day_before_the_change_has_the_template_of_its_time(ledger):
    save(ledger)
    assert used(ledger, until=datetime(2026, 11, 1, tzinfo=UTC)).is_shipped


def test_it_comes_back_from_a_backup_and_from_an_export_byte_by_byte(ledger, tmp_path):
    save(ledger)
    assert verify(ledger) == []
    kept = backup.backup(ledger, tmp_path / "kept.sqlite3").file
    archive.write(ledger, tmp_path / "exported")
    with (
        Ledger.open(f"sqlite:///{tmp_path / 'restored.sqlite3'}") as restored,
        Ledger.open(f"sqlite:///{tmp_path / 'imported.sqlite3'}") as imported,
    ):
        backup.restore(kept, restored)
        archive.read(tmp_path / "exported", imported)
        assert used(restored).raw == used(imported).raw == OWN
