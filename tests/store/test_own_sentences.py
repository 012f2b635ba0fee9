"""A sentence an office wrote stays until another takes its place or the catalogue's comes back."""

from datetime import UTC, datetime

import pytest

from store import own_sentences, templates
from store.refusals import ActedMeanwhileError
from tests.conftest import ROOT

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
KEY = "circular.asked"


def save(ledger, text, seen=0):
    own_sentences.save(ledger, KEY, text, actor="张三", at=NOON, seen=seen)


def test_the_last_sentence_counts_until_it_is_put_back(ledger):
    save(ledger, "甲")
    save(ledger, "乙", seen=own_sentences.seen(ledger, KEY))
    assert own_sentences.in_use(ledger) == {KEY: "乙"}
    assert own_sentences.in_use(ledger, until=datetime(2026, 11, 1, tzinfo=UTC)) == {}
    save(ledger, None, seen=own_sentences.seen(ledger, KEY))
    assert own_sentences.in_use(ledger) == {}


def test_two_who_write_at_once_do_not_overwrite_each_other(ledger):
    save(ledger, "甲")
    with pytest.raises(ActedMeanwhileError):
        save(ledger, "乙")


def test_a_template_of_a_letter_is_no_sentence(ledger):
    who = {"actor": "张三", "at": NOON, "seen": 0}
    templates.save(ledger, "urging", b"docx", "a.docx", **who)
    assert own_sentences.in_use(ledger) == {}
    save(ledger, "甲")
    assert not templates.in_use(ledger, ROOT / "data", "urging").is_shipped


def test_every_change_is_told_with_what_was_written_before(ledger):
    save(ledger, "甲")
    save(ledger, "乙", seen=own_sentences.seen(ledger, KEY))
    save(ledger, None, seen=own_sentences.seen(ledger, KEY))
    told = [(one.key, one.before, one.after, one.actor) for one in own_sentences.history(ledger)]
    assert told == [(KEY, "乙", None, "张三"), (KEY, "甲", "乙", "张三"), (KEY, None, "甲", "张三")]
    assert own_sentences.history(ledger, until=datetime(2026, 11, 1, tzinfo=UTC)) == ()
