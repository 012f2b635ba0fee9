"""The day a sheet was really received, on the screen: what counts, who said so, saying another."""

import streamlit as st

from domain.roles import Action
from store.receipts import Receipt, receipts, record_receipt, uploaded_on
from store.refusals import LedgerError
from store.shapes import PROGRESS
from store.uploads import Upload
from store.versions import Version
from texts import Texts
from texts.dates import spoken
from ui import access, cache, clock, folded, state, tables


def offer(chosen: Version, t: Texts) -> None:
    """Show by which day an upload counts as received; ask for another one, who says so and why."""
    upload = chosen.upload
    if upload is None:
        return
    if upload.kind != PROGRESS:
        st.caption(t("receipt.none", kind=t(f"upload.kind_{upload.kind}")))
        return
    if upload.withdrawn:
        st.caption(t("receipt.withdrawn"))
        return
    known = receipts(cache.ledger(), upload.version, until=cache.known_until())
    counting = known[-1].day if known else uploaded_on(upload)
    st.caption(t("receipt.help", uploaded=spoken(uploaded_on(upload), t)))
    st.markdown(t("receipt.counts", day=spoken(counting, t)))
    if known:
        _list(known, t)
    if access.may(Action.RECORD_RECEIPT):
        form = folded.part(t("receipt.ask"), key="receipt-open", icon=":material/edit_calendar:")
        if form.open:
            with form:
                _ask(upload, known, t)


def _list(known: tuple[Receipt, ...], t: Texts) -> None:
    shown: list[dict[str, object]] = [
        {
            "time": one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
            "actor": one.actor,
            "received_on": str(one.day),
            "reason": one.reason,
        }
        for one in reversed(known)
    ]
    st.dataframe(tables.named(t, shown), hide_index=True, key="receipts", width="stretch")


def _ask(upload: Upload, known: tuple[Receipt, ...], t: Texts) -> None:
    counting = known[-1].day if known else uploaded_on(upload)
    form = f"{upload.version}-{len(known)}"  # what was asked of one version is not said of another
    when, who, why, action = st.columns([2, 2, 3, 2], vertical_alignment="bottom")
    when.date_input(
        t("receipt.day"), value=counting, max_value=uploaded_on(upload), key=f"receipt-day-{form}"
    )
    access.ask_actor(who, t, key="receipt-actor")
    why.text_input(t("receipt.why"), key=f"receipt-why-{form}", max_chars=200)
    action.button(
        t("receipt.record"),
        key="receipt-record",
        on_click=_record,
        args=(upload.version, form, known[-1].number if known else 0, t),
        width="stretch",
    )


def _record(version: int, form: str, seen: int, t: Texts) -> None:
    day = state.day_in(f"receipt-day-{form}")
    if day is None:
        return
    said = {"actor": access.acting("receipt-actor"), "reason": state.typed(f"receipt-why-{form}")}
    try:
        record_receipt(cache.ledger(), version, day, **said, at=clock.now(), seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    state.leave_notice("success", t("receipt.recorded", version=version, day=spoken(day, t)))
