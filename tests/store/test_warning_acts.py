"""The life of a warning, in the book of acts: who said what, in which order, and when it ends."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from analysis.metrics.columns import Raised
from domain.warnings import Act, Life, NotAllowedError
from store.refusals import ActedMeanwhileError, BlankError
from store.warning_acts import act_on, courses, key_of, table_with_life
from store.warning_refusals import OwnExplanationError

KEY = key_of("late", "任务", "T05", "财政局", "2026-10", "")
NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)


def test_a_warning_is_explained_accepted_and_closed(ledger):
    act_on(ledger, KEY, Act.EXPLAIN, "系统故障，已补报", actor="李四", at=NOON, seen=0)
    act_on(ledger, KEY, Act.ACCEPT, "", actor="督查", at=NOON, seen=1)
    act_on(ledger, KEY, Act.CLOSE, "", actor="督查", at=NOON, seen=2)
    course = courses(ledger)[KEY]
    assert course.life is Life.CLOSED
    assert [(one.doing.value, one.actor) for one in course.said] == [
        ("explain", "李四"),
        ("accept", "督查"),
        ("close", "督查"),
    ]


def test_what_was_rejected_is_explained_again(ledger):
    for number, (doing, text) in enumerate(
        ((Act.EXPLAIN, "忙"), (Act.REJECT, "请写明原因"), (Act.EXPLAIN, "征拆受阻，已报协调单"))
    ):
        actor = "督查" if doing is Act.REJECT else "李四"
        act_on(ledger, KEY, doing, text, actor=actor, at=NOON, seen=number)
    assert courses(ledger)[KEY].life is Life.EXPLAINED


def test_nobody_accepts_what_nobody_explained(ledger):
    with pytest.raises(NotAllowedError):
        act_on(ledger, KEY, Act.ACCEPT, "", actor="督查", at=NOON, seen=0)
    assert courses(ledger) == {}


def test_an_explanation_needs_words_and_so_does_closing_what_nobody_excused(ledger):
    for doing in (Act.EXPLAIN, Act.CLOSE):
        with pytest.raises(BlankError):
            act_on(ledger, KEY, doing, " ", actor="某", at=NOON, seen=0)


def test_an_explanation_is_sent_back_with_a_reason(ledger):
    act_on(ledger, KEY, Act.EXPLAIN, "忙", actor="李四", at=NOON, seen=0)
    with pytest.raises(BlankError):
        act_on(ledger, KEY, Act.REJECT, " ", actor="督查", at=NOON, seen=1)
    assert courses(ledger)[KEY].life is Life.EXPLAINED


@pytest.mark.parametrize(("doing", "text"), [(Act.ACCEPT, ""), (Act.REJECT, "请写明原因")])
def test_nobody_judges_what_they_explained_themselves(ledger, doing, text):
    act_on(ledger, KEY, Act.EXPLAIN, "已补报", actor="李四", at=NOON, seen=0)
    with pytest.raises(OwnExplanationError) as refusal:
        act_on(ledger, KEY, doing, text, actor=" 李四 ", at=NOON, seen=1)
    assert refusal.value.more == {"actor": "李四"}
    assert courses(ledger)[KEY].life is Life.EXPLAINED


def test_of_two_who_act_on_what_they_saw_the_second_is_told_to_look_again(ledger):
    act_on(ledger, KEY, Act.EXPLAIN, "已补报", actor="李四", at=NOON, seen=0)
    with pytest.raises(ActedMeanwhileError):
        act_on(ledger, KEY, Act.CLOSE, "误报", actor="督查", at=NOON, seen=0)


def test_looking_back_to_a_day_shows_how_far_it_had_come(ledger):
    act_on(ledger, KEY, Act.EXPLAIN, "已补报", actor="李四", at=NOON, seen=0)
    later = datetime(2026, 11, 9, 4, tzinfo=UTC)
    act_on(ledger, KEY, Act.ACCEPT, "", actor="督查", at=later, seen=1)
    assert courses(ledger, until=datetime(2026, 11, 5, tzinfo=UTC))[KEY].life is Life.EXPLAINED


def test_a_table_of_warnings_says_the_life_of_those_somebody_answered(ledger):
    act_on(ledger, KEY, Act.EXPLAIN, "忙", actor="李四", at=NOON, seen=0)
    empty = dict.fromkeys(map(str, Raised))
    place = {"item_kind": "任务", "item_id": "T05", "period": "2026-10"}
    warned = pd.DataFrame(
        {**empty, **place, "rule": "late", "responsible_unit": unit}
        for unit in ("财政局", "经济发展局")
    )
    assert table_with_life(warned, courses(ledger))["life"].tolist() == ["explained", "raised"]
    assert table_with_life(warned, {})["life"].tolist() == ["raised", "raised"]
