"""Sentences of circular and reminders on the screen: each to be written anew, or put back."""

from datetime import datetime

import streamlit as st

from analysis.memo import recently
from analysis.own_sentences import CHANGEABLE, SentenceRefusedError, fields, must_be_usable
from store import own_sentences
from store.ledger import Ledger
from store.refusals import LedgerError
from texts import Texts, catalogue
from texts.markdown import plain
from ui import access, cache, clock, ledger_now, state, tables

_LANGUAGE = "zh"  # what is issued, whatever the reader's language
_ACTOR = "sentence-actor"


def in_use(t: Texts) -> dict[str, str]:
    """Return the sentences the office wrote itself; none for a text in another language."""
    if t.language != _LANGUAGE:
        return {}
    return _in_use(cache.ledger(), ledger_now.newest_act(cache.ledger()), cache.known_until())


@recently  # the number of the newest act stands for all that was written
def _in_use(book: Ledger, _: int, until: datetime | None) -> dict[str, str]:
    return own_sentences.in_use(book, until=until)


def show(t: Texts) -> None:
    """Ask which sentence; show it with its fields, to be written anew."""
    st.subheader(t("own.title"), anchor=False)
    if t.language != _LANGUAGE:
        st.caption(t("own.only_chinese"))
        return
    st.caption(t("own.help"))
    shipped, own = catalogue(_LANGUAGE), own_sentences.in_use(cache.ledger())
    key = st.selectbox(
        t("own.choose"), list(CHANGEABLE), format_func=shipped.raw, key="sentence-choose"
    )
    chosen = key or next(iter(CHANGEABLE))
    seen = own_sentences.seen(cache.ledger(), chosen)
    place = f"sentence-{chosen}-{seen}"
    st.text_area(
        t("own.text"), own.get(chosen, shipped.raw(chosen)), key=place, max_chars=1000, height=120
    )
    kept, known = CHANGEABLE[chosen], fields(chosen, shipped)
    shown = [" ".join(f"`{{{one}}}`" for one in names) or t("own.none") for names in (known, kept)]
    st.caption(t("own.fields", fields=shown[0], required=shown[1]))
    who, save, back = st.columns([2, 1, 1], vertical_alignment="bottom")
    access.ask_actor(who, t, key=_ACTOR)
    args = (chosen, seen, t)
    label = t("own.save")
    save.button(label, key="sentence-save", on_click=_save, args=(place, *args), width="stretch")
    back.button(
        t("own.restore"),
        key="sentence-restore",
        on_click=_restore,
        args=args,
        disabled=chosen not in own,
        width="stretch",
    )
    _history(shipped, t)


def _history(shipped: Texts, t: Texts) -> None:
    """List who changed which sentence when, from which text to which."""
    changes = own_sentences.history(cache.ledger())
    if not changes:
        return
    rows: list[dict[str, object]] = [
        {
            "time": one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
            "actor": plain(one.actor),
            "did": t("own.did_save" if one.after else "own.did_restore"),
            "text_before": plain(one.before or shipped.raw(one.key)),
            "text_after": plain(one.after or shipped.raw(one.key)),
        }
        for one in changes
    ]
    with (
        st.expander(t("own.history", count=len(rows))),
        st.container(key="sentence-history-rows"),
    ):
        st.table(tables.named(t, rows), hide_index=True)


def _save(place: str, key: str, seen: int, t: Texts) -> None:
    text = state.typed(place)
    try:
        must_be_usable(key, text, catalogue(_LANGUAGE))
    except SentenceRefusedError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    else:
        _keep(key, text, seen, t, said="own.saved")


def _restore(key: str, seen: int, t: Texts) -> None:
    _keep(key, None, seen, t, said="own.restored")


def _keep(key: str, text: str | None, seen: int, t: Texts, *, said: str) -> None:
    actor, now = access.acting(_ACTOR), clock.now()
    try:
        own_sentences.save(cache.ledger(), key, text, actor=actor, at=now, seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    else:
        state.leave_notice("success", t(said))
