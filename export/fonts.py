"""Which font file would draw Chinese on this machine, and whether it has the glyphs."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

_ASKED = "sans-serif:lang=zh-cn"
_FORMAT = "%{file}\n%{index}\n%{family[0]}"
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Font:
    """A font file as fontconfig names it; ``index`` counts faces within a collection."""

    file: Path
    index: int
    family: str


def chinese_font() -> Font | None:
    """Return the font fontconfig offers for Chinese; None where there is no fontconfig."""
    fc_match = shutil.which("fc-match")
    if fc_match is None:
        return None
    asked = [fc_match, "-f", _FORMAT, _ASKED]
    try:
        said = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - fixed words
    except (subprocess.SubprocessError, OSError):
        return None
    file, index, family = said.stdout.decode("utf-8", "replace").splitlines()
    return Font(Path(file), int(index) & 0xFFFF, family)  # the upper half names an instance


def absent(families: Iterable[str]) -> tuple[str, ...] | None:
    """Return the families that are not installed here; None where there is no fontconfig."""
    fc_list = shutil.which("fc-list")
    if fc_list is None:
        return None
    asked = [fc_list, ":", "family"]
    try:
        said = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - fixed words
    except (subprocess.SubprocessError, OSError):
        return None
    lines = said.stdout.decode("utf-8", "replace").replace("\\", "").splitlines()
    here = {name.strip() for line in lines for name in line.split(",")}
    return tuple(one for one in dict.fromkeys(families) if one not in here)


def missing(font: Font, sentence: str) -> str:
    """Return the letters of ``sentence`` that ``font`` would draw as a box.

    Raises:
        OSError, fontTools.ttLib.TTLibError: when the file cannot be read as a font.
    """
    number = font.index if font.file.suffix.lower() in {".ttc", ".otc"} else -1
    with font.file.open("rb") as file, TTFont(file, fontNumber=number, lazy=True) as face:
        glyphs = face.getBestCmap() or {}
        return "".join(letter for letter in dict.fromkeys(sentence) if ord(letter) not in glyphs)
