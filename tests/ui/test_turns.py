"""Pages come first; work in the background takes what they leave."""

from threading import Thread

from ui.turns import Turns


def test_without_readers_work_goes_on_at_once():
    others = Turns().others()
    for _ in range(1000):
        others()


def test_work_waits_until_the_page_that_runs_is_over():
    turns, told = Turns(), []
    with turns.page():
        work = Thread(target=lambda: (turns.pause(0, 0), told.append("work")))
        work.start()
        told.append("page")
    work.join()
    assert told == ["page", "work"]


def test_a_page_that_never_ends_holds_nothing_up_for_ever():
    turns = Turns()
    with turns.page():
        assert turns.pause(0, 1) == 1


def test_pages_since_the_last_pause_are_counted():
    turns = Turns()
    for _ in range(3):
        with turns.page():
            pass
    assert turns.pause(0, 0) == 3


def test_seven_pages_in_ten_seconds_are_a_crowd():
    for seconds, many in ((1.3, True), (1.6, False)):
        clock = Clock()
        turns = Turns(clock)
        assert not turns.are_many()
        for _ in range(7):
            with turns.page():
                clock.seconds += seconds
        assert turns.are_many() is many


class Clock:
    """A clock that moves when it is told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds
