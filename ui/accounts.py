"""Accounts on the screen: how they stand, changes to one, a new one, a password shown once.

The service asks for the right to each act anew; what is left out here is a courtesy.
"""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.roles import Role
from store import administration, sessions, signing_in
from store.administration import Standing
from store.refusals import LedgerError
from texts import Texts
from ui import access, cache, clock, kept, state, tables

_CHOSEN = "account-chosen"
_NEW_NAME, _NEW_ROLES, _NEW_UNITS = "account-new-name", "account-new-roles", "account-new-units"
_ROLES = [role for role in Role if role is not Role.CONSOLE]
_LONGEST_NAME = 50


def show_password(t: Texts) -> None:
    """Show the password that was made by the last click, this once; no version of it is kept."""
    made = kept.take_password()
    if made is None:
        return
    name, password = made
    with st.container(border=True, key="account-password"):
        st.warning(t("accounts.password", name=name), icon=":material/key:")
        st.code(password, language=None)


def listed(t: Texts) -> None:
    """List every account, whatever hinders it, and when it was last used."""
    st.caption(t("accounts.help"))
    rows = [_row(one, t) for one in _standing()]
    st.dataframe(tables.named(t, rows), hide_index=True, key="accounts", width="stretch")


def offer_changes(t: Texts) -> None:
    """Ask which account is meant; offer other roles, another password, closing, signing out."""
    by_name = {one.account.name: one for one in _standing()}
    name = st.selectbox(t("accounts.which"), list(by_name), key=_CHOSEN)
    if name not in by_name:
        return
    if name == access.signed():
        st.caption(t("accounts.own"))
    else:
        _offer_roles(by_name[name], t)
        _offer_acts(by_name[name], t)


def offer_new(t: Texts) -> None:
    """Ask for the name, the roles and the units of a new account."""
    with st.form("account-new", border=False):
        name, roles, units = st.columns([2, 2, 3])
        name.text_input(t("accounts.name"), key=_NEW_NAME, max_chars=_LONGEST_NAME)
        _ask_roles(roles, t, key=_NEW_ROLES)
        _ask_units(units, t, key=_NEW_UNITS)
        st.form_submit_button(t("accounts.add"), key="account-add", on_click=_add, args=(t,))


def _offer_roles(one: Standing, t: Texts) -> None:
    account = one.account
    form = "-".join((account.name, *sorted(account.roles), *sorted(account.units)))
    roles, units, save = st.columns([2, 3, 1], vertical_alignment="bottom")
    keys = f"account-roles-{form}", f"account-units-{form}"
    held = [role for role in _ROLES if role in account.roles]
    _ask_roles(roles, t, key=keys[0], held=held)
    _ask_units(units, t, key=keys[1], held=sorted(account.units))
    save.button(
        t("accounts.save"),
        key="account-save",
        on_click=_give,
        args=(account.name, *keys, t),
        width="stretch",
    )


def _offer_acts(one: Standing, t: Texts) -> None:
    account = one.account
    acts: dict[str, Callable[[str, Texts], None]] = {"reset": _reset, "sign_out": _sign_out}
    acts |= {"open": _open} if account.closed else {"close": _close}
    acts |= {"unlock": _unlock} if one.locked else {}
    with st.container(horizontal=True):
        for label, act in acts.items():
            st.button(
                t(f"accounts.{label}"),
                key=f"account-{label}",
                on_click=act,
                args=(account.name, t),
                help=t(f"accounts.{label}_help"),
            )


def _ask_roles(
    place: DeltaGenerator, t: Texts, *, key: str, held: list[Role] | None = None
) -> None:
    place.multiselect(
        t("accounts.roles"),
        [role.value for role in _ROLES],
        [role.value for role in held or ()],
        format_func=lambda name: t(f"role.role_{name}"),
        key=key,
        placeholder=t("accounts.choose"),
    )


def _ask_units(place: DeltaGenerator, t: Texts, *, key: str, held: list[str] | None = None) -> None:
    known = cache.plan().unit_names
    options = [*known, *(unit for unit in held or () if unit not in known)]
    place.multiselect(
        t("accounts.units"),
        options,
        held,
        key=key,
        placeholder=t("accounts.choose"),
        help=t("accounts.units_help"),
    )


def _standing() -> tuple[Standing, ...]:
    return administration.standing(cache.ledger(), by=access.actor(), at=clock.now())


def _row(one: Standing, t: Texts) -> dict[str, object]:
    account, join, last = one.account, t("key.joiner").join, one.last_signed_in
    how = {"closed": account.closed, "locked": one.locked, "must_change": account.must_change}
    used = last.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M") if last else ""
    return {
        "account": account.name,
        "roles": join(t(f"role.role_{role}") for role in _ROLES if role in account.roles),
        "units": join(sorted(account.units)),
        "account_state": join(t(f"account.is_{name}") for name, is_so in how.items() if is_so)
        or t("accounts.fit"),
        "sessions": one.sessions,
        "last_signed_in": used or t("account.never_used"),
    }


def _add(t: Texts) -> None:
    name = state.typed(_NEW_NAME)
    roles = frozenset(map(Role, state.chosen_in(_NEW_ROLES)))
    units = frozenset(state.chosen_in(_NEW_UNITS))

    def make() -> str:
        password = administration.make(
            cache.ledger(), name, roles, units, by=access.actor(), at=clock.now()
        )
        kept.leave_password(name, password)
        state.forget(_NEW_NAME, _NEW_ROLES, _NEW_UNITS)
        state.preset(_CHOSEN, name)
        return t("accounts.added", name=name)

    _said(make, t)


def _give(name: str, roles_key: str, units_key: str, t: Texts) -> None:
    roles = frozenset(map(Role, state.chosen_in(roles_key)))
    units = frozenset(state.chosen_in(units_key))

    def give() -> str:
        administration.give(cache.ledger(), name, roles, units, by=access.actor(), at=clock.now())
        return t("account.given", name=name)

    _said(give, t)


def _reset(name: str, t: Texts) -> None:
    def reset() -> str:
        password = administration.reset(cache.ledger(), name, by=access.actor(), at=clock.now())
        kept.leave_password(name, password)
        return t("accounts.was_reset", name=name)

    _said(reset, t)


def _close(name: str, t: Texts) -> None:
    _said(lambda: _closed(name, t, closed=True), t)


def _open(name: str, t: Texts) -> None:
    _said(lambda: _closed(name, t, closed=False), t)


def _closed(name: str, t: Texts, *, closed: bool) -> str:
    administration.close(cache.ledger(), name, closed=closed, by=access.actor(), at=clock.now())
    return t("account.closed" if closed else "account.opened", name=name)


def _unlock(name: str, t: Texts) -> None:
    def unlock() -> str:
        signing_in.unlock(cache.ledger(), name, by=access.actor(), at=clock.now())
        return t("account.unlocked", name=name)

    _said(unlock, t)


def _sign_out(name: str, t: Texts) -> None:
    def sign_out() -> str:
        number = sessions.end_all(cache.ledger(), name, by=access.actor(), at=clock.now())
        return t("account.signed_out", name=name, number=number)

    _said(sign_out, t)


def _said(act: Callable[[], str], t: Texts) -> None:
    """Do it and leave a sentence for the page: what was done, or why it was refused."""
    try:
        state.leave_notice("success", act())
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
