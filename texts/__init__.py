"""Every sentence a person reads, one folder of catalogues per language, one file per subject."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)  # the first is that of a reader who chose none
_HERE = Path(__file__).parent


class Texts:
    """A catalogue that answers by key and refuses to guess."""

    def __init__(self, language: Language, entries: dict[str, str]) -> None:
        self.language: Language = language
        self._entries = entries

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence under ``key`` with ``values`` filled in.

        Raises:
            KeyError: when the catalogue has no such sentence.
        """
        return self._entries[key].format(**values)

    def raw(self, key: str) -> str:
        """Return the sentence under ``key`` as it is written, its fields not filled in.

        Raises:
            KeyError: when the catalogue has no such sentence.
        """
        return self._entries[key]

    def every(self) -> tuple[str, ...]:
        """Return all sentences as they are written, for whoever looks at their letters."""
        return tuple(self._entries.values())

    def keys(self) -> frozenset[str]:
        """Return all keys, for the test that compares languages."""
        return frozenset(self._entries)


@cache
def catalogue(language: Language) -> Texts:
    """Read one language's catalogues; a key is ``subject.entry``, the subject its file's name.

    >>> catalogue("zh")("app.name"), catalogue("en")("app.name")
    ('规划落实看板', 'Plan Delivery Dashboard')
    """
    entries: dict[str, str] = {}
    for file in sorted((_HERE / language).glob("*.toml")):
        subject = tomllib.loads(file.read_text("utf-8"))
        entries |= {f"{file.stem}.{key}": sentence for key, sentence in subject.items()}
    return Texts(language, entries)
