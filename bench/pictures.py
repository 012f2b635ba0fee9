"""Pictures of a period and the whole pack, beside what a user would write with plotly alone."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import plotly.graph_objects as go

from bench.clock import Cost, cost_of, machine
from bench.illustrated import a_pack
from bench.table import Section
from export.caption import Caption
from export.engine import PictureEngine
from export.pack.catalogue import PARTS
from export.pack.making import into_zip
from export.pack.studio import Studio
from export.pack.subject import KEYS, Subject
from export.report import for_report
from export.sizes import FULL_PAGE, PRESETS, PictureSize

_FEW, _FRESH = 4, 2  # pictures the peers draw: each costs them seconds
_PACK_PICTURES = 20
_DOCUMENTS = ("pptx", "docx", "xlsx")
_ALONE = """
import sys, plotly.io
figure = plotly.io.from_json(open(sys.argv[1], encoding="utf-8").read())
width, height, scale = map(float, sys.argv[3:])
figure.write_image(sys.argv[2], width=width, height=height, scale=scale)
"""
_BEFORE = """
The charts of a month of the made-up year, each 16 × 9 cm at 300 dpi (1890 × 1063 pixels), dressed
for a report. **Ours** is one engine with one browser, its start included. **write_image** is
plotly's own way, with kaleido: in one process, and as a script would that makes one picture and
ends. The peers draw the first of the charts only; seconds for each picture are what to compare.
Processor seconds are of our process and its browser: they change little with what else the machine
does. Those of the peers' browsers, which end before they could be counted, are left out.
"""
_AFTER = """
The pack (processor seconds of all of it) is 20 pictures for slides (4000 × 2250 pixels), the deck
and the brief with pictures of their own{sheet}, as the page and `manage.py export`
make it, with a browser that is started for it.
Seconds are of this machine and of what else it did; the load average says how much that was.
"""


def measured() -> tuple[Section]:
    """Draw, and make the pack."""
    with tempfile.TemporaryDirectory() as folder:
        whole = a_pack(Path(folder))
        figures = [for_report(one, about, FULL_PAGE, whole.t) for one, about in _drawn(whole)]
        rows = [*_pictures(figures, Path(folder)), *_warm(whole), *_pack(whole, Path(folder))]
    section = Section(
        name="pictures",
        title="Pictures and the pack",
        columns=(
            "what",
            "made by",
            "pictures",
            "seconds",
            "each",
            "processor s each",
            "ours ÷ theirs",
        ),
        rows=rows,
        before=f"{_BEFORE}\n{machine()}",
        after=_AFTER.format(sheet=" and the workbook" if "xlsx" in PARTS else ""),
    )
    return (section,)


def _drawn(whole: Subject) -> Iterator[tuple[go.Figure, Caption]]:
    for shown in whole.wanted(KEYS):
        if shown.figure is not None:
            yield shown.figure, shown.about


def _pictures(figures: list[go.Figure], folder: Path) -> Iterator[tuple[str, ...]]:
    with (
        PictureEngine() as engine
    ):  # it starts with its first picture, and is counted while it lives
        ours = cost_of(lambda: _by_engine(engine, figures))
    each = ours.seconds / len(figures)
    yield _row("charts of a month", "**ours**", len(figures), ours)
    few, fresh = figures[:_FEW], figures[:_FRESH]
    theirs = cost_of(lambda: _by_kaleido(few, folder))
    yield _row("", "write_image, one process", len(few), theirs, each)
    theirs = cost_of(lambda: _by_processes(fresh, folder))
    yield _row("", "write_image, a process each", len(fresh), theirs, each)


def _warm(whole: Subject) -> Iterator[tuple[str, ...]]:
    with PictureEngine() as engine:
        engine.warm()
        for size in PRESETS:
            costs = [
                cost_of(lambda one=one, size=size: engine.draw(one, size))
                for figure, about in _drawn(whole)
                for one in [for_report(figure, about, size, whole.t)]
            ]
            usual = Cost(
                median(one.seconds for one in costs),
                median(one.processor_seconds for one in costs),
            )
            said = f"warm, {size.pixels[0]} × {size.pixels[1]} pixels, median"
            yield (said, "**ours**", str(len(costs)), "", *_spelled(usual), "")


def _pack(whole: Subject, folder: Path) -> Iterator[tuple[str, ...]]:
    drawn = [shown.key for shown in whole.wanted(KEYS) if shown.figure is not None][:_PACK_PICTURES]
    subject = replace(whole, charts=tuple(drawn))
    parts = [PARTS["png_slide"], *(PARTS[key] for key in _DOCUMENTS if key in PARTS)]

    def made(engine: PictureEngine) -> None:
        listed = into_zip(folder / "pack.zip", subject, parts, Studio(engine, whole.t))
        if any(one["failed"] for one in listed):
            raise ValueError(listed)

    with PictureEngine() as engine:
        cost = cost_of(lambda: made(engine))
    _, processor = _spelled(cost)
    yield ("the pack", "**ours**", str(len(drawn)), f"{cost.seconds:.1f}", "", processor, "")


def _by_engine(engine: PictureEngine, figures: list[go.Figure]) -> None:
    for figure in figures:
        engine.draw(figure, FULL_PAGE)


def _by_kaleido(figures: list[go.Figure], folder: Path) -> None:
    width, height, scale = _sides(FULL_PAGE)
    for figure in figures:
        figure.write_image(folder / "one.png", width=width, height=height, scale=scale)


def _by_processes(figures: list[go.Figure], folder: Path) -> None:
    kept = folder / "figure.json"
    sides = [str(side) for side in _sides(FULL_PAGE)]
    for figure in figures:
        kept.write_text(figure.to_json() or "", "utf-8")
        asked = [sys.executable, "-c", _ALONE, str(kept), str(folder / "one.png"), *sides]
        subprocess.run(asked, check=True)  # noqa: S603 - our own lines


def _sides(size: PictureSize) -> tuple[float, float, float]:
    return (*size.layout_px, size.scale)


def _row(
    what: str, made_by: str, pictures: int, cost: Cost, ours: float | None = None
) -> tuple[str, ...]:
    each = Cost(cost.seconds / pictures, cost.processor_seconds / pictures)
    seconds, processor = _spelled(each)
    told = (seconds, processor, "") if ours is None else (seconds, "", f"{ours / each.seconds:.2f}")
    return what, made_by, str(pictures), f"{cost.seconds:.1f}", *told


def _spelled(cost: Cost) -> tuple[str, str]:
    return f"{cost.seconds:.2f}", f"{cost.processor_seconds:.2f}"
