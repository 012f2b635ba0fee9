"""What stands around a figure in a report, and what its file is called."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass, replace
from itertools import chain, count

from analysis.charts.extent import Extent
from texts import Texts

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')  # on Windows; elsewhere only / and NUL
_LONGEST_NAME = 240  # bytes: a file system keeps 255, and the suffix and a number need some
_WORD = re.compile(r"[ .,_-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Everything a report says about a figure, as plain text.

    ``as_of`` is the whole phrase (截至2026年10月底); ``rule`` the whole sentence of the red, yellow
    and green rule; ``source`` and ``filters`` come without their label; ``extent``
    tells which of how many rows are listed, and ``left_out`` says it where nobody counted them;
    empty ones are left out. ``tagged`` is false where the page around an illustrative picture
    bears the mark: the picture then has it across its data only.
    """

    title: str
    zone: str
    as_of: str = ""
    unit_of_measure: str = ""
    rule: str = ""
    source: str = ""
    filters: str = ""
    extent: Extent | None = None
    left_out: str = ""
    illustrative: bool = False
    tagged: bool = True

    def measured(self, t: Texts) -> str:
        """Name the unit of measure, and which rows are listed where not all are."""
        if self.extent is None or self.extent.is_whole:
            return self.unit_of_measure
        shown = self.extent.said(t)
        return t("chart.shown_after", measure=self.unit_of_measure, shown=shown)

    def without(self, rows: int, t: Texts) -> "Caption":
        """Return what is true once the last rows are left out, as one number of rows."""
        if self.extent is not None:
            return replace(self, extent=self.extent.cut(rows))
        return replace(self, left_out=t("picture.rows_left_out", count=rows))


def file_name(caption: Caption, suffix: str, t: Texts) -> str:
    """Return the name under which Windows, too, can keep the picture.

    Where it would be too long, the zone gives way first, for it is the same in every name; then
    the title, at the end of a word.

    >>> from texts import catalogue
    >>> one = Caption(title="产业链投资", zone="新乡高新区", as_of="截至2026年10月底")
    >>> file_name(one, "png", catalogue("zh"))
    '新乡高新区_产业链投资_截至2026年10月底.png'
    """
    chosen = t("picture.filtered") if caption.filters else ""
    mark = t("picture.illustrative") if caption.illustrative else ""
    after = [safe for part in (caption.as_of, chosen, mark) if (safe := _safe(part))]
    room = _LONGEST_NAME - sum(_bytes(part) + 1 for part in after)
    title = _shortened(_safe(caption.title), room)
    zone = _shortened(_safe(caption.zone), room - _bytes(title) - 1)
    stem = "_".join(part for part in (zone, title, *after) if part)
    return f"{stem}.{suffix.removeprefix('.')}"


def safe_name(name: str) -> str:
    """Return a file's name without the signs that Windows does not allow.

    >>> safe_name("台账_截至2026年10月底.xlsx"), safe_name('a/b: "c".csv')
    ('台账_截至2026年10月底.xlsx', 'a-b- -c-.csv')
    """
    return _safe(name)


def told_apart(name: str, others: Container[str]) -> str:
    """Return ``name``, with a number where one of the ``others`` is called so in any case.

    ``others`` are in lower case, as Windows compares names.

    >>> told_apart("甲_乙.png", {"甲_乙.png"}), told_apart("甲.png", {"甲_乙.png"})
    ('甲_乙 (2).png', '甲.png')
    """
    stem, dot, suffix = name.rpartition(".")
    numbered = (f"{stem} ({number}){dot}{suffix}" for number in count(2))
    return next(one for one in chain([name], numbered) if one.lower() not in others)


def _shortened(text: str, room: int) -> str:
    """Cut a text to ``room`` bytes, at the end of a word where it has words."""
    if _bytes(text) <= room:
        return text
    cut = text.encode()[: max(room, 0)].decode(errors="ignore")
    ends = [found.start() for found in _WORD.finditer(text[: len(cut) + 1])]
    return (cut[: ends[-1]] if ends else cut).rstrip(" .-_")


def _bytes(text: str) -> int:
    return len(text.encode())


def _safe(part: str) -> str:
    spelled = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", part))
    return re.sub(r"\s+", " ", spelled).strip(" .-_")
