"""Looking back to a day or a version, and withdrawing a version."""

import streamlit as st

from domain.roles import Action
from store import intake
from store.refusals import LedgerError
from store.seed import SEED_ACTOR
from store.uploads import Upload
from store.versions import Version
from texts import Texts
from texts.actors import actor_named
from texts.dates import moment
from ui import access, ahead, cache, clock, folded, state
from ui.filters import LONG_AGO

_DAY, _VERSION = "look-back-day", "look-back-version"


def look_back(t: Texts) -> None:
    """Ask for a day or a version; every page then shows the ledger as it stood then."""
    left, right, third, fourth = st.columns([2, 2, 1, 2], vertical_alignment="bottom")
    today = clock.today()
    wanted = state.as_of() or today
    left.date_input(
        t("history.day"),
        value=min(wanted, today),
        min_value=LONG_AGO,
        max_value=today,
        key=_DAY,
    )
    right.button(
        t("history.look"),
        key="look-back",
        on_click=_look_at_day,
        width="stretch",
    )
    last = cache.newest()
    shown = min(state.frozen_version() or last, last)
    third.number_input(t("history.at_version"), 1, last, shown, key=_VERSION)
    fourth.button(
        t("history.look_at_version"),
        key="look-back-at-version",
        on_click=_look_at_version,
        width="stretch",
    )
    if state.as_of() is None and state.frozen_version() is None:
        st.caption(t("history.today"))


def _look_at_day() -> None:
    state.freeze(None)
    state.look_back_to(state.day_in(_DAY))


def _look_at_version() -> None:
    state.look_back_to(None)
    state.freeze(int(state.typed(_VERSION)))


def offer_withdrawal(chosen: Version, t: Texts) -> None:
    """Say why a version stays; else ask who withdraws it and why, once somebody wants to."""
    upload = chosen.upload
    if upload is None:
        st.caption(t("history.final", version=chosen.version))
    elif upload.withdrawn_at is not None:
        time = moment(upload.withdrawn_at.astimezone(clock.ZONE), t)
        who, why = actor_named(upload.withdrawn_by or "", t), upload.withdrawn_reason
        st.info(t("history.already", time=time, actor=who, reason=why))
    elif upload.actor == SEED_ACTOR:
        st.caption(t("ledger.baseline", version=upload.version))
    elif access.may(Action.WITHDRAW):
        form = folded.part(t("history.step_withdraw"), key="withdraw-open", icon=":material/undo:")
        if form.open:
            with form:
                _ask_withdrawal(upload, t)


def _ask_withdrawal(upload: Upload, t: Texts) -> None:
    st.caption(t("history.withdraw_help"))
    who, why, action = st.columns([2, 3, 2], vertical_alignment="bottom")
    access.ask_actor(who, t, key="withdraw-actor")
    why.text_input(t("history.withdraw_why"), key="withdraw-why", max_chars=200)
    action.button(
        t("history.withdraw", version=upload.version),
        key="withdraw",
        on_click=_withdraw,
        args=(upload.version, t),
        width="stretch",
    )


def _withdraw(version: int, t: Texts) -> None:
    actor, reason = access.acting("withdraw-actor"), state.typed("withdraw-why")
    try:
        now = intake.withdraw(cache.ledger(), version, actor=actor, at=clock.now(), reason=reason)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    ahead.after_commit()
    state.leave_notice("success", t("history.withdrawn", version=version, now=now))
