"""The sheet that waits for its commit: staged in the ledger, so that a restart loses none."""

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from ingest.decode import CHOICES
from ingest.steps import Heard, Step, unheard
from store import intake, reader, reporting_rights
from store.intake import Preview, Sheet
from store.refusals import NotStagedError
from store.staging import discard, stage, staged
from texts import Texts
from ui import access, cache, clock, state

_UPLOADER = "local"  # until identities exist, whoever sits at this machine
_LARGE_BYTES = 100 * 1024  # a workbook of 2,000 rows


def take_sheet(t: Texts) -> Preview | None:
    """Ask for a file and read it against the ledger; return what the waiting sheet says."""
    shown_before = state.is_shown(state.sheet_key())
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    file = left.file_uploader(t("upload.choose"), key=state.sheet_key(), max_upload_size=20)
    encoding = right.selectbox(
        t("upload.encoding"),
        ("auto", *CHOICES),
        format_func=lambda name: t("upload.encoding_auto") if name == "auto" else name,
        key="encoding",
    )
    if file is not None and state.waiting_file() != file.file_id:
        raw, name = file.getvalue(), file.name
        token = stage(cache.ledger(), raw, name, actor=access.actor(_UPLOADER), at=clock.now())
        state.wait_for(token, file.file_id)
    elif file is None and shown_before and state.waiting_file():
        drop()  # the reader took the file out of the chooser
    reader.warm_up()
    seen = _read(t, None if encoding == "auto" else encoding, state.picked("worksheet"))
    if file is None and seen is not None:
        st.caption(t("upload.restored"))
        st.button(t("upload.discard"), key="discard", on_click=drop)
    return seen


def drop() -> None:
    """Forget the waiting sheet; nothing of it was written."""
    token = state.waiting_token()
    if token is not None:
        discard(cache.ledger(), token, actor=access.actor(_UPLOADER))
    state.next_sheet()


def _read(t: Texts, encoding: str | None, worksheet: str | None) -> Preview | None:
    token = state.waiting_token()
    if token is None:
        return None
    identity = (token, encoding, worksheet, state.times_mapped(), cache.ledger().version())
    if state.preview_of() != identity:
        try:
            kept = staged(cache.ledger(), token, actor=access.actor(_UPLOADER))
        except NotStagedError:  # committed or dropped in another tab
            state.next_sheet()
            return None
        who = reporting_rights.uploader(cache.ledger(), access.actor(_UPLOADER), clock.now())
        sheet = Sheet(kept.raw, kept.filename, encoding=encoding, worksheet=worksheet, uploader=who)
        with _progress(sheet, t) as heard:
            here, today = (cache.ledger(), cache.plan()), clock.today()
            seen = intake.preview(*here, sheet, today=today, token=token, heard=heard)
        state.keep_preview(seen, identity)
    return state.preview()


@contextmanager
def _progress(sheet: Sheet, t: Texts) -> Generator[Heard]:
    """Show how far a large sheet has come; a small one is read before anybody could look."""
    if len(sheet.raw) < _LARGE_BYTES:
        yield unheard
        return
    place = st.empty()

    def heard(step: Step) -> None:
        sentence = t(f"upload.reading_{step.stage}", done=f"{step.done:,}", of=f"{step.of:,}")
        place.progress(step.done / step.of if step.of else 0.0, sentence)

    yield heard
    place.empty()
