"""Every sentence a person reads, one folder of catalogues per language, one file per subject."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)  # the first is that of a reader who chose none
_HERE = Path(__file__).parent
_MONTHS = 12


class _Counting(Formatter):
    """Fills in sentences whose words go by a number: ``{count} {count|row|rows}``.

    Twelve words are those of the months.
    """

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> object:
        """Return the word for one, or that for any other number, of the field before the bar."""
        name, *words = str(key).split("|")
        if not words:
            return super().get_value(key, args, kwargs)
        if len(words) == _MONTHS:
            return words[int(kwargs[name]) - 1]
        one, others = words
        return one if str(kwargs[name]) == "1" else others


_COUNTING = _Counting()


def named_in(entry: str) -> list[str]:
    """Return the fields that are filled into a sentence, in its order.

    >>> named_in("{unit}: {count} {count|row|rows}")
    ['unit', 'count', 'count']
    """
    return [name.partition("|")[0] for _, name, _, _ in Formatter().parse(entry) if name]


class Texts:
    """A catalogue that answers by key and refuses to guess."""

    def __init__(self, language: Language, entries: dict[str, str]) -> None:
        self.language: Language = language
        self._entries = entries

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence under ``key`` with ``values`` filled in.

        ``{count|row|rows}`` is its first word where ``count`` is 1, else its second; of twelve
        words it is that of the month.

        Raises:
            KeyError: when the catalogue has no such sentence.
        """
        entry = self._entries[key]
        return _COUNTING.vformat(entry, (), values) if "|" in entry else entry.format(**values)

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
