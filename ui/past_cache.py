"""What the ledger was: its versions, their differences, its first day; each kept once."""

from datetime import date

import streamlit as st

from ingest.report import SheetKind
from store.contacts import Eyes, hidden_changes, hidden_in
from store.difference import difference
from store.versions import Version
from store.versions import versions as store_versions
from ui import cache, clock
from ui.changed_rows import Compared
from ui.reader import eyes


def versions() -> tuple[Version, ...]:
    """Return every version up to the one that readers are shown, oldest first."""
    return _versions_at(cache.newest())


@st.cache_resource(show_spinner=False, max_entries=2)
def _versions_at(version: int) -> tuple[Version, ...]:
    return store_versions(cache.ledger(), version)


@st.cache_resource(show_spinner=False)
def first_day() -> date:
    """Return the day the ledger begins, in the zone's own time."""
    return cache.ledger().uploads()[0].at.astimezone(clock.ZONE).date()


def newest_day() -> date:
    """Return the day of the ledger's newest version, in the zone's own time."""
    return versions()[-1].at.astimezone(clock.ZONE).date()


def compared(before: int, after: int, kind: SheetKind) -> Compared:
    """Return a table of two versions and what is different, as the reader may see it."""
    return _compared(before, after, kind, eyes(cache.ledger()))


@st.cache_resource(show_spinner=False, max_entries=16)
def _compared(before: int, after: int, kind: SheetKind, seen_by: Eyes) -> Compared:
    then, now = (cache.frames(one) for one in (before, after))
    changes = hidden_changes(difference(then, now, kind), seen_by)
    old, new = (hidden_in(one.of(kind), kind, seen_by) for one in (then, now))
    return Compared(changes, old, new)
