"""The consequences of an upload in words, the gravest first: the same on page and command line."""

from collections.abc import Callable, Iterable
from itertools import groupby

from analysis.charts.words import Words, percent
from analysis.consequences import Consequence, Kind
from analysis.frames import PPM_PER_PERCENT
from domain.rules import Light
from texts import Texts
from texts.amounts import said_amount
from texts.few import said_of

_NAMED = 5  # more of one kind are counted, not listed


def sentences(
    items: Iterable[Consequence], words: Words, shown: Callable[[str], str] = str
) -> list[str]:
    """Return one sentence of Markdown per kind; ``shown`` writes what comes from the ledger."""
    kinds = groupby(items, key=lambda one: one.kind)
    return [_sentence(kind, list(same), words, shown) for kind, same in kinds]


def both_spoken(column: str, before: object, after: object, t: Texts) -> tuple[str, str]:
    """Say what a cell was and becomes; in full where both would look alike in two decimals."""
    was, becomes = (spoken(column, cell, t) for cell in (before, after))
    if was != becomes or before == after:
        return was, becomes
    return spoken(column, before, t, exact=True), spoken(column, after, t, exact=True)


def spoken(column: str, cell: object, t: Texts, *, exact: bool = False) -> str:
    """Say a cell as a person reads it: percent, 亿元 or its text; an empty one is a dash."""
    if cell is None:
        return "—"
    if isinstance(cell, int) and column.endswith("_ppm"):
        return percent(cell / PPM_PER_PERCENT)
    if isinstance(cell, int) and column.endswith("_yuan"):
        return said_amount(cell, t, exact=exact)
    return str(cell)


def _sentence(
    kind: Kind, items: list[Consequence], words: Words, shown: Callable[[str], str]
) -> str:
    t = words.t
    said = said_of(len(items), _NAMED)
    named = t("consequence.joiner").join(_one(item, words, shown) for item in items[:said])
    more = t("consequence.more", count=len(items)) if len(items) > said else ""
    return t(f"consequence.{kind}", items=named + more, count=len(items))


def _one(item: Consequence, words: Words, shown: Callable[[str], str]) -> str:
    t = words.t
    name = shown(f"{item.item_id} {item.item_name}")
    if item.period:
        name = t("consequence.in_month", name=name, period=item.period)
    if item.before is None and item.after is None:
        return name
    if item.kind is Kind.TURNS_RED:
        was, becomes = (words.light(Light(str(light))) for light in (item.before, item.after))
        told = t("consequence.from_to", name=name, column="", before=was, after=becomes)
        return " ".join(told.split())
    said = both_spoken(item.column, item.before, item.after, t)
    was, becomes = map(shown, said)
    column = t(f"column.{item.column}")
    return t("consequence.from_to", name=name, column=column, before=was, after=becomes)
