"""What a reader ordered or had looked at, kept while the session lasts."""

from datetime import datetime
from secrets import token_urlsafe
from typing import cast

import streamlit as st

from export.doctor import Check

PACK = "pack"  # the name in the address
_PACKS = "pack_reader"
_HEALTH = "health"


def pack_reader() -> str:
    """Return who orders packs in this session; the address keeps it, so that a reload finds it."""
    known = st.session_state.get(_PACKS) or st.query_params.get(PACK) or token_urlsafe(12)
    st.session_state[_PACKS] = known
    return str(known)


def show_pack_in_address() -> None:
    """Write who ordered the pack into the address."""
    st.query_params[PACK] = pack_reader()


def keep_health(checks: tuple[Check, ...], at: datetime) -> None:
    """Keep what was found about the machine, and when."""
    st.session_state[_HEALTH] = (checks, at)


def health() -> tuple[tuple[Check, ...], datetime] | None:
    """Return what was found last, None before anybody looked."""
    return cast("tuple[tuple[Check, ...], datetime] | None", st.session_state.get(_HEALTH))
