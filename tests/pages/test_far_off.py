"""Of many projects those too far off to name a month are one row; picking it lists them."""

import pytest

from store import intake
from store.intake import Sheet
from store.opening import open_office
from tests.pages.offices import NOON, ROOT, TODAY
from tests.pages.reader import Reader, charts, words
from tests.pages.sheets import sheet
from texts import catalogue

t = catalogue("zh")
NEAR, FAR_OFF = 20, 3
PACES = [*[(10, 20, 30)] * NEAR, *[(1, 2, 3)] * FAR_OFF]
FAR_ROW = t("forecast.far_together", count=FAR_OFF, years=5)


def _projects() -> bytes:
    header = "项目编号,项目名称,责任单位"
    rows = [f"Q{at:02},园区项目{at:02},经济发展局" for at in range(len(PACES))]
    return "\r\n".join((header, *rows, "")).encode("gb18030")


def _reports(month: int) -> bytes:
    rows = [
        f"2026-{8 + month:02},项目,Q{at:02},园区项目{at:02},经济发展局,{pace[month]},,施工,,张三"
        for at, pace in enumerate(PACES)
    ]
    return sheet(*rows)


@pytest.fixture
def many(state_folder) -> Reader:
    """A reader of a ledger with three months of twenty projects and three that hardly move."""
    office = open_office({"PLAN_STATE": str(state_folder)}, ROOT, today=TODAY, at=NOON)
    sheets = {"projects.csv": _projects(), **{f"{at}.csv": _reports(at) for at in range(3)}}
    with office.ledger as ledger:
        for name, raw in sheets.items():
            seen = intake.preview(ledger, office.plan, Sheet(raw, name), today=TODAY)
            assert seen.report.may_commit, seen.report.findings
            intake.commit(ledger, seen, actor="张三", at=NOON)
    return Reader()


def test_picking_the_row_lists_the_projects_and_one_sentence_says_how_many_end_when(many):
    asked = {"subjects": "projects", "view": "finishes"}
    choices = {key: t(f"control.{key}_{choice}") for key, choice in asked.items()}
    app = many.open("progress", **choices, pick="finishes_projects|far")
    assert not app.exception
    assert "finishes_projects" in charts(app)
    said = words(app)
    assert f"**{FAR_ROW}**" in said
    assert {f"Q{at:02}" for at in range(NEAR, NEAR + FAR_OFF)} <= {*said}
    assert any("2027年完成 20 个，5 年以后 3 个" in one for one in said)
