"""Readers are shown the newest version that is worked out; whoever made one sees it at once."""

from ui.shown import Shown


def _crowd():
    return True


def test_before_readers_are_served_the_newest_version_is_shown():
    shown = Shown()
    assert shown.of(7) == 7
    shown.now(7)
    assert shown.of(8) == 8


def test_a_few_readers_are_shown_a_newer_version_at_once():
    asked, are_many = [], []
    shown = Shown()
    shown.begin(asked.append, lambda: bool(are_many))
    shown.now(7)
    assert shown.of(8) == 8
    assert asked == [8]
    are_many.append(True)
    assert shown.of(8) == 8, "who saw it is not taken back when others come"
    assert shown.of(9) == 8


def test_a_crowd_is_shown_a_newer_version_once_it_is_worked_out():
    asked = []
    shown = Shown()
    shown.begin(asked.append, _crowd)
    assert shown.of(7) == 7, "nothing is worked out yet: nobody is kept waiting for nothing"
    shown.now(7)
    assert [shown.of(7), shown.of(8), shown.of(8)] == [7, 7, 7]
    assert asked == [8, 8]
    shown.now(8)
    assert shown.of(8) == 8


def test_what_is_late_does_not_take_readers_back():
    shown = Shown()
    shown.begin(lambda _: None, _crowd)
    shown.now(8)
    shown.now(7)
    assert shown.of(9) == 8


def test_a_ledger_that_was_put_back_is_shown_as_it_is():
    shown = Shown()
    shown.begin(lambda _: None, _crowd)
    shown.now(8)
    assert shown.of(5) == 5


def test_when_serving_ends_the_newest_is_shown_again():
    shown = Shown()
    shown.begin(lambda _: None, _crowd)
    shown.now(7)
    shown.end()
    assert shown.of(8) == 8
