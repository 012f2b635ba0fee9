"""What stands in a table on a desk and in sentences on a phone, where a table would be cut."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.memo import once
from texts import Texts
from texts.dates import unparted
from texts.markdown import plain
from ui import cards, columns, paged, show

_NOTHING = ("", "—", "None", "nan")
_HEIGHT_PX = 460
_SCROLLS_FROM = 6  # entries; fewer stand on the page as they are


def table(
    shown: pd.DataFrame,
    t: Texts,
    *,
    key: str,
    first: tuple[str, ...],
    whole: cards.Whole | None = None,
    widths_px: Mapping[str, int] = cards.NO_WIDTHS,
    item: str = cards.ITEM,
) -> None:
    """Show rows of items as ``cards.table`` does; on a phone each is a sentence instead.

    ``first`` are the columns, by ``table.<name>``, that an entry begins with.
    """
    heads = tuple(t(f"table.{name}") for name in first)
    page, found = paged.cut(shown, t, key=key, names=heads)
    if page.empty:
        return
    with desk(key):
        whole = whole or cards.Whole(lambda: found, len(found))
        cards.table(page, t, key=key, whole=whole, widths_px=widths_px, item=item)
    sentences(page, t, key=key, first=first)


def counted(shown: pd.DataFrame, t: Texts, *, key: str, first: tuple[str, ...]) -> None:
    """Show rows of numbers as ``show.table`` does; on a phone each is a sentence instead."""
    with desk(key):
        show.table(shown, t, key=key)
    sentences(shown, t, key=key, first=first)


def sentences(shown: pd.DataFrame, t: Texts, *, key: str, first: tuple[str, ...]) -> None:
    """List the rows of a table on a phone alone, each as a sentence; ``first`` as above."""
    listed(_entries(shown, t, first), key=key)


@once
def _entries(shown: pd.DataFrame, t: Texts, first: tuple[str, ...]) -> list[str]:
    heads, shown = tuple(t(f"table.{name}") for name in first), columns.months_spoken(shown, t)
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.astype(str).to_numpy()]
    return [_entry(one, heads, t) for one in rows]


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


def _entry(row: dict[str, str], heads: Iterable[str], t: Texts) -> str:
    """Say a row: what it is about, then every column that says something under its name."""
    first = " ".join(said for head in heads if (said := row[head]) not in _NOTHING)
    rest = [
        t("phone.field", label=head, said=plain(said))
        for head, said in row.items()
        if head not in heads and said not in _NOTHING
    ]
    return t("phone.entry", first=plain(first), rest=t("phone.between").join(rest))
