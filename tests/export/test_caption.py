from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from export.caption import Caption, file_name
from texts import catalogue

ZH = catalogue("zh")
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
    assert len(name) <= 84
    assert ("示例数据" in name) >= marked


def test_a_long_title_is_cut_and_the_day_stays():
    long = Caption(title="T" * 200, zone="Zone", as_of="as of October 2026", illustrative=True)
    name = file_name(long, "png", catalogue("en"))
    assert name.endswith(f"_as of October 2026_{catalogue('en')('picture.illustrative')}.png")
    assert len(name) <= 84
