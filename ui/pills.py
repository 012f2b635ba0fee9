"""Choices of the pages of supervision: several at once, in the address, kept from page to page."""

from collections.abc import Mapping

import streamlit as st

from domain.columns import ItemKind
from texts import Texts
from ui import held, state

RULE, SEVERITY, LIFE, KIND = "rule", "severity", "life", "kind"
NAMES = (RULE, SEVERITY, LIFE, KIND)
_KINDS = {kind.name.lower(): kind for kind in ItemKind}  # the address is in no language


def kinds(t: Texts) -> tuple[ItemKind, ...]:
    """Ask for kinds of items; none chosen is every kind."""
    labels = {code: t(f"control.subjects_{code}s") for code in _KINDS}
    return tuple(_KINDS[code] for code in chosen(KIND, labels, t))


def code_of(kind: str) -> str:
    """Return how the address spells a kind of item."""
    return ItemKind(kind).name.lower()


def in_force(name: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is chosen of the options; what the address asks for besides is none of them."""
    return tuple(one for one in held.choices().get(name, ()) if one in options)


def chosen(
    name: str, options: Mapping[str, str], t: Texts, *, shown: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Ask for some of the options, code to label; none chosen is all of them.

    ``shown`` are those worth asking for, with what they are called now; what is chosen is shown
    in any case. What the address asks for and is no option is taken out, and that is said.
    """
    asked = held.choices().get(name, ())
    now = in_force(name, options)
    if dropped := [one for one in asked if one not in options]:
        held.choose(name, now)
        st.caption(t("filter.dropped", values=t("filter.or").join(dropped)))
    labels = options if shown is None else shown
    offered = [one for one in options if one in labels or one in now]
    key = f"pills-{name}"
    state.preset(key, list(now))
    st.pills(
        t(f"filter.by_{name}"),
        offered,
        selection_mode="multi",
        format_func=lambda one: labels.get(one, options[one]),
        key=key,
        on_change=_take,
        args=(name,),
        label_visibility="collapsed",
    )
    return now


def _take(name: str) -> None:
    held.choose(name, state.chosen_in(f"pills-{name}"))
