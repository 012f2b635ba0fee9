"""What stands in a table on a desk and in sentences on a phone, where a table would be cut."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.memo import once
from texts import Texts
from texts.dates import unparted
from texts.markdown import plain
from ui import cards, columns, paged, show

_NOTHING = ("", "—", "-", "None", "nan", "<NA>")
_HEIGHT_PX = 460
_SCROLLS_FROM = 6  # entries; fewer stand on the page as they are
_MOST_LISTED = 100  # nobody reads more on a phone, and every reader's browser is sent them
_NAMES = ("project", "name", "task")
_ON_ITS_CARD = (
    "source"  # longer than all else about a project; what an entry begins with leads there
)


def table(
    shown: pd.DataFrame,
    t: Texts,
    *,
    key: str,
    first: tuple[str, ...] = (),
    whole: cards.Whole | None = None,
    widths_px: Mapping[str, int] = cards.NO_WIDTHS,
    item: str = cards.ITEM,
) -> None:
    """Show rows of items as ``cards.table`` does; on a phone each is a sentence instead.

    ``first`` are the columns, by ``table.<name>``, that an entry begins with, else the number and
    the name; they lead to the card. Of a long table a phone lists no more than its beginning.
    """
    first = first or (item, *(name for name in _NAMES if t(f"table.{name}") in shown.columns))
    heads = tuple(t(f"table.{name}") for name in first)
    page, found = paged.cut(shown, t, key=key, names=heads)
    if page.empty:
        return
    with desk(key):
        whole = whole or cards.Whole(lambda: found, len(found))
        cards.table(page, t, key=key, whole=whole, widths_px=widths_px, item=item)
    sentences(_beginning(page), t, key=key, first=first, item=item)
    _say_left_out(page, t, key=key)


def counted(shown: pd.DataFrame, t: Texts, *, key: str, first: tuple[str, ...]) -> None:
    """Show rows of numbers as ``show.table`` does; on a phone each is a sentence instead."""
    with desk(key):
        show.table(shown, t, key=key)
    sentences(shown, t, key=key, first=first)


def plainly(
    shown: pd.DataFrame, t: Texts, *, key: str, first: int = 1, leads_to: Sequence[str] = ()
) -> None:
    """List the rows of any table on a phone alone, each as a sentence.

    It begins with the ``first`` columns, which lead to the address of the row in ``leads_to``, if
    there is one. Of a long table no more than its beginning is listed.
    """
    entries = _entries_of(_beginning(shown), t, tuple(shown.columns[:first]))
    said = [
        t("phone.entry", first=f"[{about}]({address})" if address else about, rest=rest)
        for (about, rest), address in zip_longest(entries, leads_to[: len(entries)])
    ]
    listed(said, key=key)
    _say_left_out(shown, t, key=key)


def sentences(
    shown: pd.DataFrame, t: Texts, *, key: str, first: tuple[str, ...], item: str | None = None
) -> None:
    """List the rows of a table on a phone alone, each as a sentence; ``first`` as above.

    What it begins with leads to the card of the ``item``, by ``table.<name>``, if there is one.
    """
    numbers = [""] * len(shown) if item is None else shown[t(f"table.{item}")].astype(str)
    entries = zip(_entries(shown, t, first), numbers, strict=True)
    listed([_entry(said, rest, number, t) for (said, rest), number in entries], key=key)


@once
def _beginning(page: pd.DataFrame) -> pd.DataFrame:
    return page.head(_MOST_LISTED)


def _say_left_out(page: pd.DataFrame, t: Texts, *, key: str) -> None:
    if (left := len(page) - _MOST_LISTED) > 0:
        with only(f"{key}-more"):
            st.caption(t("phone.more", count=f"{left:,}"))


def _entries(shown: pd.DataFrame, t: Texts, first: tuple[str, ...]) -> list[tuple[str, str]]:
    return _entries_of(shown, t, tuple(t(f"table.{name}") for name in first))


@once
def _entries_of(shown: pd.DataFrame, t: Texts, heads: tuple[str, ...]) -> list[tuple[str, str]]:
    shown = columns.months_spoken(shown, t).drop(
        columns=t(f"table.{_ON_ITS_CARD}"), errors="ignore"
    )
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.astype(str).to_numpy()]
    return [_said(one, heads, t) for one in rows]


def desk(key: str) -> DeltaGenerator:
    """Return the place for a table, which a phone does not show; see look.css."""
    return st.container(key=f"on-desk-{key}")


def only(key: str) -> DeltaGenerator:
    """Return the place for what a phone alone shows."""
    return st.container(key=f"on-phone-{key}")


def listed(entries: Sequence[str], *, key: str) -> None:
    """List entries of markdown, on a phone alone; many scroll in a frame of their own."""
    with only(key):
        height = _HEIGHT_PX if len(entries) >= _SCROLLS_FROM else "content"
        with st.container(height=height, key=f"{key}-entries"):
            st.markdown(unparted("\n".join(f"- {entry}" for entry in entries)))


def _said(row: dict[str, str], heads: Iterable[str], t: Texts) -> tuple[str, str]:
    """Say what a row is about, then every column that says something under its name."""
    first = " ".join(said for head in heads if (said := row[head]) not in _NOTHING)
    rest = [
        t("phone.field", label=head, said=plain(said))
        for head, said in row.items()
        if head not in heads and said not in _NOTHING
    ]
    return plain(first), t("phone.between").join(rest)


def _entry(first: str, rest: str, number: str, t: Texts) -> str:
    link = f"[{first}]({cards.address(number)})" if number and number not in _NOTHING else first
    return t("phone.entry", first=link, rest=rest)
