"""Finding a project, a task or a responsible unit by part of its name, its number or its initials.

Initials are the first letters of the syllables (拼音首字母): 新乡氢能产业园 is xxqncyy. A character
with several readings answers to each of them, and letters and characters may be mixed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.memo import once
from domain.columns import JOINED, Projects, Tasks

_SPOKEN_OVER = re.compile(r"[\W_]+")  # spaces, brackets and dots, which nobody types alike


class Sought(StrEnum):
    """What can be found."""

    PROJECT = "project"
    TASK = "task"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; a unit's number is its name."""

    kind: Sought
    number: str
    name: str
    spellings: tuple[str, ...]  # folded; the first is that of the name


@dataclass(frozen=True, eq=False)
class Index:
    """Everything of a board that can be found."""

    entries: tuple[Entry, ...]

    def find(self, typed: str, most: int = 8) -> list[Entry]:
        """Return what fits best, best first: number, then start of a name, then inside a name."""
        return self.every(typed)[:most]

    def every(self, typed: str) -> list[Entry]:
        """Return all that fits, in the same order."""
        wanted = folded(typed)
        if not wanted:
            return []
        pattern = re.compile("".join(map(self._answering, wanted)))
        ranked = sorted(
            (rank, place)
            for place, entry in enumerate(self.entries)
            if (rank := _rank(entry, wanted, pattern)) is not None
        )
        return [self.entries[place] for _, place in ranked]

    @cached_property
    def _by_initial(self) -> dict[str, str]:
        """Return every character of the names under each letter it may begin with."""
        answering: dict[str, str] = {}
        for letter in sorted({one for entry in self.entries for one in "".join(entry.spellings)}):
            for initial in initials(letter):
                answering[initial] = answering.get(initial, "") + letter
        return answering

    def _answering(self, typed: str) -> str:
        return f"[{re.escape(typed + self._by_initial.get(typed, ''))}]"


@once
def index(board: Board) -> Index:
    """Return the index of a board's projects, tasks and responsible units."""
    return Index((*_projects(board), *_tasks(board), *_units(board)))


def folded(text: str) -> str:
    """Return text as it is compared: half width, small letters, no spaces and no punctuation.

    >>> folded("Ｐ０７"), folded("“多规合一” 规划")
    ('p07', '多规合一规划')
    """
    return _SPOKEN_OVER.sub("", unicodedata.normalize("NFKC", text)).lower()


@cache
def initials(letter: str) -> frozenset[str]:
    """Return the first letter of each reading of a character that a word has it in.

    Readings of old books, as hóng of 共, would find what nobody meant; a character that is in no
    word answers to all of its readings.

    >>> [sorted(initials(letter)) for letter in ("重", "乐", "共", "a")]
    [['c', 'z'], ['l', 'y'], ['g'], []]
    """
    every, in_words = _readings()
    read = every.get(ord(letter), "").split(",")
    return in_words.get(letter) or frozenset(_initial(one) for one in read if one)


def _initial(reading: str) -> str:
    return unicodedata.normalize("NFD", reading)[:1]


@cache
def _readings() -> tuple[dict[int, str], dict[str, frozenset[str]]]:
    """Return all readings of every character, and the initials each is read with in words."""
    from pypinyin.constants import (  # noqa: PLC0415 - 1 s and 57 MB, once a name is sought
        PHRASES_DICT,
        PINYIN_DICT,
    )

    words: dict[str, list[list[str]]] = PHRASES_DICT
    in_words: dict[str, set[str]] = {}
    for word, readings in words.items():
        for letter, reading in zip(word, readings, strict=False):
            in_words.setdefault(letter, set()).update(map(_initial, reading))
    every: dict[int, str] = PINYIN_DICT
    return every, {letter: frozenset(found - {""}) for letter, found in in_words.items()}


def _rank(entry: Entry, wanted: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    number = folded(entry.number)
    if number == wanted:
        return 0, 0
    found = [
        (2 if one.start() == 0 else 3, one.start() + also)
        for also, spelling in enumerate(entry.spellings)
        if (one := pattern.search(spelling))
    ]
    if entry.kind is not Sought.UNIT and wanted in number:
        found.append((1, number.index(wanted)))
    return min(found, default=None)


def _projects(board: Board) -> Iterator[Entry]:
    for row in rows_of(board.projects):
        also = str(row[Projects.ALSO_CALLED] or "").split(JOINED)
        yield _entry(Sought.PROJECT, row[Projects.ID], row[Projects.NAME], *also)


def _tasks(board: Board) -> Iterator[Entry]:
    for row in rows_of(board.tasks):
        yield _entry(Sought.TASK, row[Tasks.ID], row[Tasks.NAME])


def _units(board: Board) -> Iterator[Entry]:
    for unit in board.plan.responsible_units:
        yield _entry(Sought.UNIT, unit.name, unit.name, unit.short, unit.english, *unit.also)


def _entry(kind: Sought, number: object, name: object, *also: str) -> Entry:
    spellings = dict.fromkeys(word for one in (str(name), *also) if (word := folded(one)))
    return Entry(kind, str(number), str(name), tuple(spellings))
