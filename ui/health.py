"""The machine on the screen: every check in a sentence, the bad ones first."""

import streamlit as st

from export import doctor
from export.doctor import Check
from store.own_deck import own_deck
from store.soundness import unsound
from texts import Texts
from ui import cache, clock, kept


def offer(t: Texts) -> None:
    """Offer to look; show what was found last by this reader."""
    st.markdown(t("doctor.what"))
    if st.button(t("doctor.look"), key="health-look", type="primary"):
        with st.spinner(t("doctor.looking")):
            kept.keep_health(_found(t), clock.now())
    known = kept.health()
    if known is None:
        return
    checks, at = known
    bad = [one for one in checks if not one.ok]
    when = f"{at.astimezone(clock.ZONE):%Y-%m-%d %H:%M}"
    if bad:
        st.error(t("doctor.some_bad", count=len(bad), when=when))
    else:
        st.success(t("doctor.all_good", count=len(checks), when=when))
    for one in sorted(checks, key=lambda check: check.ok):
        said = t(one.text_key, **one.more)
        (st.success if one.ok else st.error)(said, icon=_sign(one))


def _sign(check: Check) -> str:
    return ":material/check_circle:" if check.ok else ":material/error:"


def _found(t: Texts) -> tuple[Check, ...]:
    office = cache.office()
    reason = unsound(office.ledger, t)
    kind = office.ledger.engine.dialect.name
    ledger = Check("database", not reason, {"database": kind, "reason": reason})
    more = (doctor.letters(office.plan), *doctor.deck(own_deck(office.settings), t))
    here = clock.now().astimezone(clock.ZONE)
    folder = office.settings.state_folder
    return doctor.examine(cache.pictures(), folder, here, extra=(*more, ledger))
