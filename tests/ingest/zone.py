"""A small zone of our own making that sheets in these tests are checked against."""

import csv
import io
import re
import zipfile
from datetime import date
from zipfile import ZIP_DEFLATED as DEFLATED

from domain.columns import ItemKind
from domain.periods import Period
from domain.plan import Named, Plan
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from ingest.context import Context, Item

HEADERS = [
    "期间",
    "类别",
    "编号",
    "名称",
    "责任单位",
    "完成进度",
    "累计完成投资",
    "工作进展",
    "存在问题",
    "填报人",
]
GOOD = ["2026-10", "项目", "X1", "滨江码头", "港务局", "45", "2.5", "桩基完成", "无", "李明"]
RULES = RuleSet("默认规则", "", Period(2024, 1), ScheduleRule.MONTHS, -5, -15, due_day=25)
PLAN = Plan(
    zone="滨江新区",
    zone_english="Riverside",
    title="方案",
    title_english="Plan",
    document="滨〔2024〕1号",
    issued_on=date(2024, 1, 10),
    published_on=date(2024, 1, 12),
    first_period=Period(2024, 1),
    rulebook=Rulebook((RULES,)),
    light_presets=(RULES.lights,),
    chains=(Named("船舶与海工", ("船舶和海工",)),),
    responsible_units=(Named("港务局", ("区港务局",)), Named("住建局"), Named("林业局")),
    supervising_unit="督查室",
    supervising_unit_english="Supervision Office",
    coordinating_unit="港务局",
)
ITEMS = {
    "X1": Item("X1", ItemKind.PROJECT, "滨江码头", ("码头一期",), 1_000_000_000, ("港务局",)),
    "X2": Item("X2", ItemKind.PROJECT, "海工基地（一期）", (), None, ("住建局",)),
    "R1": Item("R1", ItemKind.TASK, "岸线整治", (), None, ("港务局", "林业局")),
}
CONTEXT = Context(PLAN, date(2026, 11, 22), ITEMS)


def text_of(*rows, delimiter=","):
    """Write rows as separated text."""
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=delimiter).writerows(rows)
    return sheet.getvalue()


def progress_sheet(*rows, encoding="utf-8-sig"):
    """Write a progress sheet of full rows under the ten usual headers."""
    return text_of(HEADERS, *rows).encode(encoding)


def changed(**cells):
    """Return the good row with some cells changed, by header."""
    return [cells.get(header, cell) for header, cell in zip(HEADERS, GOOD, strict=True)]


def told(report):
    """Return what was found as (code, row, column)."""
    return [(one.code, one.row, one.column) for one in report.findings]


def rewritten(raw, part, change):
    """Return a workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", DEFLATED) as new:
        assert part in old.namelist()
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def with_part(raw, part, content):
    """Return a workbook with one more part."""
    out = io.BytesIO(raw)
    with zipfile.ZipFile(out, "a", DEFLATED) as book:
        book.writestr(part, content)
    return out.getvalue()


def with_shared_texts(raw, texts):
    """Return a workbook whose texts stand in a part of their own, as Excel keeps them.

    ``texts`` receives the part's XML and returns what is to be written.
    """
    shared = []

    def moved(match):
        shared.append(match[2])
        return b'%s t="s"><v>%d</v></c>' % (match[1], len(shared) - 1)

    inline = re.compile(rb'(<c r="\w+") t="inlineStr"[^>]*><is>(.*?)</is></c>', re.DOTALL)
    raw = rewritten(raw, "xl/worksheets/sheet1.xml", lambda xml: inline.sub(moved, xml))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = b'<Relationship Id="rId99" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
    raw = rewritten(
        raw,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", link),
    )
    items = b"".join(b"<si>%s</si>" % one for one in shared)
    return with_part(raw, "xl/sharedStrings.xml", texts(b"<sst>%s</sst>" % items))
