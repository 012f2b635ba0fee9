"""How a sheet was understood, what it would change, and what that would mean."""

from hashlib import sha256

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from domain.findings import Severity
from domain.roles import Action
from export.marked import marked
from ingest.changes import Changes
from ingest.characters import visible
from ingest.findings_text import sentence
from ingest.keys import Key
from ingest.report import Report, SheetKind
from store.intake import Preview
from texts import Texts
from texts.markdown import plain
from ui import access, cache, changed_rows, consequences, past_cache, preview_tables, state
from ui.changed_rows import Compared
from ui.effect_table import effects


def show(seen: Preview, t: Texts) -> None:
    """Say how the file was understood and list every doubt with its place."""
    report = seen.report
    if report.kind and report.header_rows:
        st.markdown(
            t(
                "upload.read_as",
                kind=t(f"upload.kind_{report.kind}"),
                encoding=report.encoding,
                rows=len(report.frame),
                header=", ".join(map(str, report.header_rows)),
            )
        )
    _seen(report, t)
    st.markdown(t(f"upload.verdict_{report.verdict}", errors=len(report.errors)))
    if (known := _already_in(seen)) is not None:
        st.warning(t("upload.already_in", version=known))
    if cache.illustrative() and not report.illustrative:
        may = access.may(Action.WITHDRAW)
        st.warning(t("samples.compared") if may else t("samples.compared_by_others"))
    if report.totals_agreed:
        st.caption(t("upload.totals_agreed", count=report.totals_agreed))
    if report.findings:
        _findings(report, t, state.reading_key())


def show_changes(seen: Preview, t: Texts) -> None:
    """Show what committing would add and edit, and what that would mean."""
    if seen.changes is None:
        return
    before = cache.board_at(cache.ledger().version())
    words = Words(t, cache.plan())
    found = seen.changes
    counts = {name: len(keys) for name, keys in changed_rows.by_state(found).items()}
    st.markdown(t("upload.changes", **{name: counts.get(name, 0) for name in changed_rows.STATES}))
    consequences.show(seen, before, words)
    moved = effects(seen, before, words)
    if not moved.empty:
        st.markdown(t("upload.effects"))
        st.dataframe(moved, hide_index=True, key="effects", width="stretch")
    changed_rows.show(_compared(seen.report, found, before, t), t, key="changes")


def _already_in(seen: Preview) -> int | None:
    """Return the version in force that has the very same bytes, None when they are new."""
    same = sha256(seen.raw).hexdigest()
    uploads = (one.upload for one in past_cache.versions() if one.upload is not None)
    return next((one.version for one in uploads if one.sha256 == same and not one.withdrawn), None)


def _seen(report: Report, t: Texts) -> None:
    """Say what the titles state, and what names look like in this encoding and in the others."""
    stated = {name: getattr(report.stated, name) for name in ("area", "period", "measure")}
    if any(stated.values()):
        st.caption(
            t(
                "command.stated",
                **{name: plain(visible(text or "—")) for name, text in stated.items()},
            )
        )
    told = list[str]()
    for place, sample in enumerate(report.samples):
        if sample.names and (place == 0 or sample.names != report.samples[0].names):
            way = "taken" if place == 0 else "otherwise" if sample.possible else "impossible"
            names = plain("、".join(sample.names))
            told.append(t(f"upload.seen_{way}", encoding=sample.encoding, names=names))
    if told:
        st.caption("  \n".join(told))


def _findings(report: Report, t: Texts, of: str) -> None:
    """List the doubts of the degrees and columns the person asks for; notes only when asked.

    ``of`` names the reading, for what was asked of one file must hide nothing of the next.
    """
    found = {
        str(severity): [one for one in report.findings if one.severity is severity]
        for severity in Severity
    }
    degrees = [severity for severity, findings in found.items() if findings]
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    chosen = left.pills(
        t("upload.show_findings"),
        degrees,
        selection_mode="multi",
        default=[degree for degree in degrees if degree != Severity.NOTE] or degrees,
        format_func=lambda name: t(f"upload.findings_{name}", count=len(found[name])),
        key=f"finding-degrees-{of}",
    )
    columns = list(dict.fromkeys(one.column for one in report.findings if one.column))
    column = right.selectbox(
        t("upload.finding_column"),
        columns,
        index=None,
        key=f"finding-column-{of}",
        placeholder=t("upload.all_columns"),
    )
    asked = [one for degree in chosen or degrees for one in found[degree]]
    asked = [one for one in asked if column in {None, one.column}]
    table = preview_tables.findings(asked, report, t)
    if not table.empty:
        with st.container(key="findings"):
            st.table(table, hide_index=True)
    st.download_button(
        t("upload.marked"),
        data=lambda: marked(report, t),
        file_name=t("upload.marked_name", filename=report.filename.rsplit(".", 1)[0]),
        key="marked",
        on_click="ignore",
    )


def _compared(report: Report, found: Changes, before: Board, t: Texts) -> Compared:
    names = list(changed_rows.key_columns(found.kind))
    keys = [tuple(map(str, key)) for key in report.frame[names].itertuples(index=False, name=None)]
    places = dict(zip(keys, report.rows, strict=True))
    old = {
        SheetKind.PROGRESS: before.reports,
        SheetKind.PROJECTS: before.projects,
        SheetKind.TASKS: before.tasks,
    }[found.kind]
    return Compared(found, old, report.frame, places, _doubts(report, places, t))


def _doubts(report: Report, places: dict[Key, int], t: Texts) -> dict[Key, str]:
    """Return the sentences about each row of the sheet, as Markdown."""
    by_row: dict[int, list[str]] = {}
    for one in report.warnings:
        if one.row is not None:
            by_row.setdefault(one.row, []).append(plain(sentence(one, t)))
    return {key: "  \n".join(by_row[row]) for key, row in places.items() if row in by_row}
