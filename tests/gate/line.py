"""An open page without a browser: what somebody sends who writes the messages themselves."""

import asyncio
import contextlib
from urllib.parse import urlsplit

import httpx
import websockets
from google.protobuf.json_format import MessageToDict
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_PATIENCE_S = 60


def signed_in(address, name, password):
    """Sign in and return the cookie."""
    said = {"name": name, "password": password}
    answer = httpx.post(f"{address}/login", data=said, headers={"Origin": address})
    assert answer.status_code == 200, answer.text
    return answer.headers["set-cookie"].split(";")[0]


def signed_out(address, cookie):
    """Sign out and return what the cookie still opens: an HTTP code."""
    mine = {"Origin": address, "Cookie": cookie}
    httpx.post(f"{address}/logout", headers=mine)
    return httpx.get(f"{address}/_stcore/host-config", headers=mine).status_code


class Page:
    """One web socket to the server."""

    def __init__(self, address, *, resumed="", **headers):
        self._address = address
        self._asked = ["streamlit", "xsrf", resumed] if resumed else ["streamlit"]
        self._headers = headers
        self.told = []
        self.session = ""

    async def __aenter__(self):
        self._line = await websockets.connect(
            f"ws://{urlsplit(self._address).netloc}/_stcore/stream",
            additional_headers=self._headers,
            subprotocols=self._asked,
            max_size=None,
            open_timeout=_PATIENCE_S,
        )
        return self

    async def __aexit__(self, *_):
        await self._line.close()

    async def run(self, *, page="", page_hash="", **triggers):
        """Ask for a page, or press buttons by their id; return once the script has ended."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.page_script_hash = page_hash
        for widget, (field, said) in triggers.items():
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = widget
            setattr(state, field, said)
        await self._line.send(asked.SerializeToString())
        self.told = []
        while True:
            heard = ForwardMsg()
            heard.ParseFromString(await asyncio.wait_for(self._line.recv(), _PATIENCE_S))
            self.told.append(heard)
            kind = heard.WhichOneof("type")
            if kind == "new_session":
                self.session = heard.new_session.initialize.session_id
            if (
                kind == "script_finished"
                and heard.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            ):
                return self

    async def is_closed(self, within_s):
        """Tell whether the server closes the line by itself."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._line.wait_closed(), within_s)
            return True
        return False

    def pages(self):
        """The pages of the menu that are in sight, by address, with their hashes."""
        told = [one for one in self.told if one.WhichOneof("type") == "navigation"]
        listed = [page for one in told for page in one.navigation.app_pages]
        return {page.url_pathname: page.page_script_hash for page in listed if not page.is_hidden}

    def says(self):
        """Everything the page shows, as one text."""
        deltas = (one.delta for one in self.told if one.WhichOneof("type") == "delta")
        return "".join(str(MessageToDict(delta)) for delta in deltas)

    def widget(self, key):
        """The id of the widget with this key."""
        for one in self.told:
            if one.WhichOneof("type") == "delta":
                element = one.delta.new_element
                kind = element.WhichOneof("type")
                identity = getattr(getattr(element, kind), "id", "") if kind else ""
                if identity.endswith(f"-{key}"):
                    return identity
        raise LookupError(key)
