"""A reminder: one text per unit, with what it can put right itself and nothing else."""

import pandas as pd

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from analysis.reminders import reminders
from domain.columns import Reports
from domain.periods import Period

OCTOBER = Period(2026, 10)


def warning(rule, item, unit, **evidence):
    empty = dict.fromkeys(map(str, Raised))
    place = {"item_kind": "任务", "item_id": item, "item_name": f"名{item}", "period": "2026-10"}
    return {**empty, "rule": rule, **place, Reports.RESPONSIBLE_UNIT: unit, **evidence}


MISSING = warning("missing", "T05", "财政局", was_text="2026-10-26", now_text="2026-11-01")
COPIED = warning("same_as_last", "T06", "财政局", was_text="2026-09")
BEHIND = warning("behind", "T07", None, was=833_333, now=600_000, threshold=-15.0)


def written(t, plan, *warnings, illustrative=False):
    rows = rows_of(pd.DataFrame(warnings).convert_dtypes())
    return reminders(rows, OCTOBER, Words(t, plan), illustrative=illustrative)


def test_a_unit_reads_what_it_owes_with_number_name_and_day(t, plan):
    (text,) = written(t, plan, MISSING, COPIED, BEHIND).values()
    assert text.splitlines() == [
        "【催办】财政局：2026年10月进展报送有 2 处需要处理：",
        (
            "1. 本月尚未提交：T05 名T05。2026年10月应于2026年10月26日前报送，"
            "截至2026年11月1日尚未收到。"
        ),
        "2. 数据与上月雷同：T06 名T06。2026年10月所报与2026年9月完全相同。",
        "请核实后尽快补报、更正或在看板上说明情况。人力资源部",
    ]


def test_what_is_about_an_item_as_a_whole_reminds_nobody(t, plan):
    assert written(t, plan, BEHIND) == {}


def test_illustrative_data_says_so_and_asks_not_to_be_sent(t, plan):
    (text,) = written(t, plan, MISSING, illustrative=True).values()
    assert text.startswith("（示例数据")


def test_what_was_explained_is_marked_and_what_is_accepted_or_closed_is_not_asked(t, plan):
    lives = {**MISSING, "life": "explained"}, {**COPIED, "life": "accepted"}
    (text,) = written(t, plan, *lives).values()
    asked = text.splitlines()[1:-1]
    assert [line.endswith("。（已说明，待审核）") for line in asked] == [True]
    assert written(t, plan, {**COPIED, "life": "closed"}) == {}
