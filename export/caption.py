"""What stands around a figure in a report, and what its file is called."""

import re
import unicodedata
from dataclasses import dataclass

from texts import Texts

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')  # on Windows; elsewhere only / and NUL
_LONGEST_NAME = 80  # characters; three bytes each stay under the 255 bytes of a file system


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Everything a report says about a figure, as plain text.

    ``as_of`` is the whole phrase (截至2026年10月底); ``rule`` the whole sentence of the red, yellow
    and green rule; ``source`` and ``filters`` come without their label; empty ones are left out.
    """

    title: str
    zone: str
    as_of: str = ""
    unit_of_measure: str = ""
    rule: str = ""
    source: str = ""
    filters: str = ""
    illustrative: bool = False


def file_name(caption: Caption, suffix: str, t: Texts) -> str:
    """Return the name under which Windows, too, can keep the picture; a long title is cut short.

    >>> from texts import catalogue
    >>> one = Caption(title="产业链投资", zone="新乡高新区", as_of="截至2026年10月底")
    >>> file_name(one, "png", catalogue("zh"))
    '新乡高新区_产业链投资_截至2026年10月底.png'
    """
    chosen = t("picture.filtered") if caption.filters else ""
    mark = t("picture.illustrative") if caption.illustrative else ""
    after = [safe for part in (caption.as_of, chosen, mark) if (safe := _safe(part))]
    before = [safe for part in (caption.zone, caption.title) if (safe := _safe(part))]
    room = _LONGEST_NAME - sum(len(part) + 1 for part in after)
    stem = "_".join(["_".join(before)[:room].rstrip(" .-_"), *after])
    return f"{stem}.{suffix.removeprefix('.')}"


def _safe(part: str) -> str:
    spelled = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", part))
    return re.sub(r"\s+", " ", spelled).strip(" .-_")
