"""What names of the sheet look like in the encoding that was taken, and in the others.

A person knows the names of their own projects: one look at them tells whether the encoding is
right, which no statistics about bytes can promise.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.characters import visible
from ingest.decode import CHOICES
from ingest.origin import Origin, Sample, Sureness

_NAMES = 3  # enough to be sure, few enough to be read
_LONGEST = 20  # characters of a name
_BEGINNING = 256 * 1024  # bytes that tell whether an encoding is possible at all
_TAIL = 4  # bytes of the longest character, which the cut may go through


@dataclass(frozen=True, slots=True)
class _Text:
    """The bytes of a text file and how they were read."""

    raw: bytes
    encoding: str


def samples_of(raw: bytes, origin: Origin, names: Iterable[str]) -> tuple[Sample, ...]:
    r"""Return ``names`` as read, then as each other encoding a person may choose would show them.

    A workbook and a file with a byte order mark leave nothing to choose, so only what was read is
    shown. Names in Latin letters look the same everywhere and come last.

    >>> raw = "期间,名称\n2026-10,滨江码头".encode()
    >>> for one in samples_of(raw, Origin("a.csv", "utf-8", Sureness.LIKELY), ["滨江码头"]):
    ...     print(one.encoding, one.names, one.possible)
    utf-8 ('滨江码头',) True
    gb18030 ('婊ㄦ睙鐮佸ご',) True
    """
    shown = _telling(names)
    taken = Sample(origin.encoding, tuple(map(visible, shown)))
    if not shown or origin.sureness not in {Sureness.LIKELY, Sureness.GUESSED, Sureness.CHOSEN}:
        return (taken,)
    text = _Text(raw, origin.encoding)
    others = (one for one in CHOICES if one != origin.encoding.removesuffix("-sig"))
    return (taken, *(_otherwise(text, other, shown) for other in others if other != "utf-16"))


def _telling(names: Iterable[str]) -> tuple[str, ...]:
    different = dict.fromkeys(" ".join(name.split())[:_LONGEST] for name in names)
    return tuple(sorted(filter(None, different), key=str.isascii)[:_NAMES])


def _otherwise(text: _Text, other: str, names: tuple[str, ...]) -> Sample:
    stored = (name.encode(text.encoding, "replace") for name in names)
    return Sample(
        other,
        tuple(visible(one.decode(other, "replace")) for one in stored),
        possible=_is(text.raw, other),
    )


def _is(raw: bytes, encoding: str) -> bool:
    beginning = raw[:_BEGINNING]
    try:
        beginning.decode(encoding)
    except UnicodeDecodeError as problem:
        return len(raw) > _BEGINNING and problem.start >= len(beginning) - _TAIL
    return True
