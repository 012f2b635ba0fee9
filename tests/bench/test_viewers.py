"""A reader without a browser is served as one with a browser is."""

import asyncio
import doctest
import json

from bench.viewers import crowd, pieces, session
from bench.viewers.served import ROOT, served
from bench.viewers.session import Session

FLOOR = ROOT / "bench" / "viewers" / "apps" / "floor.py"
READY = FLOOR.with_name("ready.py")


def test_a_reader_is_answered_and_what_the_answers_cost_is_known(tmp_path):
    async def read(server):
        async with Session(server.address) as reader:
            waited = [await reader.go(), await reader.slide("n", 7), await reader.again()]
        return waited, reader.troubles

    with served(FLOOR, {}, tmp_path / "floor.log") as server:
        before = server.processor_ms()
        waited, troubles = asyncio.run(read(server))
        assert server.processor_ms() > before
    assert min(waited) > 0
    assert troubles == []


def test_what_a_page_fails_with_is_a_trouble(tmp_path):
    script = tmp_path / "broken.py"
    script.write_text("raise ValueError('no figure')\n", "utf-8")

    async def read(server):
        async with Session(server.address) as reader:
            await reader.go()
        return reader.troubles

    with served(script, {}, tmp_path / "broken.log") as server:
        (trouble,) = asyncio.run(read(server))
    assert "no figure" in trouble


def test_a_page_is_counted_by_its_pieces_and_as_many_are_served_ready_made(tmp_path):
    asked = {"markdown": 3, "button": 2, "plotly_chart": 1, "flex_container": 2, "pages": 4}
    environ = {"READY_PIECES": json.dumps(asked)}
    with served(READY, environ, tmp_path / "ready.log") as server:
        assert asyncio.run(pieces.of_page(server.address, "p1")) == asked


def test_a_crowd_that_finds_no_server_says_so():
    class Gone:
        address = "http://127.0.0.1:9"

        def cookies(self):
            return ""

        def processor_ms(self):
            return 0.0

        def memory_mb(self):
            return 0.0

    waits = asyncio.run(crowd.measured(Gone(), crowd.slide, viewers=2, think_s=0.01, seconds=0.01))
    assert len(waits.troubles) == 2
    assert waits.later == []


def test_its_examples_are_true():
    assert doctest.testmod(crowd).failed == doctest.testmod(session).failed == 0
