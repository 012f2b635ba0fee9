"""Files that nobody confirmed are listed with their age, and swept out when they are old."""

import os
from datetime import timedelta

import pytest

import manage
from store.opening import open_office
from store.staging import stage
from tests.commands.test_manage import a_ledger_of_its_own, run
from tests.conftest import ROOT
from ui import clock

__all__ = ["a_ledger_of_its_own", "run"]


@pytest.fixture
def two_wait():
    now = clock.now()
    office = open_office(os.environ, ROOT, today=clock.today(), at=now)
    for name, days in (("旧.csv", 40), ("新.csv", 1)):
        stage(office.ledger, b"sheet", name, actor="财政局", at=now - timedelta(days=days))
    office.ledger.close()


@pytest.mark.usefixtures("two_wait")
def test_what_waits_is_listed_with_its_age_and_without_its_token(run):
    _, oldest, newest = run("ledger", "staged").splitlines()
    assert oldest.split("\t")[:2] == ["旧.csv", "财政局"]
    assert oldest.split("\t")[3] == "40 天 0 小时"
    assert newest.split("\t")[3:] == ["1 天 0 小时", "5"]
    assert [one["age_hours"] for one in run("ledger", "staged", "--json")["staged"]] == [960, 24]


@pytest.mark.usefixtures("two_wait")
def test_what_has_waited_too_long_is_swept_out(run):
    said, _, stays = run("ledger", "staged", "--discard", "30").splitlines()
    assert "1 份" in said
    assert stays.startswith("新.csv")
    assert "没有待确认" in run("ledger", "staged", "--discard", "0")


def test_a_number_of_days_that_is_none_is_explained(capsys):
    with pytest.raises(SystemExit):
        manage.main(["ledger", "staged", "--discard", "-3x"])
    assert capsys.readouterr().err
