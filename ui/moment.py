"""The moment one run of a page shows: what it has asked of the ledger, asked once, then forgotten.

A page asks thirty times who reads it and which version is the newest. Within one run the answer
must be the same, or two figures of one page would be of two versions; so the first answer stands
until the run ends. Outside a run, in a button's callback or in a part that runs by itself, nothing
is kept: what somebody does is always held to the ledger as it is then.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
_FOUND: ContextVar[dict[Any, Any] | None] = ContextVar("found", default=None)


@dataclass(frozen=True, slots=True)
class Seat:
    """A reader who follows the ledger and looks at all of a version, but is not there yet."""

    version: int
    eyes: frozenset[str] | None  # units whose rows they see whole; None: those of everybody


_SEAT: ContextVar[Seat | None] = ContextVar("seat", default=None)


@contextmanager
def held() -> Generator[None]:
    """Hold the moment while a page runs."""
    before = _FOUND.set({})
    try:
        yield
    finally:
        _FOUND.reset(before)


@contextmanager
def seated(seat: Seat) -> Generator[None]:
    """Work out what a reader in this seat will ask for, holding the moment as for them."""
    found, taken = _FOUND.set({}), _SEAT.set(seat)
    try:
        yield
    finally:
        _SEAT.reset(taken)
        _FOUND.reset(found)


def seat() -> Seat | None:
    """Return the seat that is worked for, None in a run of a reader's own."""
    return _SEAT.get()


def once_a_run(ask: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Ask at most once in a run for the same arguments; a failure is not kept.

    >>> answers = iter((1, 2, 3))
    >>> newest = once_a_run(lambda: next(answers))
    >>> with held():
    ...     newest(), newest()
    (1, 1)
    >>> newest(), newest()
    (2, 3)
    """

    @wraps(ask)
    def known(*args: Asked.args, **named: Asked.kwargs) -> Found:
        found = _FOUND.get()
        if found is None:
            return ask(*args, **named)
        asked = (ask, args, tuple(named.items()))
        if asked not in found:
            found[asked] = ask(*args, **named)
        return found[asked]

    return known
