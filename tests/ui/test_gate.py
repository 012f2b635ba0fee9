"""The gate, asked as outsiders, neighbours and thieves would ask it."""

import asyncio
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from domain.roles import Role
from store import accounts, audit, authority, passwords, sessions
from store.accounts import Account
from store.ledger import Ledger
from store.login import Login
from tests.store.made import NOON
from ui.gate import answers
from ui.gate.desk import Desk
from ui.gate.doorkeeper import Doorkeeper
from ui.gate.gate import Gate

PHRASE = "一匹正确的马配一枚订书钉的电池"
KEY = "k" * 40
HOST = "plan.zone.example"
KNOWN = {"Host": HOST, "X-Forwarded-Proto": "https"}
LOGINS = {
    "nobody": {},
    "accounts": {"PLAN_LOGIN": "accounts", "PLAN_HOSTS": HOST, "PLAN_PROXIES": "10.0.0.5"},
    "header": {
        "PLAN_LOGIN": "header",
        "PLAN_HOSTS": HOST,
        "PLAN_PROXIES": "10.0.0.5",
        "PLAN_PROXY_KEY": KEY,
    },
}


async def told(request: Request) -> JSONResponse:
    """Answer what Streamlit would be told: who it is."""
    names = ("x-plan-actor", "x-plan-user", "x-plan-proxy-key")
    return JSONResponse({name: request.headers.get(name) for name in names})


async def stream(socket: WebSocket) -> None:
    """Echo, as an open page does, until the line is closed."""
    await socket.accept()
    await socket.send_text(str(socket.headers.get("x-plan-actor")))
    try:
        while True:
            await socket.send_text(await socket.receive_text())
    except WebSocketDisconnect:
        return


class House:
    """A gate before a small app, its ledger, its clock, and lines to it."""

    def __init__(self, ledger: Ledger, environ: dict[str, str]) -> None:
        self.now = NOON
        self.ledger = ledger
        login = Login.from_environment(environ)
        ledger.login_required = login.is_asked
        keeper = Doorkeeper(login, lambda: ledger, lambda: self.now)
        self.app = Starlette(
            routes=[
                *Desk(keeper).routes(),
                WebSocketRoute("/_stcore/stream", stream),
                Route("/{rest:path}", told, methods=["GET", "PUT", "POST"]),
            ],
            middleware=[Middleware(Gate, keeper=keeper)],
        )

    def ask(self, method, path, *, peer="10.0.0.5", **more) -> httpx.Response:
        """Send one request from a machine."""

        async def send() -> httpx.Response:
            line = httpx.ASGITransport(self.app, client=(peer, 4711))
            async with httpx.AsyncClient(
                transport=line, base_url="http://127.0.0.1:8501"
            ) as client:
                headers = {**KNOWN, **more.pop("headers", {})}
                return await client.request(method, path, headers=headers, **more)

        return asyncio.run(send())

    def sign_in(self, name="editor") -> dict[str, str]:
        """Return the cookie of a new session."""
        token = sessions.begin(self.ledger, name, address="10.1.2.3", at=self.now)
        return {"Cookie": f"__Host-plan={token}"}


@pytest.fixture
def house(sqlite_ledger):
    def built(login="accounts") -> House:
        for name, role in (("editor", Role.EDITOR), ("王芳", Role.VIEWER)):
            made = Account(name, frozenset({role}))
            kept = passwords.hashed(PHRASE) if name == "editor" else None
            by = authority.CONSOLE
            accounts.add(sqlite_ledger, made, password_hash=kept, by=by, at=NOON)
        return House(sqlite_ledger, LOGINS[login])

    return built


SHUT = [
    "/media/abc.csv",
    "/_stcore/host-config",
    "/ledger/newer?than=1",
    "/search.js",
    "/anything",
]


@pytest.mark.parametrize("path", SHUT)
def test_a_stranger_is_served_nothing(house, path):
    assert house().ask("GET", path).status_code == 401


def test_a_stranger_uploads_nothing(house):
    answer = house().ask("PUT", "/_stcore/upload_file/s/1", content=b"1" * 1000)
    assert answer.status_code == 401


def test_a_stranger_who_wants_a_page_is_led_to_the_login_and_back(house):
    answer = house().ask("GET", "/pace?period=2026-10", headers={"Accept": "text/html"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2Fpace%3Fperiod%3D2026-10"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"]
)
def test_counters_and_the_second_way_in_are_shut_for_everybody(house, path):
    here = house()
    assert here.ask("GET", path, headers=here.sign_in()).status_code == 404


def test_the_pages_are_told_who_it_is_by_the_gate_alone(house):
    here = house()
    forged = {"X-Plan-Actor": "admin", "X-Plan-User": "admin", "X-Plan-Proxy-Key": "x"}
    told_ = here.ask("GET", "/", headers={**here.sign_in(), **forged}).json()
    assert told_ == {"x-plan-actor": "editor", "x-plan-user": None, "x-plan-proxy-key": None}


def test_a_chinese_name_passes_the_line(house):
    here = house()
    told_ = here.ask("GET", "/", headers=here.sign_in("王芳")).json()
    assert told_["x-plan-actor"] == "%E7%8E%8B%E8%8A%B3"


def test_without_a_login_no_name_is_believed(house):
    here = house("nobody")
    answer = local(here, "GET", "/", {"Host": "localhost:8501", "X-Plan-Actor": "admin"})
    assert answer.json()["x-plan-actor"] is None
    assert local(here, "GET", "/_stcore/metrics", {}).status_code == 404


def local(here, method, path, headers, peer="127.0.0.1") -> httpx.Response:
    async def send() -> httpx.Response:
        line = httpx.ASGITransport(here.app, client=(peer, 4711))
        async with httpx.AsyncClient(transport=line, base_url="http://127.0.0.1:8501") as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(send())


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("10.9.9.9", {}),
        ("127.0.0.1", {"X-Forwarded-For": "10.9.9.9"}),
        ("127.0.0.1", {"Forwarded": "for=10.9.9.9"}),
        ("127.0.0.1", {"Host": "evil.example:8501"}),
        ("127.0.0.1", {"Host": "127.0.0.1.evil.example"}),
    ],
)
def test_without_a_login_only_this_machine_is_served(house, peer, headers):
    here = house("nobody")
    assert local(here, "GET", "/", {}).status_code == 200
    assert local(here, "GET", "/", headers, peer).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "plan.zone.example.evil", "10.0.0.5", "["])
def test_another_name_for_this_server_is_refused(house, host):
    here = house()
    assert here.ask("GET", "/", headers={**here.sign_in(), "Host": host}).status_code == 403


def test_a_page_of_another_site_does_nothing_here(house):
    here = house()
    mine = here.sign_in()
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": f"http://{HOST}"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        assert here.ask("POST", "/logout", headers={**mine, **headers}).status_code == 403
    own = {"Origin": f"https://{HOST}", "Sec-Fetch-Site": "same-origin"}
    assert here.ask("POST", "/logout", headers={**mine, **own}).status_code == 303


def test_what_could_be_read_on_the_way_is_not_served(house):
    answer = house().ask("GET", "/login", peer="10.9.9.9", headers={"X-Forwarded-Proto": "https"})
    assert answer.status_code == 403
    assert "HTTPS" in answer.text


def test_every_answer_forbids_what_the_pages_do_not_need(house):
    here = house()
    for path, headers in (("/", here.sign_in()), ("/login", {}), ("/media/x", {})):
        answer = here.ask("GET", path, headers=headers)
        for name, said in answers.HEADERS.items():
            assert answer.headers[name.decode()] == said.decode()
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["strict-transport-security"]
        assert "server" not in answer.headers


def test_a_page_that_says_no_cache_is_not_stored_either():
    heard = []

    async def hear(message):
        heard.append(message)

    dressed = answers.Dressed(hear, "/", encrypted=True)
    said = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Cache-Control", b"no-cache")]
    asyncio.run(dressed({"type": "http.response.start", "status": 200, "headers": said}))
    kept = [value for name, value in heard[0]["headers"] if name.lower() == b"cache-control"]
    assert kept == [b"no-store"]


def test_the_way_back_from_a_provider_is_shut_where_there_is_none(house):
    assert house().ask("GET", "/login/back", headers=KNOWN).status_code == 404


def test_too_many_changes_of_a_password_at_once_are_told_so(house, monkeypatch):
    monkeypatch.setattr("ui.gate.desk._WAITING", 0)
    here = house()
    form = {"old": "x", "new": "y", "again": "y"}
    answer = here.ask("POST", "/account", headers=here.sign_in(), data=form)
    assert answer.status_code == 503
    assert "Traceback" not in answer.text


def test_the_policy_allows_streamlits_own_script_and_no_other():
    page = (Path(streamlit.__file__).parent / "static/index.html").read_text("utf-8")
    inline = [part.split("</script>")[0] for part in page.split("<script>")[1:]]
    digests = [b64encode(sha256(one.encode()).digest()).decode() for one in inline]
    assert digests == [answers.INLINE_SCRIPT.removeprefix("sha256-")]


def test_the_policy_lets_nothing_in_from_elsewhere_and_runs_nothing_written_in_a_page():
    policy = answers.HEADERS[b"content-security-policy"].decode()
    allowed = {one.split()[0]: set(one.split()[1:]) for one in policy.split("; ")}
    own = {"'self'", "data:", "blob:", "'none'", "'wasm-unsafe-eval'", f"'{answers.INLINE_SCRIPT}'"}
    assert set().union(*allowed.values()) - own == {"'unsafe-inline'"}
    assert [kind for kind, said in allowed.items() if "'unsafe-inline'" in said] == ["style-src"]
    assert "data:" not in allowed["script-src"] | allowed["default-src"] | allowed["connect-src"]
    for shut in ("frame-src", "object-src", "base-uri", "frame-ancestors"):
        assert allowed[shut] == {"'none'"}


class TestSigningIn:
    def test_it_gives_a_cookie_that_no_script_reads_and_no_other_site_sends(self, house):
        here = house()
        said = {"name": "editor", "password": PHRASE, "next": "/pace"}
        answer = here.ask("POST", "/login", data=said)
        assert answer.status_code == 200
        assert "url=/pace" in answer.text
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-plan=")
        assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
        mine = {"Cookie": cookie.split(";")[0]}
        assert here.ask("GET", "/", headers=mine).json()["x-plan-actor"] == "editor"

    @pytest.mark.parametrize("there", ["https://evil.example", "//evil.example", "/\\evil", "x"])
    def test_it_leads_to_no_other_site(self, house, there):
        said = {"name": "editor", "password": PHRASE, "next": there}
        assert 'url=/"' in house().ask("POST", "/login", data=said).text

    def test_wrong_names_and_passwords_get_one_answer_and_soon_none(self, house):
        here = house()
        wrong = [
            here.ask("POST", "/login", data={"name": name, "password": "x", "lang": "zh"})
            for name in ("editor", "nobody")
        ]
        assert [one.status_code for one in wrong] == [401, 401]
        assert wrong[0].text.replace("editor", "") == wrong[1].text.replace("nobody", "")
        for _ in range(4):
            here.ask("POST", "/login", data={"name": "editor", "password": "x"})
        answer = here.ask("POST", "/login", data={"name": "editor", "password": PHRASE})
        assert answer.status_code == 429

    def test_what_was_typed_is_shown_as_text(self, house):
        name = '"><script>alert(1)</script>'
        answer = house().ask("POST", "/login", data={"name": name, "password": "x"})
        assert "<script>" not in answer.text

    def test_a_first_password_opens_nothing_but_the_account(self, house):
        here = house()
        kept = passwords.hashed(PHRASE)
        by = authority.CONSOLE
        accounts.set_password(here.ledger, "editor", kept, by=by, at=NOON)
        mine = here.sign_in()
        page = here.ask("GET", "/", headers={**mine, "Accept": "text/html"})
        assert (page.status_code, page.headers["location"]) == (303, "/account")
        assert here.ask("GET", "/media/x", headers=mine).status_code == 403
        new = {"old": PHRASE, "new": PHRASE[::-1], "again": PHRASE[::-1]}
        assert here.ask("POST", "/account", headers=mine, data=new).status_code == 200
        assert here.ask("GET", "/", headers=here.sign_in()).status_code == 200
        assert here.ask("GET", "/", headers=mine).status_code == 401

    def test_a_form_that_is_too_long_is_not_read(self, house):
        said = {"name": "editor", "password": PHRASE, "more": "x" * 10_000}
        assert house().ask("POST", "/login", data=said).status_code == 401

    def test_in_english_the_screen_is_english(self, house):
        answer = house().ask("GET", "/login?lang=en")
        assert '<html lang="en">' in answer.text
        assert "密码" not in answer.text


def test_who_floods_the_server_with_uploads_is_stopped_and_others_are_not(house):
    here = house()
    editor, viewer = here.sign_in(), here.sign_in("王芳")
    own = {"Origin": f"https://{HOST}"}

    def put(who, size):
        headers = {**who, **own, "Content-Length": str(size)}
        return here.ask("PUT", "/_stcore/upload_file/s/1", headers=headers).status_code

    megabytes = 1024 * 1024
    assert [put(editor, 20 * megabytes) for _ in range(6)] == [200] * 5 + [429]
    assert put(viewer, 20 * megabytes) == 200
    assert put(viewer, "unknown") == 429
    here.now += timedelta(minutes=11)
    editor = here.sign_in()
    assert put(editor, 20 * megabytes) == 200


def test_after_signing_out_the_cookie_opens_nothing(house):
    here = house()
    first, second = here.sign_in(), here.sign_in()
    own = {"Origin": f"https://{HOST}"}
    here.ask("POST", "/logout", headers={**first, **own})
    assert here.ask("GET", "/", headers=first).status_code == 401
    assert here.ask("GET", "/", headers=second).status_code == 200
    third = here.sign_in()
    here.ask("POST", "/logout", headers={**third, **own}, data={"which": "all"})
    assert here.ask("GET", "/", headers=second).status_code == 401


def test_a_session_left_alone_opens_nothing(house):
    here = house()
    mine = here.sign_in()
    here.now += timedelta(minutes=31)
    assert here.ask("GET", "/", headers=mine).status_code == 401


class TestOpenPages:
    """A web socket, spoken as the server speaks it."""

    def line(self, here, headers, *, peer="10.0.0.5"):
        said = {**KNOWN, "Origin": f"https://{HOST}", **headers}
        pairs = [(n.lower().encode(), v.encode()) for n, v in said.items() if v is not None]
        return Line(here.app, pairs, peer)

    def test_a_reader_opens_one_under_their_name(self, house):
        async def run():
            here = house()
            async with self.line(here, here.sign_in()) as line:
                assert await line.hear() == "editor"
                await line.say("点一下")
                assert await line.hear() == "点一下"

        asyncio.run(run())

    @pytest.mark.parametrize(
        "headers",
        [
            {"Cookie": None},
            {"Cookie": "__Host-plan=made-up", "X-Plan-Actor": "editor"},
            {"Origin": None},
            {"Origin": "https://evil.example"},
            {"Origin": "http://localhost:9999"},
            {"Origin": "https://evil.example:8501", "Host": "evil.example:8501"},
        ],
    )
    def test_nobody_else_does(self, house, headers):
        async def run():
            here = house()
            async with self.line(here, {**here.sign_in(), **headers}) as line:
                assert line.refused

        asyncio.run(run())

    @pytest.mark.parametrize("end", ["signed out", "closed", "idle", "roles changed"])
    def test_it_is_closed_soon_after_the_session_ends(self, house, end):
        async def run():
            here = house()
            mine = here.sign_in()
            by = authority.CONSOLE
            async with self.line(here, mine) as line:
                assert await line.hear() == "editor"
                if end == "signed out":
                    sessions.end(here.ledger, mine["Cookie"].partition("=")[2], at=NOON)
                elif end == "idle":
                    here.now += timedelta(minutes=31)
                else:
                    left = Account("editor", frozenset({Role.VIEWER}), closed=end == "closed")
                    accounts.change(here.ledger, left, by=by, at=NOON)
                await asyncio.wait_for(line.closed(), timeout=5)

        asyncio.run(run())

    def test_a_message_after_the_end_is_not_heard(self, house):
        async def run():
            here = house()
            mine = here.sign_in()
            async with self.line(here, mine) as line:
                await line.hear()
                sessions.end(here.ledger, mine["Cookie"].partition("=")[2], at=NOON)
                await line.say("提交")
                await asyncio.wait_for(line.closed(), timeout=5)
                assert line.left() == []

        asyncio.run(run())


class Line:
    """One web socket to an app in this process."""

    def __init__(self, app, headers, peer) -> None:
        scope = {"type": "websocket", "path": "/_stcore/stream", "query_string": b""}
        scope |= {"headers": headers, "client": (peer, 4711), "scheme": "ws", "subprotocols": []}
        self._to, self._from = asyncio.Queue(), asyncio.Queue()
        self._run = asyncio.ensure_future(app(scope, self._to.get, self._from.put))
        self.refused = False

    async def __aenter__(self):
        await self._to.put({"type": "websocket.connect"})
        answer = await self._from.get()
        self.refused = answer["type"] == "websocket.close"
        return self

    async def __aexit__(self, *_):
        self._run.cancel()
        await asyncio.gather(self._run, return_exceptions=True)

    async def say(self, text):
        await self._to.put({"type": "websocket.receive", "text": text})

    async def hear(self):
        return (await asyncio.wait_for(self._from.get(), timeout=5)).get("text")

    async def closed(self):
        await asyncio.gather(self._run)

    def left(self):
        return [self._from.get_nowait() for _ in range(self._from.qsize())]


class TestBehindAGateway:
    ANNOUNCED = {"X-Plan-User": "editor", "X-Plan-Proxy-Key": KEY}  # noqa: RUF012 - only read

    def test_its_word_begins_a_session_under_that_name(self, house):
        here = house("header")
        answer = here.ask("GET", "/login?next=/pace", headers=self.ANNOUNCED)
        mine = {"Cookie": answer.headers["set-cookie"].split(";")[0], **self.ANNOUNCED}
        assert here.ask("GET", "/", headers=mine).json()["x-plan-actor"] == "editor"
        assert audit.read(here.ledger)[0].event == "signed_in"

    @pytest.mark.parametrize(
        ("peer", "headers"),
        [
            ("10.0.0.5", {"X-Plan-Proxy-Key": "k" * 39 + "x"}),
            ("10.0.0.5", {"X-Plan-Proxy-Key": ""}),
            ("10.9.9.9", {}),
            ("127.0.0.1", {}),
        ],
    )
    def test_nobody_elses_word_is_taken(self, house, peer, headers):
        here = house("header")
        said = {**self.ANNOUNCED, **headers}
        answer = here.ask("GET", "/login", peer=peer, headers=said)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers

    @pytest.mark.parametrize("headers", [{}, {"X-Plan-User": "王芳", "X-Plan-Proxy-Key": KEY}])
    def test_a_session_alone_or_under_another_name_opens_nothing(self, house, headers):
        here = house("header")
        sent = {name: said.encode() for name, said in headers.items()}
        assert here.ask("GET", "/", headers={**here.sign_in(), **sent}).status_code == 401

    def test_somebody_who_has_no_account_is_told_so(self, house):
        answer = house("header").ask(
            "GET", "/login", headers={**self.ANNOUNCED, "X-Plan-User": "nobody"}
        )
        assert answer.status_code == 403
        assert "nobody" in answer.text
