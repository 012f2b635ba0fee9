"""What a reader ordered or had looked at, kept while the session lasts."""

import json
from datetime import datetime
from secrets import token_urlsafe
from typing import cast

import streamlit as st

from export.doctor import Check
from store.contacts import Eyes

PACK = "pack"  # the name in the address
_PACKS = "pack_reader"
_HEALTH = "health"
_PASSWORD = "password_made"  # noqa: S105 - the name of a key


def pack_reader(account: str, seen_by: Eyes) -> str:
    """Return whose packs this session finds: the account's, as much as it sees of contacts.

    The address keeps the session's own part, so that a reload finds the pack; another account
    that opens the address finds nothing, nor does the same one that sees less by now.
    """
    units = seen_by if seen_by is None else sorted(seen_by)
    return json.dumps([account, units, _session()], ensure_ascii=False)


def show_pack_in_address() -> None:
    """Write what a reload needs to find the pack into the address."""
    st.query_params[PACK] = _session()


def keep_health(checks: tuple[Check, ...], at: datetime) -> None:
    """Keep what was found about the machine, and when."""
    st.session_state[_HEALTH] = (checks, at)


def health() -> tuple[tuple[Check, ...], datetime] | None:
    """Return what was found last, None before anybody looked."""
    return cast("tuple[tuple[Check, ...], datetime] | None", st.session_state.get(_HEALTH))


def leave_password(name: str, password: str) -> None:
    """Leave an account's new password for the run of the page that follows the click."""
    st.session_state[_PASSWORD] = (name, password)


def take_password() -> tuple[str, str] | None:
    """Return account and password as they were left, once; then nobody has it any more."""
    return cast("tuple[str, str] | None", st.session_state.pop(_PASSWORD, None))


def _session() -> str:
    known = st.session_state.get(_PACKS) or st.query_params.get(PACK) or token_urlsafe(12)
    st.session_state[_PACKS] = known
    return str(known)
