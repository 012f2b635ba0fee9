import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import Period
from export.caption import Caption, file_name, told_apart
from export.captions import caption
from tests.analysis.submitted import CHARTS
from texts import catalogue

ZH, NOVEMBER = catalogue("zh"), date(2026, 11, 1)
PLAIN = Caption(title="产业链投资", zone="新乡高新区", as_of="截至2026年10月底")


def test_illustrative_data_says_so_in_the_name_of_the_file():
    name = file_name(replace(PLAIN, illustrative=True), ".png", ZH)
    assert name == "新乡高新区_产业链投资_截至2026年10月底_示例数据.png"


def test_characters_windows_forbids_are_replaced():
    name = file_name(replace(PLAIN, title='投资/完成率:"含"推断?*'), "png", ZH)
    assert name == "新乡高新区_投资-完成率-含-推断_截至2026年10月底.png"


@given(title=st.text(), zone=st.text(), marked=st.booleans())
def test_any_words_make_a_name_every_system_can_keep(title, zone, marked):
    about = Caption(title=title, zone=zone, illustrative=marked)
    name = file_name(about, "png", ZH)
    assert not set(name) & set('\\/:*?"<>|\n\r\t\0')
    assert name.endswith(".png")
    assert len(name.encode()) <= 255
    assert ("示例数据" in name) >= marked


def test_a_long_title_is_cut_at_a_word_and_the_day_stays():
    long = Caption(title="Title " * 60, zone="Zone", as_of="as of October 2026", illustrative=True)
    name = file_name(long, "png", catalogue("en"))
    assert name.endswith(
        f"Title Title_as of October 2026_{catalogue('en')('picture.illustrative')}.png"
    )
    assert len(name.encode()) <= 255


def test_a_long_zone_gives_way_before_the_title_does():
    zone = "Development Zone " * 20
    name = file_name(replace(PLAIN, zone=zone, title="Investment by chain"), "png", ZH)
    assert re.search("(Zone|Development)_Investment by chain_截至2026年10月底.png$", name)


def test_two_pictures_of_one_name_are_told_apart_in_any_case():
    assert told_apart("Load.png", {"load.png", "load (2).png"}) == "Load (3).png"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_picture_has_a_name_of_its_own_that_spells_its_title(language, illustrated_board):
    t, october = catalogue(language), Period(2026, 10)
    said = [
        caption(exhibit, illustrated_board, october, t, today=NOVEMBER, illustrative=True)
        for exhibit in CHARTS.values()
    ]
    names = [file_name(about, "png", t) for about in said]
    assert len({name.lower() for name in names}) == len(CHARTS)
    for about, name in zip(said, names, strict=True):
        assert re.sub(r'[\\/:*?"<>|]+', "-", about.title) in name
