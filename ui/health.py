"""The machine on the screen: every check in a sentence, the bad ones first."""

import streamlit as st

from export import doctor
from export.doctor import GRADES, Check
from store.own_deck import own_deck
from store.soundness import unsound
from texts import Texts
from ui import cache, clock, kept

_SAID = {
    "bad": (st.error, ":material/error:"),
    "note": (st.info, ":material/info:"),
    "ok": (st.success, ":material/check_circle:"),
}


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
    when = f"{at.astimezone(clock.ZONE):%Y-%m-%d %H:%M}"
    worst = doctor.worst(checks)
    say, _ = _SAID[worst]
    count = sum(one.grade == worst for one in checks)
    say(t(f"doctor.whole_{worst}", count=count, when=when))
    for one in sorted(checks, key=lambda one: GRADES.index(one.grade)):
        say, sign = _SAID[one.grade]
        say(t(one.text_key, **one.more), icon=sign)


def _found(t: Texts) -> tuple[Check, ...]:
    office = cache.office()
    reason = unsound(office.ledger, t)
    kind = office.ledger.engine.dialect.name
    ledger = Check("database", not reason, {"database": kind, "reason": reason})
    fonts = doctor.letters(office.plan), doctor.documents(t)
    more = (*fonts, *doctor.deck(own_deck(office.settings), t))
    here = clock.now().astimezone(clock.ZONE)
    folder = office.settings.state_folder
    return doctor.examine(cache.pictures(), folder, here, extra=(*more, ledger))
