"""What a page says while reports are gone through, which on a large ledger takes its time."""

from contextlib import AbstractContextManager

import streamlit as st

from texts import Texts


def working(t: Texts) -> AbstractContextManager[None]:
    """Say that reports are gone through, with the seconds; what is done in a blink says nothing."""
    return st.spinner(t("supervision.working"), show_time=True)
