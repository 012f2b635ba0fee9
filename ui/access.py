"""Who may see what."""

import streamlit as st

from texts import Texts, catalogue
from ui import state


def require() -> Texts:
    """Stop the page unless its reader came through the door; return the reader's texts.

    Until identities exist there is one reader, the person at this machine; the door only opens on
    the loopback address.
    """
    t = catalogue(state.language())
    if state.role() is None:
        st.error(t("access.denied"))
        st.stop()
    return t
