"""How the bytes of a file were read, and what names look like in that encoding and in others."""

from dataclasses import dataclass
from enum import StrEnum


class Sureness(StrEnum):
    """How the encoding of the file is known."""

    CERTAIN = "certain"  # a byte order mark, or a workbook
    LIKELY = "likely"  # valid UTF-8
    GUESSED = "guessed"  # GB18030, which accepts much
    CHOSEN = "chosen"  # a person said so


@dataclass(frozen=True, slots=True)
class Origin:
    """How the bytes were read, shown to the person who may choose otherwise."""

    filename: str
    encoding: str = ""
    sureness: Sureness | None = None
    delimiter: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A few names as one encoding shows them; ``possible`` tells whether the file can be that."""

    encoding: str
    names: tuple[str, ...]
    possible: bool = True
