"""What a sheet's headers mean where the reader did not know: a person says it, once."""

import streamlit as st

from ingest.aliases import COLUMNS
from ingest.characters import visible
from ingest.nearest import suggestions
from ingest.report import Report
from ingest.signatures import signature
from ingest.structure import is_template_heading
from store.intake import Preview
from store.mappings import recall, remember
from store.refusals import LedgerError
from texts import Texts, catalogue
from ui import access, cache, clock, state

_SOMEBODY = "local"  # until identities exist, whoever sits at this machine


def choose_worksheet(seen: Preview, t: Texts) -> None:
    """Let the person read another worksheet than the one proposed."""
    choices = seen.report.choices
    if len(choices) < 2:  # noqa: PLR2004 - one worksheet is no choice
        return
    shown = seen.report.sheet
    place = choices.index(shown) if shown in choices else 0
    hidden = seen.report.hidden
    st.selectbox(
        t("upload.worksheet"),
        choices,
        index=place,
        format_func=lambda name: (
            t("upload.worksheet_hidden", name=visible(name)) if name in hidden else visible(name)
        ),
        key="worksheet",
    )


def map_by_hand(seen: Preview, t: Texts) -> None:
    """Ask what each unrecognised header means, and read again with the answers.

    A list opens at what its header seems to mean; nothing is taken before the person says so.
    """
    unknown = _unknown(seen.report)
    if not unknown:
        return
    meanings = _meanings(seen.report)
    near = suggestions(seen.report.headers, seen.report.kind)
    with st.expander(
        t("upload.map_title", count=len(unknown)), expanded=not seen.report.may_commit
    ):
        st.caption(t("upload.map_hint"))
        with st.form("headers", border=False):
            for typed in unknown:
                st.selectbox(
                    visible(typed),
                    meanings,
                    index=meanings.index(near[typed]) if typed in near else None,
                    key=f"means-{typed}",
                    placeholder=t("upload.map_ignore"),
                )
            st.form_submit_button(
                t("upload.map_apply"), on_click=_apply, args=(seen.report, unknown)
            )


def _unknown(report: Report) -> list[str]:
    headers = (cell.typed for cell in report.headers if cell.column is None)
    asked = (typed for typed in headers if typed.strip() and not is_template_heading(typed))
    return list(dict.fromkeys(asked))


def _meanings(report: Report) -> list[str]:
    kinds = COLUMNS if report.kind is None else (report.kind,)
    return list(dict.fromkeys(column.header for kind in kinds for column in COLUMNS[kind]))


def _apply(report: Report, unknown: list[str]) -> None:
    source = signature(report.headers)
    chosen = {typed: state.typed(f"means-{typed}") for typed in unknown}
    mapping = recall(cache.ledger(), source) | {
        typed: said for typed, said in chosen.items() if said
    }
    try:
        remember(cache.ledger(), source, mapping, actor=access.actor(_SOMEBODY), at=clock.now())
    except LedgerError as refusal:
        t = catalogue(state.language())
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    state.mapped_again()
