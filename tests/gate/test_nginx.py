"""The nginx file as it is shipped, in a real nginx before the real dashboard."""

import asyncio
import contextlib
import re
import ssl
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest
import websockets

from tests.browser.server import served
from tests.gate.conftest import PHRASE, with_people
from tests.gate.front import HOST, NGINX, SHIPPED, before, certificate

pytestmark = pytest.mark.xdist_group("browser")
SECRET, PASSWORD = "k" * 40, "as the gateway knows it"


def place(factory, name):
    """A folder with a certificate for nginx; where there is none the tests are left out."""
    if NGINX is None:
        pytest.skip("no nginx on this machine")
    folder = factory.mktemp(name)
    certificate(folder)
    return folder


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """The port on which nginx serves the dashboard, encrypted."""
    folder = place(tmp_path_factory, "nginx")
    state = with_people(folder / "office")
    with (
        served(state, PLAN_LOGIN="accounts", PLAN_HOSTS=HOST) as address,
        before([address], folder) as port,
    ):
        yield port


@pytest.fixture(scope="module")
def gateway(tmp_path_factory):
    """The same where nginx itself signs people in: its port, and the address behind it."""
    folder = place(tmp_path_factory, "gateway")
    made = ["openssl", "passwd", "-apr1", PASSWORD]
    hashed = subprocess.run(made, check=True, capture_output=True, text=True).stdout.strip()
    (folder / "people").write_text(f"viewer:{hashed}\neditor:{hashed}\n")
    signing = SHIPPED.replace(
        'X-Plan-User "";',
        f"X-Plan-User $remote_user; auth_basic plan; auth_basic_user_file {folder}/people;",
    ).replace('X-Plan-Proxy-Key "";', f"X-Plan-Proxy-Key {SECRET};")
    state = with_people(folder / "office")
    login = {"PLAN_LOGIN": "header", "PLAN_PROXY_KEY": SECRET, "PLAN_HOSTS": HOST}
    with served(state, **login) as address, before([address], folder, signing) as port:
        yield port, address


@pytest.fixture
def client(front):
    with browser(front) as opened:
        yield opened


def browser(port, **said):
    headers = {"Host": HOST, "Origin": f"https://{HOST}"}
    return httpx.Client(
        base_url=f"https://127.0.0.1:{port}", headers=headers, verify=trusting(), **said
    )


def trusting():
    """Accept the certificate made above, under whatever name it is asked for."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def test_every_security_header_reaches_the_reader(client):
    answer = client.get("/login")
    assert answer.status_code == 200
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"]
    assert answer.headers["server"] == "nginx", "no version"


def signed_in(client) -> str:
    """The cookie of a session that was signed in through nginx."""
    answer = client.post("/login", data={"name": "viewer", "password": PHRASE})
    return answer.headers["set-cookie"]


def line(front, cookie):
    """The socket of an open page."""
    return websockets.connect(
        f"wss://{HOST}:{front}/_stcore/stream",
        host="127.0.0.1",
        port=front,
        additional_headers={"Cookie": cookie.split(";")[0]},
        origin=f"https://{HOST}:{front}",
        ssl=trusting(),
        subprotocols=["streamlit"],
    )


def test_a_reader_signs_in_and_opens_a_page(client, front):
    cookie = signed_in(client)
    assert cookie.startswith("__Host-plan=")
    assert "Secure" in cookie

    async def run():
        async with line(front, cookie):
            pass

    asyncio.run(run())


def test_a_hundred_pages_stay_open_behind_one_address(client, front):
    cookie = signed_in(client)

    async def run():
        async with contextlib.AsyncExitStack() as stack:
            for _ in range(100):
                await stack.enter_async_context(line(front, cookie))
            return await asyncio.to_thread(client.get, "/login")

    assert asyncio.run(run()).status_code == 200


@pytest.mark.parametrize("path", ["/media/x.csv", "/_stcore/host-config", "/_stcore/metrics"])
@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"X-Plan-Actor": "editor", "X-Plan-User": "editor"},
        {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    ],
)
def test_nobody_gets_by_with_headers_of_their_own(client, path, forged):
    assert client.get(path, headers=forged).status_code in {401, 404}


def test_a_file_that_is_too_large_is_stopped_in_front(client):
    answer = client.put("/_stcore/upload_file/s/1", content=b"1" * (22 * 1024 * 1024))
    assert answer.status_code == 413


def test_guesses_are_slowed_down_in_front(client):
    codes = [
        client.post("/login", data={"name": f"p{number}", "password": "x"}).status_code
        for number in range(40)
    ]
    assert codes.count(429) > 10


def test_plain_lines_are_sent_to_the_encrypted_one():
    assert re.search(r"listen 80;.*?return 301 https://", SHIPPED, re.DOTALL)
    assert "TLSv1.2 TLSv1.3" in SHIPPED


INSIDE = "/_stcore/host-config"


def test_whom_the_gateway_signed_in_comes_in_under_that_name_alone(gateway):
    port, _ = gateway
    with browser(port) as nobody:
        assert nobody.get("/login").status_code == 401, "nginx asks first"
    with browser(port, auth=("viewer", PASSWORD)) as viewer:
        assert viewer.get(INSIDE).status_code == 401
        cookie = viewer.get("/login", headers={"X-Plan-User": "editor"}).headers["set-cookie"]
        assert cookie.startswith("__Host-plan=")
        mine = {"Cookie": cookie.split(";")[0]}
        assert viewer.get(INSIDE, headers=mine).status_code == 200
        assert "viewer" in viewer.get("/account", headers=mine).text
    with browser(port, auth=("editor", PASSWORD)) as editor:
        assert editor.get(INSIDE, headers=mine).status_code == 401, "somebody else's session"
    with browser(port, auth=("viewer", PASSWORD)) as viewer:
        left = viewer.post("/logout", headers=mine)
        assert "已退出" in viewer.get(left.headers["location"]).text, "and not let in again"
        assert viewer.get(INSIDE, headers=mine).status_code == 401


def test_past_the_gateway_its_headers_say_nothing(gateway):
    _, behind = gateway
    for forged in ({}, {"X-Plan-Proxy-Key": "k" * 39}, {"X-Plan-Proxy-Key": ""}):
        said = {"Host": HOST, "X-Plan-User": "editor", **forged}
        answer = httpx.get(f"{behind}/login", headers=said)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers


class _Named(BaseHTTPRequestHandler):
    """Answers every request with the port it came in at."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(self.server.server_port).encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def two_behind(tmp_path_factory):
    """The port of nginx before two processes that say which they are."""
    folder = place(tmp_path_factory, "two")
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), _Named)) for _ in range(2)
        ]
        for one in servers:
            Thread(target=one.serve_forever, daemon=True).start()
            stack.callback(one.shutdown)
        addresses = [f"http://127.0.0.1:{one.server_port}" for one in servers]
        yield stack.enter_context(before(addresses, folder))


def test_a_reader_stays_with_the_process_they_came_to(two_behind):
    for _ in range(5):
        with browser(two_behind) as reader:
            first = reader.get("/")
            assert "plan_process=" in first.headers["set-cookie"]
            again = [reader.get("/media/x") for _ in range(5)]
            assert {answer.text for answer in again} == {first.text}
            assert not any("set-cookie" in answer.headers for answer in again)


def test_readers_are_spread_over_the_processes(two_behind):
    came_to = set()
    for _ in range(40):
        with browser(two_behind) as reader:
            came_to.add(reader.get("/").text)
    assert len(came_to) == 2
