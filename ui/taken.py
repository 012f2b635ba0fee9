"""A file that somebody takes along: allowed first and written down, when the button is clicked."""

from collections.abc import Callable
from typing import TypeVar

from store import exports
from ui import access, cache, clock

Content = TypeVar("Content", bytes, str)


def noted(make: Callable[[], Content], name: str) -> Callable[[], Content]:
    """Return what gives the file; who takes it is known now, for a click comes without a reader."""
    who, at = access.actor(), clock.now()

    def give() -> Content:
        exports.note(cache.ledger(), name, who, at)
        return make()

    return give
