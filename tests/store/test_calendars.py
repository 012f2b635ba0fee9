"""Next year's holidays are supplied beside the delivered ones, or refused in one sentence."""

import pytest

from store.calendars import calendar, checked, supply
from store.refusals import CalendarError
from tests.conftest import ROOT
from texts import catalogue

WHOLE = "日期,安排\n2027-01-01,放假\n2027-10-01,放假\n2027-10-25,放假\n"
DATA = ROOT / "data"


@pytest.fixture
def table(tmp_path):
    def written(text, *, encoding="utf-8"):
        path = tmp_path / "2027.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def test_a_supplied_year_is_known_beside_the_delivered_ones(table, tmp_path):
    state = tmp_path / "state"
    assert not calendar(DATA, state).knows(2027)
    delivered = (DATA / "holidays.csv").read_bytes()
    supply(table(WHOLE), state)
    known = calendar(DATA, state)
    assert (known.years[0], known.years[-1]) == (2020, 2027)
    assert (DATA / "holidays.csv").read_bytes() == delivered


def test_a_supplied_year_stands_for_the_delivered_one(table, tmp_path):
    shorter = WHOLE.replace("2027", "2026")
    supply(table(shorter), tmp_path / "state")
    in_force = calendar(DATA, tmp_path / "state")
    assert sorted(str(day) for day in in_force.off if day.year == 2026) == [
        "2026-01-01",
        "2026-10-01",
        "2026-10-25",
    ]


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        ("日期,节日\n2027-01-01,元旦\n", "columns", "“安排”"),
        (WHOLE + "2027-02-30,放假\n", "day", "第 5 行的日期“2027-02-30”"),
        (WHOLE + "2027-02-06,补休\n", "what", "第 5 行的安排“补休”"),
        (WHOLE + "2027-10-01,放假\n", "twice", "2027-10-01"),
        ("日期,安排\n", "empty", "没有一天"),
        ("日期,安排\n2027-01-01,放假\n", "year", "没有 2027-10-01 放假"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_and_not_kept(table, tmp_path, text, rule, says):
    with pytest.raises(CalendarError) as refused:
        supply(table(text), tmp_path / "state")
    sentence = catalogue("zh")(refused.value.text_key, **refused.value.more)
    assert refused.value.entry == f"calendar_{rule}"
    assert says in sentence
    assert "2027.csv" in sentence
    assert not (tmp_path / "state").exists()


def test_a_table_saved_in_another_encoding_is_told_how_to_save_it(table):
    with pytest.raises(CalendarError) as refused:
        checked(table(WHOLE, encoding="gb18030"))
    assert "CSV UTF-8" in catalogue("zh")(refused.value.text_key, **refused.value.more)
