"""Keeps an open page at the newest version, whichever server the commit went through.

The page marks the version it shows. A script in the browser (``fresh.js``) asks the server what
is newer (``ui/watch.py``) and presses the button below, out of sight. Where scripts are not
allowed the button stays in sight and is pressed by hand.
"""

import streamlit as st

from texts import Texts
from ui import cache, state

_LEFT_ALONE = {"upload", "accounts"}


def follow(page: str, t: Texts) -> None:
    """Let the page run again once the ledger has moved on; ``page`` is its name.

    Not while the reader looks back or holds a version, and never where sheets are uploaded: what
    an officer has chosen, previewed and typed there is not touched. Nor where a new password may
    stand, which is shown once.
    """
    held = state.as_of() is not None or state.frozen_version() is not None
    if held or page in _LEFT_ALONE:
        return
    st.html(f'<i data-ledger-version="{cache.version()}" hidden></i>')
    st.button(t("page.newer"), key="newer-version", on_click=_tell, args=(t,))


def _tell(t: Texts) -> None:
    sentence = t("page.moved_on", version=cache.version())
    st.toast(sentence, icon=":material/sync:", duration="long")
