"""Who may see what: the reader's name, and the action each page asks for."""

import os
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.roles import Action, Actor, Resource, allowed, local
from store import authority
from store.login import Backend, Login
from store.people_refusals import ForbiddenError, TypedNameError
from texts import Texts, catalogue
from ui import cache, clock, state
from ui.moment import once_a_run
from ui.reader import HERE, signed

# What it takes to open a page. One that is not named here is in nobody's menu and opens for nobody.
PAGES = {
    "overview": Action.SEE_FIGURES,
    "investment": Action.SEE_FIGURES,
    "pace": Action.SEE_FIGURES,
    "progress": Action.SEE_FIGURES,
    "comparison": Action.SEE_FIGURES,
    "card": Action.SEE_FIGURES,
    "meeting": Action.SEE_FIGURES,
    "units": Action.SEE_FIGURES,
    "reporting": Action.SEE_FIGURES,
    "warnings": Action.SEE_FIGURES,
    "rules": Action.SEE_FIGURES,
    "upload": Action.STAGE,
    "history": Action.SEE_FIGURES,
    "circular": Action.SEE_FIGURES,
    "export": Action.EXPORT_FIGURES,
    "health": Action.SEE_HEALTH,
    "letters": Action.SEE_FIGURES,
    "mine": Action.SEE_FIGURES,
    "templates": Action.EDIT_TEMPLATES,
    "problems": Action.SEE_FIGURES,
    "roles": Action.SEE_ROLES,
    "audit": Action.READ_AUDIT,
    "accounts": Action.MANAGE_ACCOUNTS,
}
_OF_OWN_ACCOUNTS = {"accounts"}  # where names and passwords of this program are the way in


def come_in() -> bool:
    """Admit whoever the gate vouches for, or the person at this machine; tell whether somebody.

    Run without the gate a page finds nobody vouched for, and opens for nobody.
    """
    if not _login().is_asked:
        state.admit("local")
        return True
    if signed() is None:
        return False
    state.admit("signed")
    return True


def actor(typed: str = HERE) -> str:
    """Return who acts: the account signed in, and at a machine without a login the name typed."""
    return signed() or typed


def ask_actor(
    place: DeltaGenerator,
    t: Texts,
    *,
    key: str,
    why: str | None = None,
    kept: Literal["session"] | None = None,
) -> None:
    """Ask for the name of whoever acts; who signed in is named instead.

    It is ``kept`` for the session where a form that keeps its draft asks for it.
    """
    name = signed()
    if name is None:
        place.text_input(t("upload.actor"), key=key, max_chars=50, help=why, persist_state=kept)
    else:
        place.text_input(t("upload.actor"), name, disabled=True, key=f"{key}-signed")


def acting(key: str) -> str:
    """Return who acts: the account signed in, else what was typed under ``key``."""
    return signed() or state.typed(key)


def may(action: Action) -> bool:
    """Tell whether the reader may do it; what is not offered is refused all the same."""
    return allowed(reader(), action)


def may_for_all(action: Action) -> bool:
    """Tell whether the reader may do it to every unit's rows, not to those of their own alone."""
    return allowed(reader(), action, Resource((frozenset(),)))


def may_open(page: str) -> bool:
    """Tell whether a page is in the reader's menu."""
    return page in PAGES and _is_used(page) and may(PAGES[page])


def require() -> Texts:
    """Stop the page unless its reader came through the door and may open it; return their texts."""
    t = catalogue(state.language())
    page = state.page()
    if state.role() is None or page is None:
        _stop(t("access.denied"))
    elif page not in PAGES:
        _stop(t("access.undeclared"))
    elif not _is_used(page):
        _stop(t("access.not_used", page=t(f"page.{page}")))
    else:
        _must_open(page, t)
    return t


def must(action: Action, t: Texts) -> None:
    """Stop here unless the reader may do it, as their account stands now; a refusal is noted."""
    if signed() is None and allowed(reader(), action):
        return
    try:
        authority.require(cache.ledger(), actor(), action, at=clock.now())
    except (ForbiddenError, TypedNameError) as refusal:
        _stop(t(refusal.text_key, **refusal.more))


def _must_open(page: str, t: Texts) -> None:
    """Stop here unless the reader may open the page; which one they asked for is noted."""
    action = PAGES[page]
    if signed() is None and allowed(reader(), action):
        return
    try:
        authority.require(
            cache.ledger(), actor(), action, at=clock.now(), where=lambda _: {"page": page}
        )
    except ForbiddenError:
        right = t(f"role.action_{action}")
        _stop(t("access.page_refused", page=t(f"page.{page}"), right=right))
    except TypedNameError as refusal:
        _stop(t(refusal.text_key, **refusal.more))


def _is_used(page: str) -> bool:
    """Tell whether a page has a use here, as people sign in now."""
    return page not in _OF_OWN_ACCOUNTS or _login().backend is Backend.ACCOUNTS


@once_a_run
def _login() -> Login:
    return Login.from_environment(os.environ)


def _stop(sentence: str) -> None:
    st.error(sentence)
    st.stop()


@once_a_run
def reader() -> Actor:
    """Return the reader's account as it stands now."""
    name = signed()
    if name is not None:
        return authority.actor_of(cache.ledger(), name)
    return Actor(HERE) if _login().is_asked else local(HERE)
