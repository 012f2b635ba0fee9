"""A template of an office is looked at before it is kept; what is wrong is named, with a remedy."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from domain.letters import Field, ItemField, Letter
from export import official
from export.docx_bytes import as_bytes
from export.letter_template import fill, must_be_usable
from export.official import Look
from export.refusals import TemplateRefusedError
from tests.conftest import ROOT
from texts import catalogue

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
WHOLE = "{{ 示例标记 }}{{ 单位 }}{{ 截至 }}"
LIST = [["{%tr for 项 in 事项 %}", ""], ["{{ 项.编号 }}", "{{ 项.情况 }}"], ["{%tr endfor %}", ""]]


def template(*texts, rows=LIST):
    document = official.blank()
    for text in texts:
        official.add(document, Look.BODY, text)
    if rows:
        official.add_table(document, ["编号", "情况"], rows, [1, 2])
    return as_bytes(document, title="", author="", at=NOON)


def refusal(raw, language="zh"):
    with pytest.raises(TemplateRefusedError) as refused:
        must_be_usable(raw)
    return catalogue(language)(refused.value.text_key, **refused.value.more)


def shipped(letter):
    return (ROOT / f"data/templates/{letter}.docx").read_bytes()


@pytest.mark.parametrize("letter", Letter)
def test_a_shipped_template_passes_its_own_check(letter):
    must_be_usable(shipped(letter))


def test_a_template_with_the_required_fields_is_kept():
    must_be_usable(template(WHOLE))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{{ 单位名 }}", "没有“单位名”这个字段；是不是“单位”？"),
        ("{{ 发函根据 }}", "是不是“发函依据”？"),
        ("{{ 编号 }}", "是不是“项.编号”？"),
        ("{{ xyz }}", "没有“xyz”这个字段；可用字段见页面下方的表。"),
        ("{{ 单位 ", "处的花括号或标签不成对"),
        ("{% if 单位 %}", "处的花括号或标签不成对"),
        ("{{ 单位 | upper }}", "不能用在模板里"),
        ("{{ 单位.__class__ }}", "没有“单位.__class__”这个字段"),
        ("{% for n in range(9) %}{{ n }}{% endfor %}", "不能用在模板里"),
        ("｛｛ 单位 ｝｝", "用了全角花括号"),
    ],
)
def test_what_is_wrong_is_named_with_the_remedy(typed, said):
    assert said in refusal(template(WHOLE, typed))


def test_a_wrong_field_of_a_row_is_named():
    rows = [LIST[0], ["{{ 项.编号 }}", "{{ 项.情况说明 }}"], LIST[2]]
    assert "“项.情况说明”这个字段；是不是“项.情况”" in refusal(template(WHOLE, rows=rows))


@pytest.mark.parametrize("field", ["示例标记", "单位", "截至"])
def test_a_required_field_that_is_missing_is_named(field):
    without = WHOLE.replace(f"{{{{ {field} }}}}", "")
    assert f"缺少必填字段“{field}”" in refusal(template(without))


def test_a_letter_that_lists_nothing_is_refused():
    assert "缺少必填字段“事项”" in refusal(template(WHOLE, rows=None))


def test_a_wrong_field_in_the_header_is_found_too():
    raw = as_bytes(official.blank(mark="{{ 示例标志 }}"), title="", author="", at=NOON)
    assert "是不是“示例标记”" in refusal(raw)


def test_what_is_no_document_is_refused():
    assert "这不是 DOCX 文档" in refusal(b"PK nonsense")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as parts:
        parts.writestr("hello.txt", "hello")
    assert "这不是 DOCX 文档" in refusal(other.getvalue())


def test_a_template_with_macros_or_too_large_is_refused():
    macros = io.BytesIO(template(WHOLE))
    with zipfile.ZipFile(macros, "a") as parts:
        parts.writestr("word/vbaProject.bin", b"")
    assert "含有宏" in refusal(macros.getvalue())
    assert "超过 2 MB" in refusal(bytes(3 * 1024**2))


def test_a_letter_is_filled_row_by_row_and_text_stays_text():
    items = [{one.value: f"<{one}>{number}" for one in ItemField} for number in (1, 2)]
    fields = {one.value: f"{one}&" for one in Field} | {Field.ITEMS.value: items}
    letter = docx.Document(io.BytesIO(fill(shipped(Letter.URGING), fields)))
    assert letter.paragraphs[2].text == "单位&："
    rows = [[cell.text for cell in row.cells] for row in letter.tables[0].rows]
    assert [row[2] for row in rows] == ["编号", "<编号>1", "<编号>2"]
    assert letter.sections[0].header.paragraphs[0].text == "示例标记&"


def test_the_refusals_are_said_in_english_too():
    assert "There is no field" in refusal(template(WHOLE, "{{ xyz }}"), "en")
