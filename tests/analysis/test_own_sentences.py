"""A sentence of an office is looked at before it is kept, and used in place of the catalogue's."""

import pytest

from analysis.own_sentences import CHANGEABLE, SentenceRefusedError, fields, must_be_usable
from texts import catalogue

t = catalogue("zh")
HEAD = "reminder.head"


@pytest.mark.parametrize("key", CHANGEABLE)
def test_the_sentence_of_the_catalogue_passes_its_own_check(key):
    must_be_usable(key, t.raw(key), t)
    assert set(CHANGEABLE[key]) <= set(fields(key, t))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{units}还有{count}处", "没有“units”这个字段；是不是“unit”？"),
        ("{unit}还有{zzz}处{count}", "没有“zzz”这个字段；这句可用的字段有：unit month count。"),
        ("{unit}还有{count处", "花括号不成对"),
        ("{unit}请处理", "缺少必须保留的字段“count”"),
        ("{unit.__class__}{count}", "没有“unit.__class__”这个字段"),
        ("{unit!r}{count}", "“unit”后面不能再写格式"),
        ("{unit:>99999999}{count}", "“unit”后面不能再写格式"),
        ("  ", "句子不能为空"),
    ],
)
def test_what_is_wrong_is_named_with_the_remedy(text, said):
    with pytest.raises(SentenceRefusedError) as refused:
        must_be_usable(HEAD, text, t)
    assert said in t(refused.value.text_key, **refused.value.more)
