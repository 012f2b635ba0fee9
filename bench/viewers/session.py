"""One reader of a Streamlit app over its websocket, as a browser would speak, without one."""

import asyncio
import ssl
from collections.abc import Iterable
from time import perf_counter
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

_SMALL = 4096  # bytes; longer messages are tables and pictures, which nobody here looks at
_PATIENCE_S = 120.0


class Session:
    """An open page: it goes to pages, changes filters and waits until the server has answered."""

    def __init__(self, address: str, cookies: str = "", *, patience_s: float = _PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._origin = address  # as a browser says, and the gate asks
        self._cookies = cookies
        self._url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._pages: dict[str, str] = {}  # the address of a page and its script hash
        self._widgets: dict[str, str] = {}  # the key of a widget and its id
        self._query = ""
        self._page = ""
        self._opened: set[str] = set()  # ids of the panels that stand open
        self.options: dict[str, tuple[str, ...]] = {}  # what a list of the page offers
        self.troubles: list[str] = []  # what was shown as an exception or an error
        self.bytes_received = 0

    async def __aenter__(self) -> Self:
        """Open the socket."""
        self._socket = await websockets.connect(
            self._url,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(self._origin),
            additional_headers={"Cookie": self._cookies} if self._cookies else None,
            host="127.0.0.1",  # whatever name it is served under
            port=urlsplit(self._url).port,
            ssl=unproved() if self._url.startswith("wss") else None,
            max_size=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, as a reader who leaves."""
        await self._socket.close()

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the addresses of the pages of the menu, known after the first answer."""
        return tuple(self._pages)

    async def go(self, page: str = "") -> float:
        """Go to a page by the menu; return the seconds until it was whole."""
        self._page, self._query = self._pages.get(page, ""), ""
        self._opened.clear()
        self._widgets.clear()
        self.options.clear()
        return await self._run(())

    async def open(self, key: str) -> float:
        """Open the panel ``key`` of the page; return the seconds until what is in it is there."""
        self._opened.add(self._widgets[key])
        return await self._run(())

    async def choose(self, key: str, values: Iterable[str]) -> float:
        """Choose values in the list ``key`` of the page; return the seconds of the answer."""
        return await self._run(((self._widgets[key], "string_array_value", tuple(values)),))

    async def press(self, key: str) -> float:
        """Press the button ``key`` of the page; return the seconds of the answer."""
        return await self._run(((self._widgets.pop(key), "trigger_value", ()),))

    def has(self, key: str) -> bool:
        """Tell whether the page has the control ``key``."""
        return key in self._widgets

    async def slide(self, key: str, value: float) -> float:
        """Move the slider ``key``; return the seconds of the answer."""
        return await self._run(((self._widgets[key], "double_array_value", (value,)),))

    async def again(self) -> float:
        """Let the page run again as it is."""
        return await self._run(())

    async def _run(self, changed: tuple[tuple[str, str, tuple[Any, ...]], ...]) -> float:
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_script_hash = self._page
        asked.rerun_script.context_info.locale = "zh-CN"
        asked.rerun_script.context_info.timezone = "Asia/Shanghai"
        for number in self._opened:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id, state.bool_value = number, True
        for number, field, values in changed:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = number
            if field == "trigger_value":
                state.trigger_value = True
            else:
                getattr(state, field).data.extend(values)
        began = perf_counter()
        await self._socket.send(asked.SerializeToString())
        while not self._is_end(await asyncio.wait_for(self._socket.recv(), self._patience_s)):
            pass
        return perf_counter() - began

    def _is_end(self, raw: Any) -> bool:  # noqa: ANN401 - text or bytes
        """Take note of a message; tell whether it is the last of an answer."""
        self.bytes_received += len(raw)
        if len(raw) > _SMALL:
            return False
        said = ForwardMsg()
        said.ParseFromString(raw)
        kind = said.WhichOneof("type")
        if kind == "delta":
            self._note(said)
        elif kind == "navigation":
            pages = said.navigation.app_pages
            shown = (one for one in pages if not one.is_hidden)
            self._pages = {one.url_pathname: one.page_script_hash for one in shown}
        elif kind == "page_info_changed":
            self._query = said.page_info_changed.query_string
        early = said.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return kind == "script_finished" and not early

    def _note(self, said: ForwardMsg) -> None:
        if said.delta.WhichOneof("type") != "new_element":
            if number := said.delta.add_block.popover.id:
                self._widgets[_key_of(number)] = number
            return
        element = said.delta.new_element
        kind = str(element.WhichOneof("type"))
        shown: Any = getattr(element, kind)
        if kind == "exception" or (kind == "alert" and shown.format == shown.ERROR):
            self.troubles.append(getattr(shown, "message", "") or getattr(shown, "body", ""))
        elif number := getattr(shown, "id", ""):
            self._widgets[_key_of(number)] = number
            if options := getattr(shown, "options", ()):
                self.options[_key_of(number)] = tuple(map(str, options))


def unproved() -> ssl.SSLContext:
    """Return what accepts the certificate of a server on this machine, whoever signed it."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _key_of(number: str) -> str:
    """Return the key that stands at the end of a widget's id.

    >>> _key_of("$$ID-0f5c1d-filter-chain")
    'filter-chain'
    """
    return number.split("-", 2)[-1]
