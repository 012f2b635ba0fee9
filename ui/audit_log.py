"""The log of what everybody did, on the screen: sound or not, filtered, taken along."""

from dataclasses import replace
from datetime import datetime, time

import pandas as pd
import streamlit as st

from analysis import audit_words
from domain.audited import Event
from domain.roles import Action
from store import audit
from store.audit import Entry, Wanted
from store.audit_entries import NOBODY
from store.readable import end_of
from texts import Texts
from texts.actors import actor_named, illustrative_names
from ui import access, cache, clock, phone, state

_MOST = 2_000  # on the screen; the file has all
_EVENTS, _ACTOR, _SINCE, _UNTIL = "audit-events", "audit-actor", "audit-since", "audit-until"


def sound(t: Texts) -> None:
    """Say whether every entry is as it was sealed, and the digest to write down outside."""
    if not access.may(Action.EXPORT_AUDIT):
        return
    problems = audit.verify(cache.ledger())
    for one in problems:
        st.error(t(one.text_key, **one.more))
    if not problems:
        number, digest = len(audit.read(cache.ledger())), audit.digest(cache.ledger()) or NOBODY
        st.success(t("account.audit_sound", number=number, digest=digest))


def listed(t: Texts) -> None:
    """Ask what is looked for and list it, the newest first; some see their own acts only."""
    whole = access.may(Action.EXPORT_AUDIT)
    wanted = _asked(t, of_all=whole)
    found = _read(wanted)
    st.caption(t("audit.count", count=len(found), shown=min(len(found), _MOST)))
    shown = pd.DataFrame([_row(one, t) for one in found[:_MOST]], columns=_columns(t))
    with phone.desk("audit"):
        st.dataframe(shown, hide_index=True, key="audit", width="stretch")
    phone.plainly(shown, t, key="audit", first=2)


def _read(wanted: Wanted) -> list[Entry]:
    """Read what is wanted; whoever loaded illustrative data is sought by the name on the page."""
    made = illustrative_names()
    if wanted.actor not in made:
        return list(audit.read(cache.ledger(), wanted))
    of_all = audit.read(cache.ledger(), replace(wanted, actor=""))
    return [one for one in of_all if one.actor in made]


def offer_export(t: Texts) -> None:
    """Offer every entry with its seal as a file; taking it is an entry itself."""
    if not access.may(Action.EXPORT_AUDIT):
        st.caption(t("audit.own_only"))
        return
    who, at = access.actor(), clock.now()  # the click comes without a reader

    def give() -> str:
        audit.note_export(cache.ledger(), who, at=at)
        return "".join(f"{line}\n" for line in audit.lines(cache.ledger()))

    st.download_button(
        t("audit.export"),
        data=give,
        file_name=t("audit.file_name", day=clock.today()),
        mime="application/jsonl",
        key="audit-export",
        on_click="ignore",
    )


def _asked(t: Texts, *, of_all: bool) -> Wanted:
    what, since, until, *who = st.columns([3, 2, 2, 2] if of_all else [3, 2, 2])
    events = what.multiselect(
        t("audit.events"),
        [event.value for event in Event],
        format_func=lambda name: t(f"account.event_{name}"),
        key=_EVENTS,
        placeholder=t("audit.all_events"),
    )
    first = since.date_input(t("audit.since"), None, key=_SINCE, max_value=clock.today())
    last = until.date_input(t("audit.until"), None, key=_UNTIL, max_value=clock.today())
    if of_all:
        who[0].text_input(t("audit.actor"), key=_ACTOR, max_chars=50)
        name = state.typed(_ACTOR)
    else:
        name = access.actor()
    return Wanted(
        name,
        tuple(events),
        datetime.combine(first, time.min, clock.ZONE) if first else None,
        end_of(last) if last else None,
    )


def _columns(t: Texts) -> list[str]:
    return [
        t(f"audit.column_{name}") for name in ("number", "time", "actor", "via", "event", "said")
    ]


def _row(one: Entry, t: Texts) -> list[object]:
    at = one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M:%S")
    said = audit_words.said(one.said, t)
    via, event = t(f"account.via_{one.via}"), t(f"account.event_{one.event}")
    return [one.number, at, actor_named(one.actor, t), via, event, said]
