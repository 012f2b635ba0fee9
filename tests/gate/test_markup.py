"""What people write is shown and never run: names and texts that try, on every page."""

import pytest

from export.browser import find_browser
from store import intake
from store.intake import Sheet
from store.opening import open_office
from tests.browser import conftest as browsing
from tests.browser.server import served
from tests.pages.offices import NOON, ROOT, TODAY, planted
from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
browser, screen_of = browsing.browser, browsing.screen_of
t = catalogue("zh")
EVIL = "http://evil.example"
NAME = (
    f"<img src={EVIL}/a onerror=window.hit=1><a href='javascript:window.hit=2'>点</a>"
    f"[点](javascript:window.hit=3)![图]({EVIL}/b)<b>粗</b>"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A dashboard whose first project has a hostile name and a hostile report."""
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    state = planted(tmp_path_factory.mktemp("markup") / "office", samples=True)
    office = open_office({"PLAN_STATE": str(state)}, ROOT, today=TODAY, at=NOON)
    with office.ledger as ledger:
        table = (ROOT / "data/projects.csv").read_text("utf-8-sig")
        name = table.splitlines()[1].split(",")[1]
        hostile = table.replace(name, '"' + NAME + '"', 1)
        commit(office, ledger, Sheet(hostile.encode(), "projects.csv"))
        sheet = (ROOT / "data/samples/progress-2026-09.csv").read_text("gb18030")
        spoken = sheet.replace("按计划推进", '"' + NAME + '"')
        assert spoken != sheet
        commit(office, ledger, Sheet(spoken.encode(), f"{NAME[:60]}.csv"))
    with served(state) as here:
        yield here


def commit(office, ledger, sheet):
    seen = intake.preview(ledger, office.plan, sheet, today=TODAY)
    assert seen.report.may_commit, [str(one) for one in seen.report.findings]
    intake.commit(ledger, seen, actor=NAME[:50], at=NOON, reason="改名")


@pytest.fixture(scope="module")
def screen(address, screen_of):
    return screen_of(address).open()


@pytest.mark.parametrize("page", sorted(set(WITHOUT_LOGIN) - {"meeting"}))
def test_nothing_written_by_people_runs_or_calls_out(screen, page):
    screen.go(t(f"page.{page}"))
    assert not screen.troubles
    assert screen.page.evaluate("window.hit") is None
    links = "[...document.querySelectorAll('a')].map(a => a.getAttribute('href') || '')"
    links += ".concat([...document.querySelectorAll('svg a')].map(a => a.href.baseVal))"
    hostile = [one for one in screen.page.evaluate(links) if "evil" in one or "script:" in one]
    assert not hostile
