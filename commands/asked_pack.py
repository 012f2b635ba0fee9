"""What may be asked of a pack on the command line: parts, charts, sizes."""

import argparse
from pathlib import Path

from analysis.gallery import KEY_CHARTS
from commands import misread
from export.pack.catalogue import PARTS
from export.pack.subject import KEYS
from export.sizes import PRESETS

_EVERY = "all"


def add_pack(export: argparse.ArgumentParser) -> None:
    """Let ``export`` take what a reader chooses on the page."""
    export.add_argument("--out", type=Path, required=True, help="a folder, or a file x.zip")
    what = export.add_mutually_exclusive_group()
    said = "pictures as PNG of one size, which is what is made unless a part is named"
    what.add_argument("--size", choices=[size.key for size in PRESETS], default="slide", help=said)
    said = "repeat for several; all for every one"
    what.add_argument("--part", action="append", choices=[*PARTS, _EVERY], help=said)
    others = ", ".join(key for key in KEYS if key not in KEY_CHARTS)
    said = (
        f"only this chart; repeat for several; {_EVERY} for every one. Without it pictures are of "
        f"every chart and the deck has the key ones: {', '.join(KEY_CHARTS)}. Others: {others}"
    )
    charts = [*KEYS, _EVERY]
    export.add_argument("--chart", action="append", choices=charts, metavar="NAME", help=said)
    said = "charts of the deck that PowerPoint itself can edit, where their kind allows"
    export.add_argument("--native-charts", action="store_true", help=said)
    said = "judge lateness as of this day, not today"
    export.add_argument("--today", type=misread.day, help=said)


def parts(asked: argparse.Namespace) -> list[str]:
    """Return the parts that are named; without any pictures of one size."""
    named: list[str] = asked.part or [f"png_{asked.size}"]
    return list(PARTS) if _EVERY in named else list(named)


def charts(asked: argparse.Namespace) -> tuple[str, ...]:
    """Return the charts that are named, each once; none where every part has its usual ones."""
    named: list[str] = asked.chart or []
    return KEYS if _EVERY in named else tuple(dict.fromkeys(named))
