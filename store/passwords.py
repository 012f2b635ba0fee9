"""Passwords: how they are kept, checked and judged."""

import secrets
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from store.people_refusals import WeakPasswordError

LEAST, MOST = 12, 256
_FIRST_BYTES = 12
_AT_ONCE = 2  # each takes 19 MiB and a processor
_COMMON = Path(__file__).with_name("common_passwords.txt")
# OWASP's least for Argon2id; the library's own default took nine times as long on two cores.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_CHECKING = BoundedSemaphore(_AT_ONCE)


def hashed(password: str) -> str:
    """Return what is kept of a password: Argon2id with a salt of its own."""
    with _CHECKING:
        return _HASHER.hash(password)


def holds(kept: str | None, password: str) -> bool:
    """Tell whether it is the password; where there is none to compare it takes as long."""
    with _CHECKING:
        try:
            right = _HASHER.verify(kept or _nobodys(), password)
        except (VerificationError, InvalidHashError):
            return False
    return right and kept is not None


def first() -> str:
    """Return a password that nobody had before, to be changed by whoever is handed it."""
    return secrets.token_urlsafe(_FIRST_BYTES)


def must_be_strong(password: str, name: str) -> None:
    """Refuse what is guessed first; any characters will do, and no mixture is asked for.

    Raises:
        WeakPasswordError: when it is shorter than 12 characters, longer than 256, holds the
            account's name, or is one of those everybody tries.
    """
    if len(password) < LEAST:
        raise WeakPasswordError("short", least=LEAST)
    if len(password) > MOST:
        raise WeakPasswordError("long", most=MOST)
    plain = password.casefold()
    if name.casefold() in plain or len(set(plain)) < LEAST // 3:
        raise WeakPasswordError("plain")
    if any(plain.startswith(one) and len(plain) - len(one) < LEAST // 2 for one in _common()):
        raise WeakPasswordError("common")


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON.read_text("utf-8").split())


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody signs in with this")
