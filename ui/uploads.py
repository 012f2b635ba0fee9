"""The way of a sheet through the page: choose, read, see what it would change, commit."""

import streamlit as st

from analysis.charts.words import Words
from domain.findings import Severity
from domain.periods import Period
from export.marked import marked
from ingest.report import SheetKind
from ingest.template import template
from store import intake
from store.intake import Preview
from store.refusals import LedgerError
from texts import Texts
from ui import cache, clock, preview_tables, state
from ui.effect_table import effects

_MIME = "text/csv"
_FINDING_PX = (60, 80, 120, 620)  # degree, row, column and a sentence that wraps
_REASONS = ("land", "funds", "permits", "demolition", "market", "planning", "other")


def offer_template(t: Texts) -> None:
    """Offer the progress sheet of a unit and month, its rows already named."""
    plan, now = cache.plan(), cache.frames(cache.ledger().version())
    left, middle, right = st.columns([2, 2, 2], vertical_alignment="bottom")
    units = ("", *plan.unit_names)
    unit = left.selectbox(
        t("upload.template_unit"),
        units,
        format_func=lambda name: name or t("upload.all_units"),
        key="template-unit",
    )
    last = clock.last_finished_period()
    months = [str(last.earlier(back)) for back in range(-1, 12)]
    month = middle.selectbox(t("control.period"), months, index=1, key="template-period")
    registry = intake.context(plan, now, clock.today()).items
    right.download_button(
        t("upload.template_download"),
        data=lambda: template(plan, registry, Period.parse(month or str(last)), unit or None),
        file_name=t("upload.template_name", unit=unit or t("upload.all_units"), period=month),
        mime=_MIME,
        key="template-download",
        on_click="ignore",
        width="stretch",
    )


def show_reading(seen: Preview, t: Texts) -> None:
    """Say how the file was understood and list every doubt with its place."""
    report = seen.report
    kind = t(f"upload.kind_{report.kind}") if report.kind else t("upload.kind_unknown")
    st.markdown(
        t(
            "upload.read_as",
            kind=kind,
            encoding=report.encoding or "—",
            rows=len(report.frame),
            header=", ".join(map(str, report.header_rows)) or "—",
        )
    )
    st.markdown(t(f"upload.verdict_{report.verdict}", errors=len(report.errors)))
    if cache.illustrative() and not report.illustrative:
        st.warning(t("samples.compared"))
    findings = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    if findings:
        table = preview_tables.findings(seen, t)
        widths = zip(table.columns, _FINDING_PX, strict=True)
        narrow = {name: st.column_config.Column(width=px) for name, px in widths}
        st.dataframe(
            table,
            hide_index=True,
            key="findings",
            row_height=72,
            column_config=narrow,
            height="content",
        )
        st.download_button(
            t("upload.marked"),
            data=lambda: marked(report, t),
            file_name=t("upload.marked_name", filename=report.filename),
            key="marked",
            on_click="ignore",
        )


def show_changes(seen: Preview, t: Texts) -> None:
    """Show what committing would add and edit."""
    changes = seen.changes
    if changes is None:
        return
    values = {
        "added": len(changes.added),
        "edited": len({edit.key for edit in changes.edited}),
        "unchanged": len(changes.unchanged),
        "removed": len(changes.removed),
    }
    st.markdown(t("upload.changes", **values))
    moved = effects(seen, cache.board_at(cache.ledger().version()), Words(t, cache.plan()))
    if not moved.empty:
        st.markdown(t("upload.effects"))
        st.dataframe(moved, hide_index=True, key="effects", width="stretch")
    with st.expander(t("upload.see_rows"), expanded=True):
        st.dataframe(
            preview_tables.changes(seen, t), hide_index=True, key="changes", width="stretch"
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
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    left.text_input(t("upload.actor"), key="actor", max_chars=50, help=t("upload.actor_help"))
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
    st.dataframe(preview_tables.past_uploads(t), hide_index=True, key="past", width="stretch")


def _commit(seen: Preview, t: Texts) -> None:
    actor = state.typed("actor")
    if not actor:
        state.leave_notice("error", t("upload.actor_missing"))
        return
    try:
        reason = state.typed("target-reason")
        upload = intake.commit(cache.ledger(), seen, actor=actor, at=clock.now(), reason=reason)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    state.next_sheet()
    sentence_of = "upload.committed" if upload.kind == SheetKind.PROGRESS else "upload.replaced"
    state.leave_notice("success", t(sentence_of, version=upload.version, rows=upload.n_rows))
