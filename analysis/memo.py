"""Working something out at most once per board, and forgetting it together with the board."""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

Kept = TypeVar("Kept")
Asked = ParamSpec("Asked")
Made = TypeVar("Made")


class Shelf(Protocol):
    """Where results outlive the process; what it returns equals what would be worked out."""

    def either(self, name: str, work_out: Callable[[], Any]) -> Any:  # noqa: ANN401 - what is kept
        """Return what is kept under ``name``, else work it out and keep it if it can be kept."""
        ...


class _Place(Generic[Made]):
    """One result: the first thread that asks works it out while all others wait for it."""

    __slots__ = ("_lock", "_made")

    def __init__(self) -> None:
        self._lock = RLock()
        self._made: list[Made] = []

    def either(self, work_out: Callable[[], Made]) -> Made:
        if not self._made:  # a result that is there is read without waiting
            with self._lock:
                if not self._made:
                    self._made.append(work_out())
        return self._made[0]


def once(
    work_out: Callable[Concatenate[Kept, Asked], Made],
) -> Callable[Concatenate[Kept, Asked], Made]:
    """Keep what a method, or a function of a board, returned for the same further arguments.

    The memory is the first argument's own, so that it goes when the board goes; ``functools``
    would keep every board alive that was ever asked. A board with a ``shelf`` looks there before it
    works something out. Threads that ask at once wait for one of them; whatever it fails with is
    that thread's, and the next one tries again. A result never asks for itself, so none waits for
    another that waits for it.
    """
    name = f"{work_out.__module__}.{work_out.__qualname__}"

    @wraps(work_out)
    def known(kept: Kept, *args: Asked.args, **named: Asked.kwargs) -> Made:
        memory: dict[Any, _Place[Made]] = vars(kept).setdefault(name, {})
        asked = (args, tuple(sorted(named.items())))
        place = memory.get(asked)
        if place is None:
            place = memory.setdefault(asked, _Place())  # atomic: all who ask get the same place
        return place.either(
            lambda: _found(kept, f"{name}{asked}", lambda: work_out(kept, *args, **named))
        )

    return known


def _found(kept: object, name: str, work_out: Callable[[], Made]) -> Made:
    shelf: Shelf | None = getattr(kept, "shelf", None)
    return work_out() if shelf is None else shelf.either(name, work_out)
