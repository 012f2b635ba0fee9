"""Every page for every role, through the door and past it."""

import shutil
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest

from domain.roles import Role, allowed
from store import accounts, audit, authority
from store.accounts import Account
from store.ledger import Ledger
from tests.pages.offices import NOON, ROOT
from tests.pages.reader import PAGES, opened, words
from tests.pages.sheets import PIPES_LAID, sheet
from tests.pages.test_export import begun
from texts import catalogue
from ui import access, cache, navigation

ROLES = [role for role in Role if role is not Role.CONSOLE]
t = catalogue("zh")


@contextmanager
def signed_in(folder, monkeypatch):
    """An account per role in the ledger of a state folder, where people sign in."""
    monkeypatch.setenv("PLAN_LOGIN", "accounts")
    with Ledger.open(f"sqlite:///{folder / 'ledger.sqlite3'}") as ledger:
        for role in ROLES:
            units = frozenset({"财政局"}) if role is Role.REPORTER else frozenset()
            made = Account(role.value, frozenset({role}), units)
            accounts.add(ledger, made, password_hash=None, by=authority.CONSOLE, at=NOON)
        yield ledger


@pytest.fixture
def office(state_folder, illustrated, monkeypatch):
    """A ledger with reports."""
    shutil.copytree(illustrated, state_folder)
    with signed_in(state_folder, monkeypatch) as ledger:
        yield ledger


def door(name: str | None, page: str | None = None) -> AppTest:
    """Open the first page, or the address of one, whether or not it is in the menu."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.user = {} if name is None else {"uid": quote(name)}
    return (app if page is None else app.switch_page(PAGES[page])).run()


def inside(name: str, page: str) -> AppTest:
    """Open a page that is open to its reader."""
    app = door(name, page)
    assert title(app) == [t(f"page.{page}")]
    return app


def title(app: AppTest) -> list[str]:
    return [one.value for one in app.title]


def pages_of(ledger, role: Role) -> tuple[list[str], list[str]]:
    """Return the pages that the table of rights opens to a role, and those it does not."""
    account = accounts.get(ledger, role.value).actor
    open_ = [page for page in sorted(PAGES) if allowed(account, access.PAGES[page])]
    return open_, sorted(set(PAGES) - set(open_))


def test_a_page_opens_for_the_roles_the_table_names(office):
    for role in ROLES:
        app, (open_, shut) = door(role.value), pages_of(office, role)
        for page in open_:
            app = app.switch_page(PAGES[page]).run()
            assert title(app) == [t(f"page.{page}")], (role, page)
            assert not app.error, (role, page)
        for page in shut:
            with pytest.raises(ValueError, match="Could not find a navigation page"):
                app.switch_page(PAGES[page])


def test_a_page_reached_past_the_menu_asks_the_table_itself(office):
    for role in ROLES:
        _, shut = pages_of(office, role)
        for page in shut:
            app = AppTest.from_file(str(ROOT / PAGES[page]), default_timeout=60)
            app.user = {"uid": role.value}
            app.session_state["reader"] = "signed"
            app.session_state["page_opened"] = page
            app.run()
            assert [one.value for one in app.error] == [refusal(page)], role
            assert len(app.main.children) == 1, (role, page)
            assert refused(office) == (role.value, page)


def refusal(page):
    """Return the sentence that says which page does not open, and for want of which right."""
    right = t(f"role.action_{access.PAGES[page]}")
    return t("access.page_refused", page=t(f"page.{page}"), right=right)


def refused(ledger):
    """Return who was refused last, and which page."""
    newest = audit.read(ledger)[0]
    assert newest.event == "refused"
    return newest.actor, newest.said["page"]


def test_the_address_of_a_page_that_is_refused_says_so_and_shows_no_other(office):
    for role in ROLES:
        _, shut = pages_of(office, role)
        for page in shut:
            app = door(role.value, page)
            assert [one.value for one in app.error] == [refusal(page)], role
            assert not app.title, (role, page)
            assert refused(office) == (role.value, page)


def test_where_another_way_in_is_set_accounts_have_no_page(office, monkeypatch):
    monkeypatch.setenv("PLAN_LOGIN", "header")
    monkeypatch.setenv("PLAN_PROXY_KEY", "k" * 32)
    app = door("administrator", "accounts")
    assert [one.value for one in app.error] == [t("access.not_used", page=t("page.accounts"))]
    assert not audit.read(office, audit.Wanted(events=("refused",)))


def test_every_page_says_what_it_takes_and_stands_in_the_menu():
    listed = {name for names in navigation._PAGES.values() for name in names}  # noqa: SLF001 - the menu is the subject
    assert set(access.PAGES) == set(PAGES) == listed


@pytest.fixture
def bare_office(state_folder, delivered, monkeypatch):
    """A ledger nobody has reported to."""
    shutil.copytree(delivered, state_folder)
    with signed_in(state_folder, monkeypatch) as ledger:
        yield ledger


def test_no_page_fails_for_a_role_while_nobody_has_reported(bare_office):
    for role in ROLES:
        app, (open_, _) = door(role.value), pages_of(bare_office, role)
        for page in open_:
            app = app.switch_page(PAGES[page]).run()
            assert title(app) == [t(f"page.{page}")], (role, page)
            assert not app.exception, (role, page)
            assert not app.error, (role, page)


@pytest.mark.usefixtures("office")
def test_the_address_of_a_pack_gives_it_to_no_other_account(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    mine = begun(inside("editor", "export"))
    token = mine.query_params["pack"]
    mine.run()
    other = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    other.user = {"uid": "viewer"}
    other.query_params["pack"] = token
    other.run().switch_page(PAGES["export"]).run()
    assert other.query_params["pack"] == token
    assert t("pack.step_take") in headings(mine)
    assert t("pack.step_take") not in headings(other)
    cache.packs().close()


def headings(app: AppTest) -> list[str]:
    return [one.value for one in app.subheader]


@pytest.mark.usefixtures("office")
def test_a_page_that_says_nothing_opens_for_nobody(monkeypatch):
    monkeypatch.delitem(access.PAGES, "history")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        door("editor").switch_page(PAGES["history"])


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", [None, "nobody"])
def test_whoever_has_no_account_sees_an_empty_house(name):
    app = door(name)
    assert not app.title
    assert len(app.error) == 1
    assert not app.get("plotly_chart")


@pytest.mark.usefixtures("office")
def test_a_page_file_run_alone_admits_nobody():
    app = AppTest.from_file(str(ROOT / PAGES["history"]), default_timeout=60)
    app.user = {"uid": "editor"}
    app.run()
    assert [one.value for one in app.error] == [t("access.denied")]


@pytest.mark.usefixtures("office")
def test_a_reporter_reads_in_the_preview_which_row_is_anothers():
    app = inside("reporter", "upload")
    app.file_uploader[0].set_value(("十月.csv", sheet(PIPES_LAID), "text/csv")).run()
    assert "commit" not in {one.key for one in app.button}
    assert any("不能代“经济发展局”填报" in one for one in words(app))
    assert t("samples.compared") not in {one.value for one in app.warning}


def test_a_role_taken_away_is_gone_at_the_next_click(office):
    app = inside("editor", "history")
    app.selectbox(key="version-shown").set_value(5).run()
    opened(app, "withdraw-open")
    app.text_input(key="withdraw-why").set_value("重复").run()
    left = accounts.with_roles(accounts.get(office, "editor"), {Role.VIEWER}, ())
    accounts.change(office, left, by=authority.CONSOLE, at=NOON)
    version = office.version()
    app.button(key="withdraw").click().run()
    assert office.version() == version
    assert audit.read(office)[0].event == "refused"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("role", [Role.VIEWER, Role.AUDITOR, Role.SUPERVISOR])
def test_who_may_not_withdraw_is_offered_no_button(role):
    app = inside(role.value, "history")
    app.selectbox(key="version-shown").set_value(5).run()
    opened(app, "withdraw-open")
    assert "withdraw" not in {one.key for one in app.button}


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("role", "offered"), [(Role.VIEWER, False), (Role.EDITOR, True)])
def test_the_form_of_a_problem_is_offered_to_whoever_may_raise_one(role, offered):
    app = inside(role.value, "problems")
    app.session_state["problem-form-open"] = True  # a click on its title
    assert ("problem-raise" in {one.key for one in app.run().button}) is offered


@pytest.mark.usefixtures("bare_office")
@pytest.mark.parametrize(("role", "offered"), [(Role.REPORTER, False), (Role.EDITOR, True)])
def test_illustrative_sheets_are_offered_to_whoever_may_commit_those_of_every_unit(role, offered):
    app = inside(role.value, "upload")
    assert ("load-samples" in {one.key for one in app.button}) is offered


@pytest.mark.usefixtures("bare_office")
def test_the_template_of_a_reporter_begins_with_their_own_unit():
    app = inside(Role.REPORTER.value, "upload")
    assert app.selectbox(key="template-unit").value == "财政局"


def test_who_signed_in_is_not_asked_for_a_name(office):
    app = inside("editor", "history")
    app.selectbox(key="version-shown").set_value(5).run()
    opened(app, "withdraw-open")
    assert app.text_input(key="withdraw-actor-signed").value == "editor"
    app.text_input(key="withdraw-why").set_value("重复").run()
    app.button(key="withdraw").click().run()
    assert not app.error
    assert audit.read(office)[0].actor == "editor"


def test_an_auditor_reads_everything_and_an_administrator_their_own(office):
    auditor = inside("auditor", "audit")
    assert len(table(auditor)) == len(audit.read(office))
    administrator = inside("administrator", "audit")
    assert table(administrator).empty
    assert "audit-export" not in {one.key for one in administrator.get("download_button")}


def table(app):
    return app.dataframe[0].value


@pytest.mark.parametrize("file", sorted((ROOT / "ui").glob("*.py")), ids=lambda file: file.stem)
def test_only_one_place_asks_who_acts(file):
    """A name that was typed is refused once people sign in, so nobody else asks for one."""
    assert file.stem == "access" or 'text_input(t("upload.actor")' not in file.read_text("utf-8")


@pytest.mark.usefixtures("bare_office")
def test_only_who_runs_the_server_is_told_to_run_a_command():
    app = inside("supervisor", "rules")
    said = [one.value for one in app.caption]
    assert t("calendar.asked_for") in said
    assert not any("manage.py" in one for one in words(app))
