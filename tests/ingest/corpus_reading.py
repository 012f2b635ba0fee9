"""Shows the reader to the corpus of bad sheets: another zone's plan, units and items."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd

from domain.columns import ItemKind, Reports
from domain.money import YUAN_PER_YI, in_yi, plain
from domain.periods import Period
from domain.plan import Named, Plan
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from ingest.context import Accepted, Context, Item, Limits, Uploader
from ingest.reading import read

_UPLOADING = frozenset({"reporter", "editor"})
_SHOWN = {
    "期间": Reports.PERIOD,
    "类别": Reports.KIND,
    "编号": Reports.ITEM_ID,
    "名称": Reports.ITEM_NAME,
    "责任单位": Reports.RESPONSIBLE_UNIT,
    "完成进度": Reports.PERCENT_PPM,
    "累计完成投资": Reports.DONE_TOTAL_YUAN,
    "工作进展": Reports.PROGRESS,
    "存在问题": Reports.PROBLEM,
    "填报人": Reports.REPORTER,
}


def check(path, upload_name, context, actor):
    """Read one file of the corpus and answer in the corpus's own terms."""
    report = read(Path(path).read_bytes(), upload_name, _context(context, actor))
    return {
        "verdict": report.verdict.value,
        "findings": [
            {"severity": one.severity.value, "code": one.code, "row": one.row, "column": one.column}
            for one in report.findings
        ],
        "rows": [_shown(row) for row in report.frame.to_dict("records")]
        if report.may_commit
        else [],
    }


def _shown(row):
    shown = {header: row[column] for header, column in _SHOWN.items()}
    shown["完成进度"] = _or_none(shown["完成进度"], lambda ppm: plain(Decimal(int(ppm)) / 10_000))
    shown["累计完成投资"] = _or_none(shown["累计完成投资"], lambda yuan: in_yi(int(yuan)))
    return shown


def _or_none(number, spell):
    return None if pd.isna(number) else spell(number)


def _context(corpus, actor):
    registry, limits = corpus["registry"], corpus["limits"]
    items = {row["id"]: _item(row) for row in registry["items"].values()}
    accepted = {
        (row["id"], unit): (
            Accepted(
                Period.parse(row["last"]["period"]),
                int(Decimal(row["last"]["percent"]) * 10_000),
                _yuan(row["last"]["invest"]),
            ),
        )
        for row in registry["items"].values()
        for unit in registry["units"]
    }
    return Context(
        plan=_plan(registry, limits),
        today=date.fromisoformat(corpus["today"]),
        items=items,
        accepted=accepted,
        uploader=Uploader(
            may_upload=actor["role"] in _UPLOADING,
            own_units=frozenset(actor["units"]) if actor["role"] == "reporter" else None,
        ),
        limits=Limits(
            max_bytes=limits["max_bytes"],
            max_rows=limits["max_rows"],
            max_columns=limits["max_columns"],
            max_text=limits["max_text"],
            max_name=limits["max_name"],
            max_person=limits["max_person"],
            max_unpacked_bytes=limits["max_xlsx_unpacked"],
            max_unpacked_ratio=limits["max_xlsx_ratio"],
            max_members=limits["max_xlsx_members"],
            max_sheets=limits["max_sheets"],
        ),
    )


def _item(row):
    return Item(
        item_id=row["id"],
        kind=ItemKind(row["kind"]),
        name=row["name"],
        total_yuan=_yuan(row["total"]),
        responsible_units=tuple(row["units"]),
    )


def _yuan(yi):
    return None if yi is None else int(Decimal(yi) * YUAN_PER_YI)


def _plan(registry, limits):
    also = {}
    for short, name in registry["unit_aliases"].items():
        also.setdefault(name, []).append(short)
    first = Period.parse(limits["period_min"])
    rules = RuleSet("默认规则", "", first, ScheduleRule.MONTHS, -5, -15, due_day=25)
    return Plan(
        zone="别的区",
        zone_english="Another zone",
        title="",
        title_english="",
        document="",
        issued_on=date(2020, 3, 1),
        published_on=date(2020, 3, 1),
        first_period=first,
        rulebook=Rulebook((rules,)),
        light_presets=(rules.lights,),
        chains=(),
        responsible_units=tuple(Named(n, tuple(also.get(n, ()))) for n in registry["units"]),
        supervising_unit="",
        supervising_unit_english="",
        coordinating_unit="",
    )
