"""Signing in with a name and a password: slowly for whoever guesses, the same for any name."""

from datetime import datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa

from domain.audited import Event
from store import account_rows, accounts, audit_entries, passwords
from store.audit_entries import NOBODY
from store.people_refusals import LockedOutError, WrongPasswordError
from store.people_schema import sign_in_failure
from store.readable import Readable, as_text
from store.signed import Signed

WINDOW = timedelta(minutes=5)
OF_ACCOUNT, OF_ADDRESS = 5, 20  # failures within the window before nothing is looked at any more
_MINUTE = timedelta(minutes=1)


def must_know(ledger: Readable, name: str, password: str, *, address: str, at: datetime) -> None:
    """Accept the right password of an open account.

    The failure is written down before the password is looked at and struck out after, so that
    guesses sent all at once are counted like guesses sent one by one.

    Raises:
        LockedOutError: after too many failures of this name or from this address; what was typed
            is not looked at then, and does not count again.
        WrongPasswordError: when name or password is wrong.
    """
    _count(ledger, name, address, at)
    kept = accounts.password_hash_of(ledger, name)
    if not passwords.holds(kept, password[: passwords.MOST]):
        _note(ledger, name, address, at)
        raise WrongPasswordError
    _strike_out(ledger, name, address, at)


def change_password(
    ledger: Readable,
    name: str,
    old: str,
    new: str,
    *,
    address: str,
    at: datetime,
) -> None:
    """Let somebody choose another password; every session of theirs ends.

    Raises:
        LockedOutError, WrongPasswordError: as ``must_know`` says, about the old one.
        WeakPasswordError: when the new one is guessed too easily.
    """
    must_know(ledger, name, old, address=address, at=at)
    passwords.must_be_strong(new, name)
    hashed = passwords.hashed(new)
    accounts.choose_password(ledger, Signed(name), hashed, at=at)


def is_locked(ledger: Readable, name: str, at: datetime) -> bool:
    """Tell whether too many failures of a name keep it out at this moment."""
    table = sign_in_failure.c
    recent = (table.who == _of_account(name)) & (table.failed_time > as_text(at - WINDOW))
    query = sa.select(sa.func.count()).select_from(sign_in_failure).where(recent)
    with ledger.reading() as connection:
        return connection.execute(query).scalar_one() >= OF_ACCOUNT


def unlock(ledger: Readable, name: str, *, by: str, at: datetime) -> None:
    """Forget the failures of a name, so that its next try counts as the first.

    Raises:
        ForbiddenError, TypedNameError: when ``by`` may manage no accounts.
        UnknownAccountError: when there is no such account.
    """
    accounts.must_manage(ledger, by, at)
    with ledger.writing() as connection:
        account_rows.must_be_there(connection, name)
        of_name = sign_in_failure.c.who == _of_account(name)
        connection.execute(sign_in_failure.delete().where(of_name))
        body = {"account": name, "did": "unlocked"}
        audit_entries.append(connection, Event.ACCOUNT_CHANGED, by, body, at=at)


def _count(ledger: Readable, name: str, address: str, at: datetime) -> None:
    most = {_of_account(name): OF_ACCOUNT, _of_address(address): OF_ADDRESS}
    table = sign_in_failure.c
    failures = (
        sa.select(table.who, sa.func.count())
        .where(table.who.in_(most), table.failed_time > as_text(at - WINDOW))
        .group_by(table.who)
    )
    with ledger.writing() as connection:
        audit_entries.lock(connection)  # nobody else counts meanwhile
        failed = [(who, number) for who, number in connection.execute(failures)]
        if any(number >= most[who] for who, number in failed):
            raise LockedOutError(minutes=WINDOW // _MINUTE)
        old = table.failed_time <= as_text(at - WINDOW)
        connection.execute(sign_in_failure.delete().where(old))
        rows = [{"who": who, "failed_time": as_text(at)} for who in most]
        connection.execute(sign_in_failure.insert(), rows)


def _note(ledger: Readable, name: str, address: str, at: datetime) -> None:
    """Write a failure into the third book; a name nobody has is not, it may be a password."""
    known = Signed(name) if accounts.find(ledger, name) else Signed(NOBODY)
    of_name = sign_in_failure.c.who == _of_account(name)
    query = sa.select(sa.func.count()).select_from(sign_in_failure).where(of_name)
    with ledger.writing() as connection:
        body = {"address": address}
        audit_entries.append(connection, Event.SIGN_IN_FAILED, known, body, at=at)
        if connection.execute(query).scalar_one() >= OF_ACCOUNT:
            audit_entries.append(connection, Event.LOCKED_OUT, known, body, at=at)


def _strike_out(ledger: Readable, name: str, address: str, at: datetime) -> None:
    table = sign_in_failure.c
    this = (table.who == _of_address(address)) & (table.failed_time == as_text(at))
    with ledger.writing() as connection:
        of_name = table.who == _of_account(name)
        connection.execute(sign_in_failure.delete().where(of_name | this))


def _of_account(name: str) -> str:
    return _digest(f"account {name}")


def _of_address(address: str) -> str:
    return _digest(f"address {address}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
