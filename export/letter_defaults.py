"""The letters as they ship: templates in the layout of 公文, which a script writes into data."""

from datetime import datetime

from docx.document import Document

from domain.letters import LIST_CLOSES, LIST_OPENS, Field, ItemField, Letter, tag
from export import official
from export.docx_bytes import as_bytes
from export.official import Look

_TITLES = {Letter.COORDINATION: "协调单", Letter.URGING: "催办单", Letter.SUPERVISION: "督办单"}
_BODIES = {
    Letter.COORDINATION: (
        (
            "《{{ 方案名称 }}》（{{ 方案文号 }}）落实中，问题台账登记由你单位负责解决的问题有 "
            "{{ 项数 }} 项需协调，现列如下，请会同提出单位和有关单位研究解决。"
        ),
        (
            "请自收到本单之日起 5 个工作日内，将协调结果书面反馈{{ 督查单位 }}；需提请管委会"
            "研究的，请一并说明。"
        ),
    ),
    Letter.URGING: (
        (
            "{{ 月份 }}《{{ 方案名称 }}》（{{ 方案文号 }}）落实中，你单位有 {{ 项数 }} 项需要处理"
            "（{{ 发函依据 }}），现列如下，请抓紧办理。"
        ),
        "请自收到本单之日起 3 个工作日内补报、更正，或在看板上说明情况。",
    ),
    Letter.SUPERVISION: (
        (
            "{{ 月份 }}《{{ 方案名称 }}》（{{ 方案文号 }}）落实中，你单位有 {{ 项数 }} 项须予"
            "督办（{{ 发函依据 }}），现列如下。"
        ),
        (
            "请自收到本单之日起 5 个工作日内查明原因、提出整改措施和完成时限，经主要负责同志签字后"
            "书面反馈{{ 督查单位 }}。逾期未反馈的，将予以通报。"
        ),
    ),
}
# Percent of the width: no head is broken.
_WARNED = {
    ItemField.NUMBER: 11,
    ItemField.RULE: 20,
    ItemField.ID: 11,
    ItemField.NAME: 22,
    ItemField.SEEN: 36,
}
_TO_COORDINATE = {
    ItemField.NUMBER: 11,
    ItemField.ID: 11,
    ItemField.NAME: 14,
    ItemField.PROBLEM: 15,
    ItemField.COORDINATION: 19,
    ItemField.STATED_BY: 15,
    ItemField.DUE: 15,
}


def template(letter: Letter, *, at: datetime) -> bytes:
    """Return the template of a letter as a file."""
    document = official.blank(mark=tag(Field.MARK))
    official.add(document, Look.TITLE, _TITLES[letter])
    official.add(document, Look.ADDRESSEE, "编号：")
    official.add(document, Look.ADDRESSEE, tag(Field.UNIT) + "：")
    before, after = _BODIES[letter]
    official.add(document, Look.BODY, before)
    _add_items(document, _TO_COORDINATE if letter is Letter.COORDINATION else _WARNED)
    official.add(document, Look.BODY, after)
    note = f"数据{tag(Field.AS_OF)}。评价采用{tag(Field.RULE)}"
    official.add(document, Look.NOTE, note)
    official.add(document, Look.SIGNED, tag(Field.ISSUER))
    official.add(document, Look.SIGNED, tag(Field.DATE))
    return as_bytes(document, title=_TITLES[letter], author="", at=at)


def _add_items(document: Document, columns: dict[ItemField, int]) -> None:
    """Add a table whose middle row is repeated for each item."""
    blank = [""] * (len(columns) - 1)
    rows = [
        [LIST_OPENS, *blank],
        [tag(one) for one in columns],
        [LIST_CLOSES, *blank],
    ]
    heads, shares = [one.value for one in columns], [float(share) for share in columns.values()]
    official.add_table(document, heads, rows, shares)
