"""A call that cannot be understood is refused in the reader's language, with what to write."""

import pytest

import manage

# What is written after manage.py, and what is said of it.
IN_CHINESE = (
    (
        "problem raise --type 地",
        "--type 不能写“地”；请从这些中选一个：征拆、用地、资金、手续、市场、其他。",
    ),
    (
        "problem raise --due 2026-13-01",
        "--due 写的“2026-13-01”不是日期；请写成 2026-12-31 这样的形式。",
    ),
    (
        "problem close 一",
        "problem NUMBER 写的“一”不是整数；请写成 3 这样的整数。",
    ),
    (
        "audit fix",
        "audit WHAT 不能写“fix”；请从这些中选一个：verify、list、export。",
    ),
    (
        "supervise board --period 10月",
        "--period 写的“10月”不是月份；请写成 2026-10 这样的形式。",
    ),
    (
        "supervise problems --state late",
        "--state 不能写“late”；请从这些中选一个：open、overdue、closed、all、unregistered。",
    ),
    (
        "supervise mine --leader 甲 --officer 乙",
        "--officer 与 --leader 不能同时使用；请去掉其中一个。",
    ),
    (
        "show overview --as-of 昨天",
        "--as-of 写的“昨天”不是日期；请写成 2026-12-31 这样的形式。",
    ),
    (
        "diff 前天 3",
        "diff BEFORE 写的“前天”既不是版本号也不是日期；请写成 3 或 2026-12-31 这样的形式。",
    ),
    (
        "ledger staged --discard 3x",
        "--discard 写的“3x”不是天数；请写成 30 这样的整数。",
    ),
    (
        "read x --map 进度",
        "--map 写的“进度”没有说明含义；请写成 进度情况=完成进度 这样的形式。",
    ),
    (
        "export --part all",
        "缺少 --out；请补上后重试。",
    ),
    (
        "problem raise --due",
        "--due 后面没有写内容；请补上后重试。",
    ),
    (
        "doctor --quick",
        "不认识 --quick；请核对写法，或去掉后重试。",
    ),
    (
        "problem raise --o 财政局 --t 地",
        "--t 不够明确，可能是 --text, --type；请写全。",
    ),
    (
        "history --lang fr",
        "--lang 不能写“fr”；请从这些中选一个：zh、en。",
    ),
    (
        "withdraw 3 --reason 有误",
        "请写明由谁操作：--actor 姓名；启用登录后写 --as 账号。",
    ),
)
IN_ENGLISH = (
    (
        "problem raise --type land --lang en",
        "--type cannot be 'land'; choose one of: 征拆, 用地, 资金, 手续, 市场, 其他.",
    ),
    (
        "--lang=en problem raise --due tomorrow",
        "--due: 'tomorrow' is not a day; write it as 2026-12-31.",
    ),
    (
        "--lang zh history --version x --lang en",
        "--version x is not known here; check how it is written, or leave it out.",
    ),
)


def refused(call, capsys):
    """What is told of a call that is not understood."""
    with pytest.raises(SystemExit) as ended:
        manage.main(call.split())
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(("call", "said"), [*IN_CHINESE, *IN_ENGLISH])
def test_the_option_the_value_and_the_remedy_are_named(capsys, call, said):
    first, usage = refused(call, capsys)
    assert first == said
    assert usage.endswith("--help")


def test_a_command_nobody_knows_is_answered_with_those_there_are(capsys):
    first, usage = refused("prolbem raise", capsys)
    assert first.startswith("没有“prolbem”这条命令；现有：")
    assert "problem" in first
    assert usage == "用法见：manage.py --help"


def test_the_usage_that_is_named_is_that_of_the_command(capsys):
    assert refused("problem raise --type 地", capsys)[1] == "用法见：manage.py problem --help"
