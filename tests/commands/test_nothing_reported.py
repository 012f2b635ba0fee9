"""Before anybody reported nothing is expected, and every question of supervision says so."""

import pytest

import manage
from texts import catalogue

SAID = catalogue("zh")("supervision.not_begun")


@pytest.mark.parametrize("what", ["warnings", "board", "owing", "remind", "circular", "letters"])
def test_every_question_has_the_same_answer(what, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert manage.main(["supervise", what]) == 0
    assert capsys.readouterr().out.strip() == SAID
