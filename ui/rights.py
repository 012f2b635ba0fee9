"""The table of roles on the screen, and what the reader's own account may do."""

import pandas as pd
import streamlit as st

from domain.roles import FORBIDDEN, TABLE, Action, Role
from texts import Texts
from texts.markdown import plain
from ui import access, phone

_ORDER = list(Role)


def who_you_are(t: Texts) -> None:
    """Say as whom the reader is here."""
    reader = access.reader()
    if access.signed() is None:
        st.markdown(t("role.local_person"))
        return
    roles = "、".join(t(f"role.role_{role}") for role in _ORDER if role in reader.roles)
    st.markdown(t("role.you_are", name=plain(reader.name), roles=roles))
    if reader.units:
        st.markdown(t("role.you_are_units", units=plain("、".join(sorted(reader.units)))))


def table(t: Texts) -> None:
    """Show every action and how far each role may go with it."""
    st.caption(t("role.intro"))
    shown = pd.DataFrame(
        {
            t("role.action"): t(f"role.action_{action}"),
            **{
                t(f"role.role_{role}"): t(f"role.reach_{TABLE[action].get(role, 'none')}")
                for role in _ORDER
            },
        }
        for action in Action
    )
    with phone.desk("roles"):
        st.table(shown.map(plain), hide_index=True)  # its cells take further lines
    phone.plainly(shown, t, key="roles")
    pairs = sorted(sorted(pair, key=_ORDER.index) for pair in FORBIDDEN)
    named = (
        t("role.pair", one=t(f"role.role_{one}"), other=t(f"role.role_{other}"))
        for one, other in pairs
    )
    st.caption(t("role.forbidden_pairs", pairs=t("audit.between").join(named)))
