"""What a page is made of, counted from what it sends: pieces by kind."""

from collections import Counter
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.viewers.session import Session


class Counting(Session):
    """A reader who counts the pieces of the last answer, by kind as Streamlit's protocol has it."""

    def __init__(self, address: str, cookies: str = "") -> None:
        super().__init__(address, cookies)
        self.pieces: Counter[str] = Counter()

    def _is_end(self, raw: Any) -> bool:  # noqa: ANN401 - text or bytes
        said = ForwardMsg()
        said.ParseFromString(raw)
        kind = str(said.WhichOneof("type"))
        if kind == "new_session":
            self.pieces.clear()
        elif kind == "navigation":
            self.pieces["pages"] = len(said.navigation.app_pages)
        elif kind == "delta":
            part = said.delta.WhichOneof("type")
            whole = said.delta.new_element if part == "new_element" else said.delta.add_block
            self.pieces[str(whole.WhichOneof("type"))] += 1
        return super()._is_end(raw)


async def of_page(address: str, page: str) -> Counter[str]:
    """Return the pieces of a page that runs again as it is."""
    async with Counting(address) as session:
        await session.go()
        await session.go(page)
        await session.again()
        return session.pieces
