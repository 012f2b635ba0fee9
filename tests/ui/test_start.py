"""What the program does when it is started: for this machine, or for a network."""

import os
import subprocess
import sys
import tomllib

import pytest

from domain.roles import Role
from store import accounts, authority
from store.accounts import Account
from store.ledger import Ledger
from store.login import Login
from store.people_refusals import LoginSettingError
from tests.conftest import ROOT
from tests.store.made import NOON

NETWORK = ["", "0.0.0.0", "::", "10.0.0.7", "plan.example"]  # noqa: S104 - what must be refused
COMPLETE = {
    "accounts": {"PLAN_LOGIN": "accounts"},
    "header": {"PLAN_LOGIN": "header", "PLAN_PROXY_KEY": "k" * 32},
    "oidc": {
        "PLAN_LOGIN": "oidc",
        "PLAN_OIDC_ISSUER": "https://id.example",
        "PLAN_OIDC_CLIENT": "plan",
        "PLAN_OIDC_SECRET": "s",
    },
}


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost", "127.0.0.2"])
def test_this_machine_needs_no_settings(address):
    Login.from_environment({}).must_fit(address)


def test_what_ships_serves_this_machine_and_calls_nobody():
    shipped = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert shipped["server"]["address"] == shipped["browser"]["serverAddress"] == "127.0.0.1"
    assert shipped["browser"]["gatherUsageStats"] is False
    assert shipped["server"]["enableAgentApi"] is False
    assert shipped["client"]["allowedOrigins"] == []
    assert shipped["client"]["showErrorDetails"] == "none"


@pytest.mark.parametrize("address", NETWORK)
def test_a_network_without_a_login_is_not_served(address):
    with pytest.raises(LoginSettingError) as refused:
        Login.from_environment({}).must_fit(address)
    assert refused.value.text_key == "account.setting_no_login"


@pytest.mark.parametrize("login", COMPLETE)
def test_a_network_needs_the_names_readers_use(login):
    one = Login.from_environment(COMPLETE[login])
    with pytest.raises(LoginSettingError):
        one.must_fit("0.0.0.0")  # noqa: S104 - what must be refused
    named = Login.from_environment(COMPLETE[login] | {"PLAN_HOSTS": "plan.example"})
    named.must_fit("0.0.0.0")  # noqa: S104 - allowed with a login


@pytest.mark.parametrize(
    ("environ", "why"),
    [
        ({"PLAN_LOGIN": "ldap"}, "unknown"),
        ({"PLAN_LOGIN": "header"}, "proxy_key"),
        ({"PLAN_LOGIN": "header", "PLAN_PROXY_KEY": "short"}, "proxy_key"),
        ({"PLAN_LOGIN": "oidc"}, "oidc"),
        ({"FORWARDED_ALLOW_IPS": "*"}, "forwarded"),
    ],
)
def test_a_login_that_could_not_hold_is_refused(environ, why):
    with pytest.raises(LoginSettingError) as refused:
        Login.from_environment(environ)
    assert refused.value.text_key == f"account.setting_{why}"


def started(state, *options):
    serve = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", "0"]
    environ = {**os.environ, "PLAN_STATE": str(state)}
    environ.pop("DATABASE_URL", None)
    environ.pop("PLAN_LOGIN", None)
    return subprocess.run(
        [*serve, *options], cwd=ROOT, env=environ, capture_output=True, timeout=120, check=False
    )


def test_a_ledger_with_accounts_is_not_opened_to_whoever_sits_at_the_machine(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as ledger:
        one = Account("张三", frozenset({Role.EDITOR}))
        accounts.add(ledger, one, password_hash=None, by=authority.CONSOLE, at=NOON)
    ended = started(tmp_path, "--server.address", "127.0.0.1", "--server.headless", "true")
    assert ended.returncode == 2
    assert "PLAN_LOGIN=accounts" in ended.stderr.decode()


def test_the_server_ends_with_a_sentence_that_says_what_to_set(tmp_path):
    ended = started(tmp_path, "--server.address", "0.0.0.0")  # noqa: S104 - what must be refused
    said = ended.stderr.decode()
    assert ended.returncode == 2
    assert "PLAN_LOGIN=accounts" in said
    assert "Not started" in said
    assert "Traceback" not in said
