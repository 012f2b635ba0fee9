"""Templates of letters on the screen: the one in use, another in its place, every field."""

import streamlit as st

from domain.letters import (
    LIST_CLOSES,
    LIST_OPENS,
    MOST_TEMPLATE_MB,
    REQUIRED,
    Field,
    ItemField,
    Letter,
    tag,
)
from export.refusals import TemplateRefusedError
from store import templates
from store.refusals import LedgerError
from store.templates import InUse
from texts import Texts
from texts.dates import moment
from texts.markdown import plain
from ui import access, cache, clock, codes, files, phone, state, tables

_CHOSEN, _FILE, _ACTOR = "letter", "template-file", "template-actor"


def show(t: Texts) -> None:
    """Show the template of the letter that is chosen; offer it, and another in its place."""
    st.caption(t("letter.templates_help"))
    letter = _choose(t)
    used = templates.in_use(cache.ledger(), cache.office().data, letter)
    name = t(f"letter.{letter}")
    st.markdown(_in_use(used, t))
    file = files.named(t("letter.template_name", letter=name), "docx", t, as_of="")
    files.offer(t("letter.template_download"), lambda: used.raw, file, key="template-docx")
    _ask(letter, used, t)
    _history(letter, t)
    fields(t)


def _choose(t: Texts) -> Letter:
    options = tuple(one.value for one in Letter)
    codes.follow(_CHOSEN, options, {})
    chosen = st.segmented_control(
        t("letter.choose"),
        options,
        required=True,
        format_func=lambda one: t(f"letter.{one}"),
        key=_CHOSEN,
        on_change=codes.write,
        args=(_CHOSEN, options),
    )
    return Letter(chosen or options[0])


def _in_use(used: InUse, t: Texts) -> str:
    if used.is_shipped or used.saved is None:
        return t("letter.in_use_shipped")
    time = moment(used.saved.at.astimezone(clock.ZONE), t)
    said = {"actor": used.saved.actor, "time": time, "filename": used.saved.filename}
    return t("letter.in_use_saved", **said)


def _ask(letter: Letter, used: InUse, t: Texts) -> None:
    """Ask for another template and who brings it; a click restores the one that ships."""
    key = f"{_FILE}-{letter}-{used.seen}"  # empty again once one is saved
    label, most = t("letter.upload"), MOST_TEMPLATE_MB
    st.file_uploader(label, type="docx", key=key, max_upload_size=most)
    row = st.container(horizontal=True, vertical_alignment="bottom", key="template-acts")
    access.ask_actor(row.container(width=240), t, key=_ACTOR)
    args = (letter, used.seen, t)
    row.button(  # as wide as its words: a third of a small screen cuts them
        t("letter.save"),
        key="template-save",
        type="primary",
        on_click=_save,
        args=(key, *args),
    )
    row.button(
        t("letter.restore"),
        key="template-restore",
        on_click=_restore,
        args=args,
        disabled=used.is_shipped,
    )


def _save(key: str, letter: Letter, seen: int, t: Texts) -> None:
    from export.letter_template import must_be_usable  # noqa: PLC0415 - heavy, for few

    file = state.uploaded(key)
    if file is None:
        state.leave_notice("error", t("letter.no_file"))
        return
    name, raw = file
    actor, now = access.acting(_ACTOR), clock.now()
    try:
        must_be_usable(raw)
        templates.save(cache.ledger(), letter, raw, name, actor=actor, at=now, seen=seen)
    except (TemplateRefusedError, LedgerError) as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    else:
        state.leave_notice("success", t("letter.saved", letter=t(f"letter.{letter}")))


def _restore(letter: Letter, seen: int, t: Texts) -> None:
    actor, now = access.acting(_ACTOR), clock.now()
    try:
        templates.restore(cache.ledger(), letter, actor=actor, at=now, seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    else:
        state.leave_notice("success", t("letter.restored", letter=t(f"letter.{letter}")))


def _history(letter: Letter, t: Texts) -> None:
    changes = templates.history(cache.ledger(), letter)
    if not changes:
        return
    rows: list[dict[str, object]] = [
        {
            "time": one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
            "actor": one.actor,
            "did": t("letter.history_saved", filename=one.filename)
            if one.filename
            else t("letter.history_restored"),
        }
        for one in changes
    ]
    with st.expander(t("letter.history")):
        st.dataframe(tables.named(t, rows), hide_index=True, key="template-history")


def fields(t: Texts) -> None:
    """List every field with what it means and whether a template must name it."""
    st.subheader(t("letter.fields"), anchor=False)
    rows: list[dict[str, object]] = [
        {
            "field": tag(one),
            "meaning": t(f"letter.{_kind(one)}_{one.name.lower()}"),
            "required": t("letter.yes") if one in REQUIRED else "",
        }
        for one in (*Field, *ItemField)
        if one is not Field.ITEMS
    ]
    shown = tables.named(t, rows)
    with phone.desk("template-fields"):
        st.table(shown.map(plain), hide_index=True)  # its cells take further lines
    phone.sentences(shown, t, key="template-fields", first=("field",))
    tags = {"open": LIST_OPENS, "close": LIST_CLOSES, "example": tag(ItemField.ID)}
    said = {name: f"`{one}`" for name, one in tags.items()}
    st.caption(t("letter.fields_items", **said))


def _kind(one: Field | ItemField) -> str:
    return "item" if isinstance(one, ItemField) else "field"
