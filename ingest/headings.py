"""One heading: its plain form, the unit of measure it states, and which column it may mean."""

import re
from functools import cache, lru_cache

from ingest.aliases import COLUMNS, SERIAL, Column
from ingest.aliases.english import in_chinese
from ingest.characters import fold, without_invisible
from ingest.report import SheetKind

_LONGEST = 100  # characters of a header
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[*★]|\(必填\)|\(选填\)")
_YEAR = re.compile(r"\d{4}年度?")
_MONEY = "亿元|千万元|百万元|万元|千元|元"
_BRACKETED = re.compile(rf"[(\[](?:计量单位|单位)?:?({_MONEY}|%)(?:[,、;].*)?[)\]]$")
_EXPLAINED = re.compile(r"\([^()]*\)$")
_BARE = re.compile(r"(?<!单位)(?<!单位[:/])[:/]?(亿元|万元)$")


def is_serial(typed: str) -> bool:
    """Tell whether a heading stands above running numbers.

    >>> is_serial("序 号"), is_serial("序号 / 编号")
    (True, False)
    """
    return plain_header(typed) == SERIAL


@lru_cache(4096)
def plain_header(typed: str) -> str:
    r"""Return a heading without spaces, marks and years, to be compared with others.

    An English heading of our own workbooks is the Chinese one it stands for.

    >>> plain_header("2026 年度\n计划投资*"), plain_header("项目 名称（必填）")
    ('YYYY年计划投资', '项目名称')
    >>> plain_header("Total investment\n(CNY m)")
    '总投资(百万元)'
    """
    if len(typed) > _LONGEST:
        return typed[:_LONGEST]  # no header; folding it all would only take time
    bare = _MARKS.sub("", _SPACE.sub("", fold(without_invisible(typed))))
    return in_chinese(_YEAR.sub("YYYY年", bare))


def measure_of(plain: str) -> str | None:
    """Return the unit of measure at the end of a plain heading.

    >>> measure_of("总投资(万元)"), measure_of("总投资亿元"), measure_of("单位:万元")
    ('万元', '亿元', None)
    """
    match = _BRACKETED.search(plain) or _BARE.search(plain)
    return match[1] if match else None


def claims(
    plain: list[tuple[str, ...]], kind: SheetKind, by_hand: dict[int, Column]
) -> dict[int, Column]:
    """Return which column each place means; ``plain`` holds the spellings of each heading.

    What a person said stands first, then the standard headings, then the other ones.
    """
    claimed = dict(by_hand)
    meanings = {place: _meanings(kind, ways) for place, ways in enumerate(plain)}
    open_ = {place: found for place, found in meanings.items() if any(found)}
    for turn in range(len(_passes(kind)) if open_ else 0):
        taken = {column.name for column in claimed.values()}
        for place, found in open_.items():
            column = found[turn]
            if place not in claimed and column is not None and column.name not in taken:
                claimed[place] = column
    return claimed


@lru_cache(4096)
def _meanings(kind: SheetKind, ways: tuple[str, ...]) -> tuple[Column | None, ...]:
    """Return what a heading of these spellings means in each pass."""
    return tuple(
        next((one for text in ways if text and (one := _meant(text, wanted))), None)
        for wanted in _passes(kind)
    )


@lru_cache(4096)
def without_measure(plain: str) -> str:
    """Return a plain heading without the unit of measure at its end."""
    return _BARE.sub("", _BRACKETED.sub("", plain))


@cache
def _passes(kind: SheetKind) -> list[dict[str, Column]]:
    """Return what headings mean in each pass; the first column of a heading has it."""
    columns = COLUMNS[kind]
    standard = [(one.header, one) for one in columns]
    also = [(alias, one) for one in columns for alias in one.aliases]
    weak = [(alias, one) for one in columns for alias in one.weak.split()]
    if kind is SheetKind.PROGRESS:  # a report decides on lights: no header outweighs another
        return [_first_of(standard + also)]
    explained = [(f"{header}(", one) for header, one in standard + also]
    return [_first_of(one) for one in (standard, also, *([pair] for pair in weak), explained)]


def _first_of(pairs: list[tuple[str, Column]]) -> dict[str, Column]:
    return dict(reversed(pairs))


def _meant(text: str, wanted: dict[str, Column]) -> Column | None:
    return wanted.get(text) or wanted.get(without_measure(text)) or wanted.get(_short(text))


@lru_cache(4096)
def _short(plain: str) -> str:
    """Return 建设性质(新建/在建) as it stands in the last pass."""
    return f"{_EXPLAINED.sub('', without_measure(plain))}("
