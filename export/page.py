"""One browser with one page in which plotly draws. Everything here runs on one event loop."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Any, Self, TypeVar

import plotly
import psutil
from choreographer import Browser, Tab
from choreographer.browsers import BrowserClosedError, BrowserFailedError, Chromium
from choreographer.channels import ChannelClosedError, Pipe
from choreographer.protocol import DevtoolsProtocolError

from export.drawing import DRAWING, PIXELS
from export.refusals import BrowserDiedError, DrawingError, PictureTimeoutError

_T = TypeVar("_T")
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_NOWHERE = "http://127.0.0.1:9"  # a proxy that does not exist: this browser reaches no network
_LOOSE = {"--disable-web-security", "--allow-file-access-from-files"}
_END_S = 10
_GONE = (
    asyncio.CancelledError,  # choreographer cancels its futures when the browser ends
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    DevtoolsProtocolError,
    OSError,
)
_HTML = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
 script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
<style>body {{ margin: 0 }} @media print {{ svg {{ display: block; width: 100vw; height: 100vh }} }}
</style><script src="{plotly}" charset="utf-8"></script><script>{drawing}
{paper}</script></head><body></body></html>"""
_PAPER = """
// Plotly names the parts of an SVG by chance; begun anew, the same figure gets the same names.
function steadyChance() {
  let seed = 1;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}
async function onPaper(drawn) {
  const svg = await drawn;
  const text = svg.startsWith("data:") ? decodeURIComponent(svg.slice(svg.indexOf(",") + 1)) : svg;
  document.body.innerHTML = text;
  return "";
}
"""
_CM_PER_INCH = 2.54
_BYTES_PER_MB = 1_000_000


class _StrictChromium(Chromium):
    def get_cli(self) -> Sequence[str]:
        kept = [flag for flag in super().get_cli() if flag not in _LOOSE]
        return [*kept, "--disable-background-networking"]


class WarmPage:
    """A page that has loaded plotly and waits for figures."""

    def __init__(self, executable: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pictures-"))
        self._pipe = Pipe()
        self._browser = Browser(
            path=executable,
            browser_cls=_StrictChromium,
            channel_cls=lambda: self._pipe,  # pyright: ignore[reportArgumentType] - a maker will do
            enable_extensions=False,
            proxy_server=_NOWHERE,
            tmp_dir=str(self._folder),
        )
        self._tab: Tab | None = None
        self.answers = 0

    @classmethod
    async def opened(cls, executable: Path, seconds: float) -> Self:
        """Start a browser and load plotly in it.

        Raises:
            BrowserDiedError: when it does not start.
            PictureTimeoutError: when it is not ready after ``seconds``.
        """
        page = cls(executable)
        try:
            await _within(seconds, page._load())
        except BaseException:
            await page.end()
            raise
        return page

    async def answer(self, expression: str, seconds: float) -> str:
        """Return what the promise ``expression`` becomes in the page.

        Raises:
            DrawingError: when the page refuses; it can be asked again.
            BrowserDiedError: when the browser ends meanwhile.
            PictureTimeoutError: when there is no answer after ``seconds``.
        """
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        said = await _within(seconds, self._send("Runtime.evaluate", asked))
        self.answers += 1
        if "result" not in said:
            raise BrowserDiedError
        if "exceptionDetails" in said["result"]:
            raise DrawingError(reason=_reason(said["result"]["exceptionDetails"]))
        return said["result"]["result"].get("value", "")

    async def printed(
        self, expression: str, width_cm: float, height_cm: float, seconds: float
    ) -> str:
        """Return the SVG that ``expression`` becomes as a PDF of one page, in base64.

        Raises:
            DrawingError, BrowserDiedError, PictureTimeoutError: as ``answer``.
        """
        await self.answer(f"onPaper({expression})", seconds)
        paper = {
            "paperWidth": width_cm / _CM_PER_INCH,
            "paperHeight": height_cm / _CM_PER_INCH,
            "printBackground": True,
            "pageRanges": "1",
            **{f"margin{side}": 0 for side in ("Top", "Bottom", "Left", "Right")},
        }
        said = await _within(seconds, self._send("Page.printToPDF", paper))
        await self.answer("document.body.replaceChildren()", seconds)
        if "result" not in said:
            raise DrawingError(reason=str(said.get("error", {}).get("message", "")))
        return said["result"]["data"]

    def memory_mb(self) -> float:
        """Return what the processes of the browser take, shared memory counted once."""
        started: Popen[bytes] | None = getattr(self._browser, "subprocess", None)
        if not started:
            return 0
        try:
            starter = psutil.Process(started.pid)
            every = [starter, *starter.children(recursive=True)]
        except psutil.NoSuchProcess:
            return 0
        return sum(map(_own_bytes, every)) / _BYTES_PER_MB

    async def end(self) -> None:
        """End the browser and all its processes; leave no file behind.

        The processes are killed rather than asked: one that hangs would not answer, and there is
        nothing to save. Closing the pipe then wakes the thread that waits for answers.
        """
        started: Popen[bytes] | None = getattr(self._browser, "subprocess", None)
        if started:
            _kill(started)
        self._pipe.close()
        with suppress(*_GONE, TimeoutError, RuntimeError):
            await asyncio.wait_for(self._browser.close(), _END_S)
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _load(self) -> None:
        html = _HTML.format(plotly=PLOTLY.as_uri(), drawing=f"{DRAWING}\n{PIXELS}", paper=_PAPER)
        file = self._folder / "page.html"
        file.write_text(html, "utf-8")
        await self._browser.open()
        self._tab = await self._browser.create_tab("")
        loaded = self._tab.subscribe_once("Page.loadEventFired")
        await self._send("Page.enable", {})
        await self._send("Page.navigate", {"url": file.as_uri()})
        await loaded

    async def _send(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        if self._tab is None:
            raise BrowserDiedError
        return dict(await self._tab.send_command(command, params=params))


async def _within(seconds: float, work: Awaitable[_T]) -> _T:
    """Await ``work``; an ended browser and a missed time are told apart from our own end."""
    try:
        return await asyncio.wait_for(work, seconds)
    except TimeoutError as slow:
        raise PictureTimeoutError(seconds=f"{seconds:g}") from slow
    except _GONE as gone:
        task = asyncio.current_task()
        if task and task.cancelling():
            raise
        raise BrowserDiedError from gone


def _own_bytes(process: psutil.Process) -> int:
    try:
        weighed = process.memory_full_info()
    except psutil.Error:  # it ended meanwhile
        return 0
    return getattr(weighed, "pss", weighed.rss)  # Linux knows a process's share of what is shared


def _kill(started: Popen[bytes]) -> None:
    """Kill the starter and everything below it."""
    try:
        starter = psutil.Process(started.pid)
        doomed = [*starter.children(recursive=True), starter]
    except psutil.NoSuchProcess:
        return
    for process in doomed:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(doomed, timeout=_END_S)


def _reason(details: dict[str, Any]) -> str:
    said = details.get("exception", {}).get("description") or details.get("text", "")
    return str(said).splitlines()[0][:200] if said else ""
