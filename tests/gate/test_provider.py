"""Signing in with an identity provider, a real one, in a process of its own."""

import contextlib
import importlib.util
import socket
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from store import audit
from store.ledger import Ledger
from tests.browser.server import served
from tests.gate.conftest import with_people

pytestmark = pytest.mark.xdist_group("browser")
PROVIDER = "oidc_provider_mock"


@pytest.fixture(scope="module")
def provider():
    """The address of an OpenID Connect server that signs in whoever asks."""
    if importlib.util.find_spec(PROVIDER) is None:
        pytest.skip("oidc-provider-mock is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [sys.executable, "-m", PROVIDER, "--port", str(port), "--require-nonce"]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(200):
                with contextlib.suppress(httpx.HTTPError):
                    httpx.get(f"{address}/.well-known/openid-configuration", timeout=1)
                    break
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def office(provider, tmp_path_factory):
    """The folder and the address of a dashboard that trusts it."""
    folder = tmp_path_factory.mktemp("oidc") / "office"
    state = with_people(folder, subject=f"{provider} 王芳")
    settings = {"PLAN_LOGIN": "oidc", "PLAN_OIDC_ISSUER": provider}
    settings |= {"PLAN_OIDC_CLIENT": "plan", "PLAN_OIDC_SECRET": "a secret of two"}
    with served(state, **settings) as address:
        yield state, address


@pytest.fixture
def browser():
    with httpx.Client() as opened:
        yield opened


def asked(browser, address, path="/login?next=/pace"):
    """Be sent to the provider and return its address for the question."""
    answer = browser.get(address + path)
    assert answer.status_code == 303
    return answer.headers["location"]


def consented(browser, question, sub):
    """Sign in at the provider and return where it leads back to."""
    answer = browser.post(question, data={"sub": sub})
    assert answer.status_code in {302, 303}, answer.text
    return answer.headers["location"]


def test_a_person_bound_to_an_account_comes_in_as_it(office, browser):
    state, address = office
    question = asked(browser, address)
    said = parse_qs(urlsplit(question).query)
    assert said["code_challenge_method"] == ["S256"]
    assert said["nonce"]
    answer = browser.get(consented(browser, question, "王芳"))
    assert answer.status_code == 200
    assert "url=/pace" in answer.text
    assert browser.get(f"{address}/_stcore/host-config").status_code == 200
    with Ledger.open(f"sqlite:///{state / 'ledger.sqlite3'}") as ledger:
        assert (audit.read(ledger)[0].event, audit.read(ledger)[0].actor) == ("signed_in", "editor")


def test_the_name_of_an_account_at_the_provider_opens_nothing(office, browser):
    _, address = office
    answer = browser.get(consented(browser, asked(browser, address), "editor"))
    assert answer.status_code == 403
    assert browser.get(f"{address}/_stcore/host-config").status_code == 401


def test_an_answer_to_somebody_elses_question_opens_nothing(office, browser):
    _, address = office
    asked(browser, address)
    with httpx.Client() as thief:
        back = consented(thief, asked(thief, address), "王芳")
    answer = browser.get(back)
    assert answer.status_code == 403
    assert "__Host-plan" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize("back", ["", "?code=made-up", "?state=x&code=y", "?error=access_denied"])
def test_an_answer_that_nobody_gave_opens_nothing(office, browser, back):
    _, address = office
    asked(browser, address)
    assert browser.get(f"{address}/login/back{back}").status_code == 403


def test_an_answer_opens_once(office, browser):
    _, address = office
    back = consented(browser, asked(browser, address), "王芳")
    assert browser.get(back).status_code == 200
    assert browser.get(back).status_code == 403
