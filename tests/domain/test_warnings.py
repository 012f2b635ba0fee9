"""A warning lives from being raised to being closed, and nobody skips a step."""

import pytest

from domain.warnings import (
    BY,
    SEVERITY,
    TRANSITIONS,
    Act,
    Life,
    NotAllowedError,
    Side,
    Warned,
    after,
    needs_text,
)


@pytest.mark.parametrize(
    ("acts", "life"),
    [
        ([Act.EXPLAIN], Life.EXPLAINED),
        ([Act.EXPLAIN, Act.ACCEPT, Act.CLOSE], Life.CLOSED),
        ([Act.EXPLAIN, Act.REJECT, Act.EXPLAIN], Life.EXPLAINED),
        ([Act.EXPLAIN, Act.REJECT, Act.CLOSE], Life.CLOSED),
        ([Act.CLOSE], Life.CLOSED),
    ],
)
def test_acts_lead_from_life_to_life(acts, life):
    now = Life.RAISED
    for act in acts:
        now = after(now, act)
    assert now is life


@pytest.mark.parametrize(
    ("life", "act"),
    [(Life.RAISED, Act.ACCEPT), (Life.EXPLAINED, Act.CLOSE), (Life.CLOSED, Act.EXPLAIN)],
)
def test_a_step_cannot_be_skipped(life, act):
    with pytest.raises(NotAllowedError) as refusal:
        after(life, act)
    assert (refusal.value.life, refusal.value.act) == (life, act)


def test_the_unit_explains_and_the_supervisor_does_the_rest():
    assert [act for act in Act if BY[act] is Side.UNIT] == [Act.EXPLAIN]
    assert set(TRANSITIONS) == set(Life)


def test_an_explanation_a_rejection_and_an_unexcused_closing_need_words():
    needed = [(life, act) for life in Life for act in TRANSITIONS[life] if needs_text(life, act)]
    assert needed == [
        (Life.RAISED, Act.EXPLAIN),
        (Life.RAISED, Act.CLOSE),
        (Life.EXPLAINED, Act.REJECT),
        (Life.REJECTED, Act.EXPLAIN),
        (Life.REJECTED, Act.CLOSE),
    ]


def test_every_rule_has_a_severity_of_its_own_but_the_one_that_has_that_of_the_light():
    assert set(Warned) - set(SEVERITY) == {Warned.BEHIND}
