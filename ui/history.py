"""The ledger's past on the screen: versions, what each changed, withdrawing one, looking back."""

import streamlit as st

from ingest.report import SheetKind
from store import intake
from store.difference import diff
from store.refusals import LedgerError
from store.seed import SEED_ACTOR
from store.uploads import Upload
from texts import Texts
from ui import cache, clock, preview_tables, state


def look_back(t: Texts) -> None:
    """Ask for a day; every page then shows the ledger as it stood when that day ended."""
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    today = clock.today()
    first = cache.ledger().uploads()[0].at.astimezone(clock.ZONE).date()
    wanted = state.as_of() or today
    day = left.date_input(
        t("history.day"),
        value=min(max(wanted, first), today),
        min_value=first,
        max_value=today,
        key="look-back-day",
    )
    right.button(
        t("history.look"),
        key="look-back",
        on_click=state.look_back_to,
        args=(day,),
        width="content",
    )
    if state.as_of() is None:
        st.caption(t("history.today"))


def choose_version(t: Texts) -> Upload:
    """Ask for one upload, the newest first."""
    uploads = {upload.version: upload for upload in reversed(cache.ledger().uploads())}
    chosen = st.selectbox(
        t("history.version"),
        list(uploads),
        format_func=lambda version: _line(uploads[version], t),
        key="version",
    )
    return uploads[chosen or max(uploads)]


def show_changes(upload: Upload, t: Texts) -> None:
    """Show what the version added, corrected and removed, and offer its original file."""
    kind = SheetKind(upload.kind)
    changes = diff(cache.ledger(), upload.version - 1, upload.version, kind)
    edited = {edit.key for edit in changes.edited}
    counts = {"added": len(changes.added), "edited": len(edited), "removed": len(changes.removed)}
    st.markdown(t("history.changed", **counts))
    if changes:
        progress = kind is SheetKind.PROGRESS
        reports = cache.frames(upload.version).reports
        first = preview_tables.first_figures(reports, t) if progress else {}
        st.dataframe(
            preview_tables.changed(changes, first, t), hide_index=True, key="version-changes"
        )
    st.download_button(
        t("history.original"),
        data=lambda: cache.ledger().original(upload.version),
        file_name=upload.filename,
        key="original",
        on_click="ignore",
    )


def offer_withdrawal(upload: Upload, t: Texts) -> None:
    """Ask who withdraws the version and why; the baseline stays."""
    if upload.withdrawn_at is not None:
        time = upload.withdrawn_at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M")
        who, why = upload.withdrawn_by, upload.withdrawn_reason
        st.info(t("history.already", time=time, actor=who, reason=why))
        return
    if upload.actor == SEED_ACTOR:
        st.caption(t("ledger.baseline", version=upload.version))
        return
    st.caption(t("history.withdraw_help"))
    who, why, action = st.columns([2, 3, 2], vertical_alignment="bottom")
    who.text_input(t("upload.actor"), key="withdraw-actor", max_chars=50)
    why.text_input(t("history.withdraw_why"), key="withdraw-why", max_chars=200)
    action.button(
        t("history.withdraw"),
        key="withdraw",
        on_click=_withdraw,
        args=(upload.version, t),
        width="stretch",
    )


def _withdraw(version: int, t: Texts) -> None:
    actor, reason = state.typed("withdraw-actor"), state.typed("withdraw-why")
    try:
        now = intake.withdraw(cache.ledger(), version, actor=actor, at=clock.now(), reason=reason)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    state.leave_notice("success", t("history.withdrawn", version=version, now=now))


def _line(upload: Upload, t: Texts) -> str:
    time = upload.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M")
    actor = t("ledger.actor_seed") if upload.actor == SEED_ACTOR else upload.actor
    return t(
        "history.version_line",
        version=upload.version,
        time=time,
        actor=actor,
        filename=upload.filename,
    )
