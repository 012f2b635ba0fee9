import re
import string
import tomllib
from pathlib import Path

import pytest

from ingest.codes import Code, found
from ingest.findings_text import sentence
from texts import catalogue

ENTRIES = {"advice": "save_pdf", "what": "row_total"}  # they name another sentence
FILES = Path(__file__).parents[2] / "texts"


def blanks(language, code):
    """Return the placeholders of a code's sentence."""
    sentences = tomllib.loads((FILES / language / "finding.toml").read_text("utf-8"))
    return {name for _, name, _, _ in string.Formatter().parse(sentences[code]) if name}


@pytest.mark.parametrize("code", Code)
def test_every_code_has_one_sentence_in_both_languages_with_the_same_blanks(code):
    names = blanks("en", code)
    assert names == blanks("zh", code)
    more = dict.fromkeys(names - {"place", "value", "hint"}, "·")
    more |= {name: entry for name, entry in ENTRIES.items() if name in names}
    finding = found(code, 3, "完成进度", "4x", sheet="进度", **more)
    assert sentence(finding, catalogue("zh")).startswith("工作表“进度”第 3 行「完成进度」：")
    assert re.fullmatch(
        r"Sheet “进度”, row 3, “完成进度”: .+\.", sentence(finding, catalogue("en"))
    )


def test_a_hint_is_given_only_when_there_is_one():
    near = found(Code.E_UNKNOWN_UNIT, 3, "责任单位", "港务", hint="港务局")
    assert "是否应为“港务局”" in sentence(near, catalogue("zh"))
    far = found(Code.E_UNKNOWN_UNIT, 3, "责任单位", "某局", hint="")
    assert "是否应为" not in sentence(far, catalogue("zh"))


def test_braces_in_a_cell_are_only_text():
    finding = found(Code.E_KIND, 3, "类别", "{place}{0}")
    assert "“{place}{0}”" in sentence(finding, catalogue("zh"))


def test_what_nobody_sees_is_quoted_as_a_mark():
    finding = found(Code.E_BIDI_CHAR, 3, "责任单位", "港务局\u202e", sheet="十\u200b月")
    said = sentence(finding, catalogue("zh"))
    assert "“港务局⟨U+202E⟩”" in said
    assert "工作表“十⟨U+200B⟩月”" in said


def test_a_whole_file_is_named_as_the_file():
    assert sentence(found(Code.E_NO_ROWS), catalogue("zh")).startswith("文件：")


def test_an_amount_is_quoted_as_the_cell_has_it_and_then_read_in_english():
    over = found(
        Code.W_INVEST_OVER_TOTAL, 3, "累计完成投资", "305000万元", total="12.5亿元", name="港区"
    )
    said = sentence(over, catalogue("en"))
    assert "“305000万元” (CNY 3,050 m) is more than" in said
    assert "total investment 12.5亿元 (CNY 1,250 m) of “港区”" in said
    assert "CNY" not in sentence(over, catalogue("zh"))


def test_an_amount_in_an_advice_is_read_too_and_one_without_its_measure_is_not():
    limit = found(
        Code.E_INVEST_RANGE, 3, "累计完成投资", "30500", advice="range_limit", limit="1000亿元"
    )
    said = sentence(limit, catalogue("en"))
    assert "“30500” is more than 1000亿元 (CNY 100,000 m)," in said
