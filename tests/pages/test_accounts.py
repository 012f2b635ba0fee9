"""Accounts on the screen, for an administrator where people sign in with a password."""

from domain.roles import Role
from store import accounts, audit, sessions, signing_in
from tests.pages.offices import NOON
from tests.pages.reader import words
from tests.pages.test_roles import bare_office, inside, t

office = bare_office


def opened(name="administrator"):
    return inside(name, "accounts")


def passwords_shown(app):
    return [one.value for one in app.code]


def chosen(app, name):
    return app.selectbox(key="account-chosen").set_value(name).run()


def added(app, name, *roles, units=()):
    app.text_input(key="account-new-name").set_value(name)
    app.multiselect(key="account-new-roles").set_value(list(roles))
    app.multiselect(key="account-new-units").set_value(list(units))
    return app.button(key="account-add").click().run()


def test_a_new_account_has_a_password_that_is_shown_once(office):
    app = added(opened(), "王五", "reporter", units=["财政局"])
    (password,) = passwords_shown(app)
    assert [one.value for one in app.success] == [t("accounts.added", name="王五")]
    made = accounts.get(office, "王五")
    assert (made.roles, made.units, made.must_change) == ({Role.REPORTER}, {"财政局"}, True)
    signing_in.must_know(office, "王五", password, address="10.1.2.3", at=NOON)
    app.run()
    assert passwords_shown(app) == []
    assert not any(password in said for said in words(app))
    assert password not in "".join(audit.lines(office))
    newest = audit.read(office)[0]
    assert (newest.actor, newest.said["did"]) == ("administrator", "made")


def test_what_makes_no_account_is_said_in_a_sentence(office):
    before = accounts.every(office)
    for name, roles, why in (
        ("", ["viewer"], "ledger.blank_account"),
        ("王五", [], "account.roleless"),
        ("王五", ["reporter"], "account.unbound"),
        ("王五", ["administrator", "auditor"], "account.combination"),
    ):
        app = added(opened(), name, *roles)
        assert [one.value for one in app.error] == [t(why)], why
        assert not passwords_shown(app)
    assert accounts.every(office) == before


def test_an_account_is_given_roles_closed_opened_and_signed_out(office):
    token = sessions.begin(office, "viewer", address="10.1.2.3", at=NOON)
    app = chosen(opened(), "viewer")
    (roles,) = [one for one in app.multiselect if one.key.startswith("account-roles-")]
    roles.set_value(["auditor"]).run()
    app.button(key="account-save").click().run()
    assert accounts.get(office, "viewer").roles == {Role.AUDITOR}
    assert sessions.current(office, token, at=NOON, touch=False) is None
    app.button(key="account-close").click().run()
    assert accounts.get(office, "viewer").closed
    app.button(key="account-open").click().run()
    assert not accounts.get(office, "viewer").closed
    app.button(key="account-sign_out").click().run()
    assert not app.error
    acts = [one.said.get("did", one.event) for one in audit.read(office)[:4]]
    assert acts == ["signed_out", "opened", "closed", "changed"]


def test_another_password_ends_the_old_one_and_has_to_be_changed(office):
    app = chosen(opened(), "viewer")
    app.button(key="account-reset").click().run()
    (password,) = passwords_shown(app)
    assert accounts.get(office, "viewer").must_change
    signing_in.must_know(office, "viewer", password, address="10.1.2.3", at=NOON)


def test_ones_own_account_is_left_to_another_administrator(office):
    app = chosen(opened(), "administrator")
    offered = {one.key for one in app.button}
    assert not {"account-save", "account-close", "account-reset"} & offered
    assert t("accounts.own") in {one.value for one in app.caption}
    assert len(accounts.every(office)) == len(app.dataframe[0].value)


def test_a_role_taken_away_meanwhile_makes_no_account(office):
    app = opened()
    accounts.change(
        office,
        accounts.with_roles(accounts.get(office, "administrator"), {Role.VIEWER}, ()),
        by=accounts.CONSOLE,
        at=NOON,
    )
    app = added(app, "王五", "viewer")
    assert not passwords_shown(app)
    assert accounts.find(office, "王五") is None
    assert "refused" in {one.event for one in audit.read(office)}
