"""The desk: one pack per reader, few at once, and nobody waits for what was cancelled."""

import os
import threading
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from export.pack.desk import PackDesk
from export.refusals import PacksBusyError, PackStoppedError

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def gate():
    """Opened, it lets work that waits for it go on."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def desk(tmp_path, gate):
    desk = PackDesk(tmp_path / "packs", now=NOW, at_once=2)
    yield desk
    gate.set()
    desk.close()


def quick(order):
    order.file.write_bytes(b"pack")
    return [{"file": "a.png"}]


def waits_for(gate):
    def work(order):
        gate.wait(60)
        return quick(order)

    return work


def test_a_pack_is_made_in_the_background_and_found_again(desk):
    order = desk.order("reader", "成果.zip", quick)
    assert order.result.result(60) == [{"file": "a.png"}]
    assert desk.of("reader") is order
    assert order.outcome() == [{"file": "a.png"}]
    assert order.file.read_bytes() == b"pack"


def test_a_reader_has_one_pack_at_a_time(desk, gate):
    desk.order("reader", "a.zip", waits_for(gate))
    with pytest.raises(PacksBusyError) as refused:
        desk.order("reader", "b.zip", quick)
    assert refused.value.text_key == "pack.one_at_a_time"


def test_a_third_reader_is_told_how_many_are_before_them(desk, gate, t):
    for reader in ("one", "two"):
        desk.order(reader, "a.zip", waits_for(gate))
    with pytest.raises(PacksBusyError) as refused:
        desk.order("three", "c.zip", quick)
    assert "2 位用户" in t(refused.value.text_key, **refused.value.more)


def test_whoever_cancels_waits_no_longer_and_finds_no_file(desk, gate):
    order = desk.order("reader", "a.zip", waits_for(gate))
    order.stop.set()
    assert not order.is_running
    with pytest.raises(PackStoppedError):
        order.outcome()
    gate.set()
    order.result.result(60)
    assert not order.file.exists()


def test_the_next_pack_of_a_reader_replaces_the_one_before(desk):
    first = desk.order("reader", "a.zip", quick)
    first.result.result(60)
    second = desk.order("reader", "b.zip", quick)
    second.result.result(60)
    assert not first.file.exists()
    assert desk.of("reader") is second


def test_a_pack_that_cannot_be_written_says_so_to_whoever_looks(desk):
    def refused(_):
        raise PermissionError(13, "Permission denied", "packs")

    order = desk.order("reader", "a.zip", refused)
    with pytest.raises(PermissionError):
        order.result.result(60)
    assert not order.is_running


def test_a_mistake_of_ours_ends_the_order_and_reaches_the_log(desk, monkeypatch):
    logged = []
    monkeypatch.setattr(threading, "excepthook", lambda told: logged.append(told.exc_type))

    def broken(_):
        raise ZeroDivisionError

    order = desk.order("reader", "a.zip", broken)
    with pytest.raises(ZeroDivisionError):
        order.result.result(60)
    for thread in threading.enumerate():
        if thread.name == "pack":
            thread.join(60)
    assert logged == [ZeroDivisionError]


def test_what_a_server_left_behind_goes_after_a_day(tmp_path):
    left = tmp_path / "old.zip"
    left.write_bytes(b"")
    os.utime(left, (NOW.timestamp(), NOW.timestamp()))
    PackDesk(tmp_path, now=NOW)
    assert left.exists()
    PackDesk(tmp_path, now=NOW + timedelta(days=2))
    assert not left.exists()
