"""The account of this session, as the gate vouches for it."""

from urllib.parse import unquote

import streamlit as st

from store.contacts import Eyes, eyes_of
from store.ledger import Ledger
from store.signed import Signed
from ui import moment
from ui.moment import once_a_run

HERE = "local"  # the person at a machine without a login
_UID = "uid"  # as server.trustedUserHeaders names what the gate says


@once_a_run
def signed() -> Signed | None:
    """Return the account of this session, None where nobody signs in."""
    said = st.user.to_dict().get(_UID)
    return Signed(unquote(said)) if isinstance(said, str) and said else None


@once_a_run
def eyes(ledger: Ledger) -> Eyes:
    """Return whose phone and identity numbers the reader may see, as the account stands now."""
    seat = moment.seat()
    return eyes_of(ledger, signed() or HERE) if seat is None else seat.eyes
