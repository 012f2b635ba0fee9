"""What people did stands in the log in words, not as the ledger keeps it."""

import json

import pytest

from analysis import audit_words
from texts import catalogue


def act(subject, key, **body):
    return {"act": 10, "key": key, "said": json.dumps(body), "subject": subject}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            act("problem", "2", did="change", due_on="2026-11-30", text="搬离", stated="fe92"),
            "办理编号：10；对象编号：2；对象：问题；办理：调整；办结时限：2026-11-30；内容：搬离",
        ),
        (
            act("warning", "missing|项目|P09||2026-10|", text="待核"),
            "办理编号：10；对象编号：本月尚未提交 项目 P09 2026-10；对象：预警；内容：待核",
        ),
        (
            act("template", "circular", filename="通报.docx", content="UEsDB"),
            "办理编号：10；对象编号：circular；对象：文书模板；文件：通报.docx",
        ),
        ({"subject": "rules", "said": "[1]"}, "对象：判定规则；内容：[1]"),
        ({"did": "closed", "roles": ["viewer", "no role"]}, "办理：停用；角色：领导查看、no role"),
    ],
)
def test_every_part_of_an_entry_is_said(entry, said):
    assert audit_words.said(entry, catalogue("zh")) == said


def test_nothing_chinese_is_left_of_the_words_of_the_program_in_english():
    entry = act("warning", "missing|任务|T01||2026-10|", did="explain", text="x")
    assert audit_words.said(entry, catalogue("en")).isascii()
