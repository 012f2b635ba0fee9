"""Looks at the machine before readers do: what will fail, and what to do about it."""

import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import plotly.graph_objects as go
import psutil

from domain.plan import Plan
from export.browser import find_browser
from export.engine import PictureEngine
from export.fonts import absent, chinese_font, missing
from export.refusals import PackError, PictureError
from export.sizes import PictureSize
from export.theme import FONTS
from texts import Texts, catalogue

GRADES = ("bad", "note", "ok")  # the worst first
_PYTHON = (3, 11)
_SHOWN = 20  # letters
_DISK_GB = 2
_MEMORY_MB = 700  # what one browser takes after many pictures
_STAMP = PictureSize("stamp", 5, 5, 72)
_COMMON, _PRIVATE, _NOTHING = "责", "\U0010fffd", " "  # no font has a glyph for the second


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``more`` fills the sentence under ``text_key``.

    A note is neither well nor wrong: what could not be looked at, or is only good to know.
    """

    key: str
    ok: bool
    more: dict[str, str] = field(default_factory=dict[str, str])
    is_note: bool = False

    @property
    def is_bad(self) -> bool:
        """Tell whether something will fail."""
        return not (self.ok or self.is_note)

    @property
    def grade(self) -> str:
        """Return ``ok``, ``note`` or ``bad``."""
        return "note" if self.is_note else "ok" if self.ok else "bad"

    @property
    def text_key(self) -> str:
        """Where the catalogue keeps what was found."""
        return f"doctor.{self.key}_{self.grade}"


def examine(
    engine: PictureEngine,
    state_folder: Path,
    now: datetime,
    zone: str = "Asia/Shanghai",
    extra: Iterable[Check] = (),
) -> tuple[Check, ...]:
    """Return every check, in the order in which a person would repair; ``extra`` come last.

    ``now`` is the machine's clock with its time zone. Nothing is left behind but the engine's
    browser, which whoever owns the engine closes.
    """
    drawing = _drawing(engine)
    return (
        _python(),
        _folder(state_folder),
        _disk(state_folder),
        _memory(),
        _clock(now, zone),
        drawing,
        _chinese(engine, draws=drawing.ok),
        *extra,
    )


def worst(checks: Iterable[Check]) -> str:
    """Return the grade of a machine as a whole, which is that of its worst part.

    >>> worst([Check("disk", ok=True), Check("documents", ok=False, is_note=True)])
    'note'
    """
    return min((one.grade for one in checks), key=GRADES.index, default="ok")


def line(check: Check, t: Texts) -> str:
    """Return the check as one line to print."""
    grades = {"ok": "doctor.good", "note": "doctor.note", "bad": "doctor.bad"}
    return t(grades[check.grade], found=t(check.text_key, **check.more))


def letters(plan: Plan) -> Check:
    """Look into the font for every letter that pictures may need: of the texts and of the plan.

    A letter without a glyph is drawn as .notdef, the box. Where nobody names a font, nothing is
    known of its letters.
    """
    font = chinese_font()
    if font is None:
        return Check("letters", ok=False, is_note=True)
    wanted = "".join(catalogue("zh").every()) + "".join(map(str, asdict(plan).values()))
    sought = "".join(letter for letter in wanted if letter.isalnum())
    lacking = missing(font, sought)
    more = {"font": font.family, "letters": lacking[:_SHOWN] or "-"}
    return Check("letters", not lacking, more)


def documents(t: Texts) -> Check:
    """Name the fonts of slides and documents that are not here: a note, for readers have theirs."""
    from export import official  # noqa: PLC0415 - heavy, and only the names are wanted
    from export.deck import delivered  # noqa: PLC0415 - as above

    named = (delivered.HEADINGS, delivered.BODY, official.TITLE_FONT, official.BODY_FONT)
    lacking = absent(named)
    if lacking is None:
        return Check(
            "documents", ok=False, is_note=True, more={"fonts": t("key.joiner").join(named)}
        )
    more = {"fonts": t("key.joiner").join(lacking or named)}
    return Check("documents", not lacking, more, is_note=bool(lacking))


def deck(own: Path | None, t: Texts) -> tuple[Check, ...]:
    """Open the office's own template of the deck; nothing to look at where it has none."""
    from export.deck import template  # noqa: PLC0415 - heavy, and most offices have no template

    if own is None:
        return ()
    more = {"path": str(own), "reason": ""}
    try:
        template.opened(own.read_bytes())
    except PackError as refused:
        return (
            Check("deck", ok=False, more={**more, "reason": t(refused.text_key, **refused.more)}),
        )
    except OSError as trouble:
        return (Check("deck", ok=False, more={**more, "reason": trouble.strerror or str(trouble)}),)
    return (Check("deck", ok=True, more=more),)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    needed = ".".join(map(str, _PYTHON))
    return Check("python", sys.version_info >= _PYTHON, {"found": found, "needed": needed})


def _folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"probe")
    except OSError as refused:
        reason = refused.strerror or str(refused)
        return Check("folder", ok=False, more={"folder": str(folder), "reason": reason})
    return Check("folder", ok=True, more={"folder": str(folder)})


def _disk(folder: Path) -> Check:
    here = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(here).free / 1e9
    more = {"free": f"{free:.1f}", "needed": str(_DISK_GB)}
    return Check("disk", free >= _DISK_GB, more)


def _memory() -> Check:
    free = psutil.virtual_memory().available / 1e6
    more = {"free": f"{free:.0f}", "needed": str(_MEMORY_MB)}
    return Check("memory", free >= _MEMORY_MB, more)


def _clock(now: datetime, zone: str) -> Check:
    """A clock before the day this file was installed is wrong; a zone unknown here is, too."""
    try:
        there = now.astimezone(ZoneInfo(zone))
    except ZoneInfoNotFoundError:
        return Check("zone", ok=False, more={"zone": zone})
    installed = Path(__file__).stat().st_mtime
    more = {"now": f"{there:%Y-%m-%d %H:%M}", "zone": zone}
    return Check("clock", now.timestamp() >= installed, more)


def _drawing(engine: PictureEngine) -> Check:
    browser = str(find_browser() or "-")
    try:
        engine.draw(_letter(_COMMON), _STAMP)
    except PictureError as refused:
        return Check("browser", ok=False, more={"browser": browser, "reason": refused.text_key})
    return Check("browser", ok=True, more={"browser": browser})


def _chinese(engine: PictureEngine, *, draws: bool) -> Check:
    """Draw a common letter and one no font has: equal pictures mean both are boxes."""
    font = chinese_font()
    more = {"font": font.family if font else "-"}
    if not draws:
        lacks = font is not None and bool(missing(font, _COMMON))
        return Check("chinese", ok=False, more=more, is_note=not lacks)
    try:
        common, box, blank = (
            engine.draw(_letter(text), _STAMP) for text in (_COMMON, _PRIVATE, _NOTHING)
        )
    except PictureError:
        return Check("chinese", ok=False, more=more)
    return Check("chinese", common not in {box, blank}, more)


def _letter(text: str) -> go.Figure:
    figure = go.Figure()
    figure.update_layout(template="none", xaxis_visible=False, yaxis_visible=False)
    figure.add_annotation(text=text, showarrow=False, font={"family": FONTS, "size": 48})
    return figure
