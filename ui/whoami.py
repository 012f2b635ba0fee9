"""The reader's own name below the menu, with the way to their account and out."""

from html import escape

import streamlit as st

from texts import Texts
from ui.reader import signed


def show(t: Texts) -> None:
    """Name who is signed in; at a machine without a login nobody is."""
    name = signed()
    if name is None:
        return
    way = f'<a href="/account?lang={t.language}">{escape(t("access.account"))}</a>'
    with st.sidebar:
        st.html(f'<p class="whoami">{escape(t("access.signed_in", name=name))} · {way}</p>')
