"""The ends of a sheet's way through the page: its template, its commit, those before it."""

import streamlit as st

from domain.periods import Period
from export.workbooks.about import About
from export.workbooks.template import template_book, template_file
from ingest.report import SheetKind
from store import intake
from store.intake import Preview
from store.refusals import LedgerError
from texts import Texts
from ui import access, ahead, cache, clock, phone, preview_tables, state
from ui.months import ask as ask_month
from ui.reader import eyes

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REASONS = ("land", "funds", "permits", "demolition", "market", "planning", "other")


def offer_template(t: Texts) -> None:
    """Offer the progress sheet of a unit and month, its rows named and last time's figures there.

    It is of the newest ledger even while the pages look back: that is what an upload is held to.
    """
    plan, newest = cache.plan(), cache.ledger().version()
    left, middle, right = st.columns([2, 2, 2], vertical_alignment="bottom")
    units, own = ("", *plan.unit_names), min(access.reader().units, default="")
    unit = left.selectbox(
        t("upload.template_unit"),
        units,
        index=units.index(own) if own in units else 0,
        format_func=lambda name: name or t("upload.all_units"),
        key="template-unit",
    )
    last = clock.last_finished_period()
    months = [str(last.earlier(back)) for back in range(-1, 12)]
    month = ask_month(t("control.period"), months, t, key="template-period", place=middle)
    made_up = cache.frames(newest).illustrative
    about = About(
        cache.board_at(newest, None, eyes(cache.ledger())),
        Period.parse(month),
        t,
        made_up,
        clock.today(),
    )
    right.download_button(
        t("upload.template_download"),
        data=lambda: template_book(about, unit or None),
        file_name=template_file(about, unit or None),
        mime=_MIME,
        key="template-download",
        help=t("upload.template_help"),
        on_click="ignore",
        width="stretch",
    )


def ask_commit(seen: Preview, t: Texts) -> None:
    """Ask who commits, why a target moves if one does, and commit with one click."""
    if seen.changes is None:
        return
    if intake.moved_targets(seen):
        options = [t(f"upload.reason_{name}") for name in _REASONS]
        st.selectbox(
            t("upload.target_reason"),
            options,
            index=None,
            key="target-reason",
            accept_new_options=True,
        )
    count = len(seen.report.warnings)
    if count:
        st.checkbox(t("upload.warnings_read", count=count), key=_read_box(seen))
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    access.ask_actor(left, t, key="actor", why=t("upload.actor_help"))
    right.button(
        t("upload.commit"),
        key="commit",
        type="primary",
        on_click=_commit,
        args=(seen, t),
        width="stretch",
    )


def list_past(t: Texts) -> None:
    """List every upload the ledger keeps, newest first."""
    shown = preview_tables.past_uploads(t)
    with phone.desk("past"):
        st.dataframe(shown, hide_index=True, key="past", width="stretch")
    if not shown.empty:
        phone.plainly(shown, t, key="past", first=2)


def _read_box(seen: Preview) -> str:
    """Name the box of one preview: against another version the warnings must be read again."""
    return f"warnings-read-{seen.token}-{seen.base}"


def _commit(seen: Preview, t: Texts) -> None:
    actor = access.acting("actor")
    if not actor:
        state.leave_notice("error", t("upload.actor_missing"))
        return
    if seen.report.warnings and not state.is_ticked(_read_box(seen)):
        state.leave_notice("error", t("upload.warnings_unread", count=len(seen.report.warnings)))
        return
    try:
        reason = state.typed("target-reason")
        upload = intake.commit(cache.ledger(), seen, actor=actor, at=clock.now(), reason=reason)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    ahead.after_commit()
    state.next_sheet()
    sentence_of = "upload.committed" if upload.kind == SheetKind.PROGRESS else "upload.replaced"
    state.leave_notice("success", t(sentence_of, version=upload.version, rows=upload.n_rows))
