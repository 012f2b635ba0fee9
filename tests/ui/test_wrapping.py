"""Cells of tables take further lines, and no line ends within a number or before its unit."""

import pandas as pd
import pytest

from texts import catalogue
from ui import wrapping

SENTENCES = (
    "2026年10月应于2026年10月26日前报送，截至2026年11月26日尚未收到",
    "累计完成投资由2026年9月的 155.5 亿元 降为2026年10月的 1.55 亿元",
    "2026年10月完成进度 67.2%，序时进度 83.3%，相差 −16.2 个百分点",
    "○ 办理中（重开 1 次）",
    "经发局、科技局等 4 个单位",
)
WHOLE = ("155.5 亿元", "67.2%", "−16.2 个百分点", "1 次", "4 个单位", "2026年10月26日")


@pytest.mark.parametrize("width_px", [120, 150, 200, 270])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_line_ends_only_at_spaces_and_none_is_within_a_number_and_its_unit(sentence, width_px):
    shown = wrapping.broken(pd.DataFrame({"a": [sentence]}), (("a", width_px),), catalogue("zh"))
    lines = shown["a"].iloc[0].split(" ")
    assert "".join(lines).replace("\u00a0", "") == sentence.replace(" ", "")
    for number in (one for one in WHOLE if one in sentence):
        assert any(number in line.replace("\u00a0", " ") for line in lines)


def test_names_and_english_stay_as_they_are_for_whoever_copies_them():
    shown = pd.DataFrame({"a": ["新能源装备制造产业园", 7, None]})
    assert wrapping.broken(shown, (("a", 60),), catalogue("zh"))["a"].tolist() == [*shown["a"]]
    told = pd.DataFrame({"a": ["Oct 2026 report due 2026-10-26, none by 2026-11-26"]})
    assert wrapping.broken(told, (("a", 60),), catalogue("en")) is told
