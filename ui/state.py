"""Every session key, with its type and its default, in one place."""

from collections.abc import MutableMapping
from typing import Literal, TypeAlias, cast

import streamlit as st

from store.intake import Preview
from texts import Language

LANGUAGE = "lang"  # the key is also the name in the address
PERIOD = "period"
_READER = "reader"
_PREVIEW = "preview"
_NOTICE = "notice"
_SHEET = "sheet"
Role = Literal["local"]
Identity: TypeAlias = tuple[str, str | None, int]  # file, encoding chosen, ledger version


def language() -> Language:
    """Return the language the reader chose, Chinese until they do."""
    return "en" if st.session_state.get(LANGUAGE) == "en" else "zh"


def language_is_chosen() -> bool:
    """Tell whether the session already knows the reader's language."""
    return LANGUAGE in st.session_state


def take_language_from(address: MutableMapping[str, str]) -> None:
    """Accept the short form ``?lang=en`` of a link; the address then keeps the language's name."""
    if address.get(LANGUAGE) in {"zh", "en"}:
        st.session_state[LANGUAGE] = address.pop(LANGUAGE)


def role() -> Role | None:
    """Return who is reading, or None for a page opened without the door."""
    return cast("Role | None", st.session_state.get(_READER))


def admit(as_role: Role) -> None:
    """Remember who came through the door."""
    st.session_state[_READER] = as_role


def preview() -> Preview | None:
    """Return the sheet that waits for its commit, if any."""
    kept = st.session_state.get(_PREVIEW)
    return cast("Preview", kept[1]) if kept else None


def preview_of() -> Identity | None:
    """Return which file, encoding and version the waiting preview was read from."""
    kept = st.session_state.get(_PREVIEW)
    return cast("Identity", kept[0]) if kept else None


def keep_preview(seen: Preview, identity: Identity) -> None:
    """Keep a preview until it is committed, replaced or dropped."""
    st.session_state[_PREVIEW] = (identity, seen)


def drop_preview() -> None:
    """Forget the waiting sheet."""
    st.session_state.pop(_PREVIEW, None)


def sheet_key() -> str:
    """Return the key of the file chooser, another after every commit so that it is empty again."""
    return f"{_SHEET}-{st.session_state.get(_SHEET, 0)}"


def next_sheet() -> None:
    """Empty the file chooser and forget its preview."""
    st.session_state[_SHEET] = st.session_state.get(_SHEET, 0) + 1
    drop_preview()


def typed(key: str) -> str:
    """Return what was typed under ``key``, trimmed."""
    return str(st.session_state.get(key) or "").strip()


def leave_notice(kind: Literal["success", "error"], sentence: str) -> None:
    """Leave a sentence for the next run of the page."""
    st.session_state[_NOTICE] = (kind, sentence)


def take_notice() -> tuple[str, str] | None:
    """Return the sentence left by the last action, once."""
    return cast("tuple[str, str] | None", st.session_state.pop(_NOTICE, None))
