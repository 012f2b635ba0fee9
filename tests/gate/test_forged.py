"""Messages that no browser of ours would send, to the server as it is served."""

import asyncio

import httpx
import pytest
import websockets

from domain.roles import Role, allowed
from store import accounts, audit, authority
from store.accounts import Account
from store.ledger import Ledger
from tests.gate.conftest import PHRASE
from tests.gate.line import Page, signed_in, signed_out
from tests.pages.offices import NOON
from tests.pages.reader import PAGES
from texts import catalogue
from ui import access

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def ledger(state):
    with Ledger.open(f"sqlite:///{state / 'ledger.sqlite3'}") as opened:
        opened.login_required = True
        yield opened


def test_a_stranger_gets_no_page_no_file_and_no_place_for_one(address):
    for path in ("/media/x.csv", "/_stcore/host-config", "/ledger/newer?than=1"):
        assert httpx.get(address + path).status_code == 401
    xsrf = "2|00000000|" + "ab" * 16 + "|1700000000"
    put = httpx.put(
        f"{address}/_stcore/upload_file/s/1",
        files={"file": ("a.csv", b"1")},
        headers={"X-Xsrftoken": xsrf, "Cookie": f"_streamlit_xsrf={xsrf}"},
    )
    assert put.status_code == 401
    assert httpx.get(f"{address}/_stcore/metrics").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Plan-Actor": "editor"},
        {"Cookie": "plan=made-up", "X-Plan-Actor": "editor"},
    ],
)
def test_a_stranger_opens_no_line(address, headers):
    async def run():
        async with Page(address, Origin=address, **headers):
            pass

    with pytest.raises(websockets.InvalidStatus):
        asyncio.run(run())


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ADMINISTRATOR, Role.REPORTER])
def test_a_page_outside_ones_menu_is_not_run_by_name_or_hash(address, ledger, role):
    async def run():
        editor = {"Origin": address, "Cookie": signed_in(address, "editor", PHRASE)}
        async with Page(address, **editor) as page:
            hashes = (await page.run()).pages()
            assert title("history") in (await page.run(page="history")).says()
        mine = {"Origin": address, "Cookie": signed_in(address, role.value, PHRASE)}
        actor = accounts.get(ledger, role.value).actor
        async with Page(address, **mine) as page:
            own = (await page.run()).pages()
            for name in PAGES:
                if allowed(actor, access.PAGES[name]):
                    continue
                assert name not in own
                said = (await page.run(page=name)).says()
                assert title(name) not in said
                assert refusal(name) in said
                if name in hashes:
                    said = (await page.run(page_hash=hashes[name])).says()
                    assert title(name) not in said

    asyncio.run(run())


def refusal(name):
    """Return what is said in place of a page."""
    t = catalogue("zh")
    right = t(f"role.action_{access.PAGES[name]}")
    return t("access.page_refused", page=t(f"page.{name}"), right=right)


def title(name):
    """Return what the heading of a page says over the line."""
    return f"'body': '{catalogue('zh')(f'page.{name}')}'"


def test_a_button_that_was_drawn_for_an_editor_does_nothing_for_a_viewer(address, ledger):
    """The click is sent over the line that drew it, after the role was taken away."""

    async def run():
        mine = {"Origin": address, "Cookie": signed_in(address, "editor", PHRASE)}
        async with Page(address, **mine) as page:
            await page.run()
            button = (await page.run(page="overview")).widget("remove-samples")
            left = Account("editor", frozenset({Role.VIEWER}))
            accounts.change(ledger, left, by=authority.CONSOLE, at=NOON)
            with pytest.raises((websockets.ConnectionClosed, TimeoutError)):
                await page.run(page="overview", **{button: ("trigger_value", True)})
        again = Account("editor", frozenset({Role.EDITOR}))
        accounts.change(ledger, again, by=authority.CONSOLE, at=NOON)

    version = ledger.version()
    asyncio.run(run())
    assert ledger.version() == version


def test_a_button_that_was_never_drawn_for_a_viewer_does_nothing(address, ledger):
    async def run():
        editor = {"Origin": address, "Cookie": signed_in(address, "editor", PHRASE)}
        async with Page(address, **editor) as page:
            button = (await page.run()).widget("remove-samples")
        viewer = {"Origin": address, "Cookie": signed_in(address, "viewer", PHRASE)}
        async with Page(address, **viewer) as page:
            await page.run()
            await page.run(**{button: ("trigger_value", True)})

    version = ledger.version()
    asyncio.run(run())
    assert ledger.version() == version


def test_signing_out_closes_every_line_of_the_session(address, ledger):
    async def run():
        cookie = signed_in(address, "supervisor", PHRASE)
        mine = {"Origin": address, "Cookie": cookie}
        async with Page(address, **mine) as first, Page(address, **mine) as second:
            await first.run()
            await second.run()
            assert signed_out(address, cookie) == 401
            assert await first.is_closed(6)
            assert await second.is_closed(6)

    asyncio.run(run())
    assert {"signed_in", "signed_out"} <= {one.event for one in audit.read(ledger)}


def test_a_session_cannot_be_taken_over_with_the_id_that_stands_in_logs(address):
    async def run():
        mine = {"Origin": address, "Cookie": signed_in(address, "auditor", PHRASE)}
        async with Page(address, **mine) as page:
            await page.run()
            taken = page.session
        thief = {"Origin": address, "Cookie": signed_in(address, "viewer", PHRASE)}
        async with Page(address, resumed=taken, **thief) as page:
            await page.run()
            assert page.session != taken
            assert "audit" not in page.pages()
        async with Page(address, resumed=taken, **mine) as page:
            await page.run()
            assert page.session == taken, "its owner comes back to it"

    asyncio.run(run())
