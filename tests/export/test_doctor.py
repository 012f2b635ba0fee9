from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from export.deck.part import FILE
from export.doctor import Check, deck, documents, examine, letters, line, worst
from export.engine import PictureEngine
from export.fonts import Font, chinese_font, missing
from texts import catalogue

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = ("python", "folder", "disk", "memory", "clock", "zone", "browser", "chinese", "database")
KEYS += ("letters", "deck")


def found(checks):
    return {check.key: check for check in checks}


@pytest.fixture
def nowhere(tmp_path):
    return PictureEngine(browser=tmp_path / "none")


@pytest.mark.xdist_group("browser")
def test_a_sound_machine_passes_and_nothing_is_left_in_the_state_folder(engine, tmp_path):
    now = datetime.now(UTC)
    checks = found(examine(engine, tmp_path, now))
    for key in ("python", "folder", "clock", "browser", "chinese"):
        assert checks[key].ok, line(checks[key], catalogue("zh"))
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_the_doctor_says_what_will_fail_and_what_to_install(nowhere, tmp_path):
    check = found(examine(nowhere, tmp_path, NOON))["browser"]
    assert not check.ok
    assert "apt-get install chromium" in line(check, catalogue("zh"))


def test_without_a_browser_chinese_is_not_called_broken_but_not_looked_at(nowhere, tmp_path):
    if (font := chinese_font()) and missing(font, "责"):
        pytest.skip("the font for Chinese lacks it")
    check = found(examine(nowhere, tmp_path, NOON))["chinese"]
    assert not check.is_bad
    assert line(check, catalogue("zh")).startswith("提示　图片里的中文未能检查")


def test_without_fontconfig_nothing_is_said_of_letters(plan, t, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    check = letters(plan)
    assert not check.is_bad
    assert "未能检查" in line(check, t)


def test_fonts_of_documents_that_are_not_here_are_a_note_with_their_names(t, monkeypatch, tmp_path):
    listing = tmp_path / "fc-list"
    listing.write_text("#!/bin/sh\necho '微软雅黑,Microsoft YaHei'\necho '黑体,SimHei'\n")
    listing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    said = line(documents(t), t)
    assert not documents(t).is_bad
    assert "没有查到：方正小标宋简体、仿宋_GB2312。" in said


def test_a_state_folder_that_cannot_be_written_is_found(nowhere, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    check = found(examine(nowhere, blocked / "state", NOON))["folder"]
    assert not check.ok
    assert str(blocked / "state") in line(check, catalogue("zh"))


def test_a_clock_before_the_installation_is_wrong(nowhere, tmp_path):
    early = datetime(2001, 1, 1, tzinfo=UTC)
    check = found(examine(nowhere, tmp_path, early))["clock"]
    assert not check.ok
    assert check.more["now"] == "2001-01-01 08:00"


def test_an_unknown_time_zone_is_found(nowhere, tmp_path):
    assert not found(examine(nowhere, tmp_path, NOON, "Mars/Olympus"))["zone"].ok


def test_the_callers_own_checks_come_last(nowhere, tmp_path):
    database = Check("database", ok=True, more={"database": "sqlite", "reason": ""})
    assert examine(nowhere, tmp_path, NOON, extra=[database])[-1] is database


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_check_has_a_sentence_for_good_and_for_bad(language, key):
    for ok in (True, False):
        assert Check(key, ok).text_key in catalogue(language).keys()  # noqa: SIM118 - not a dict


def test_the_font_for_chinese_has_chinese_and_lacks_private_letters():
    font = chinese_font()
    if font is None or missing(font, "责"):
        pytest.skip("no Chinese font on this machine")
    assert missing(font, "责任单位\U0010fffd") == "\U0010fffd"


def test_a_file_that_is_no_font_is_an_error_and_not_a_guess(tmp_path):
    fake = tmp_path / "fake.ttf"
    fake.write_bytes(b"nothing")
    with pytest.raises(Exception, match="Not a TrueType"):
        missing(Font(Path(fake), 0, "fake"), "责")


def test_a_letter_no_font_has_is_found_among_those_of_the_plan(plan, t):
    if chinese_font() is None:
        pytest.skip("no fontconfig on this machine")
    assert letters(plan).ok
    told = letters(replace(plan, zone="ꙮ֎㆒Ꞹ𛀁區"))
    assert told.ok or told.more["letters"] in line(told, t)


def test_an_offices_own_template_is_opened_before_the_meeting(tmp_path, t):
    assert deck(None, t) == ()
    broken = tmp_path / "deck.pptx"
    broken.write_bytes(b"no deck")
    (check,) = deck(broken, t)
    assert not check.ok
    assert "不是 PPTX" in line(check, t)
    broken.write_bytes(FILE.read_bytes())
    assert deck(broken, t)[0].ok
    assert not deck(tmp_path / "none.pptx", t)[0].ok


@pytest.mark.parametrize(
    ("grades", "whole"),
    [("ok", "ok"), ("ok note ok", "note"), ("note bad ok", "bad"), ("bad", "bad")],
)
def test_a_machine_as_a_whole_is_as_well_as_its_worst_part(grades, whole):
    parts = [Check(one, ok=one == "ok", is_note=one == "note") for one in grades.split()]
    assert worst(parts) == whole
