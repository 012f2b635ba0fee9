"""Working something out at most once per board, and forgetting it together with the board."""

from collections.abc import Callable
from functools import wraps
from threading import Lock, RLock
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast

Kept = TypeVar("Kept")
Asked = ParamSpec("Asked")
Made = TypeVar("Made")
_MOST_RECENT = 64  # questions that a board still has the answers to
_KEEPING = Lock()


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
    another that waits for it. Anything with a ``__dict__`` may stand in a board's place, a figure
    or a table that nobody writes into.
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


def recently(
    work_out: Callable[Concatenate[Kept, Asked], Made],
) -> Callable[Concatenate[Kept, Asked], Made]:
    """Keep what a function of a board, or of something that has one, returned for a while.

    As ``once``, but for answers that every reader may ask for differently: the board keeps those
    to the last few questions about it and never puts them on the shelf. A list counts as its
    parts. All who ask get the same answer, a figure say, so nobody writes into it.
    """
    name = f"{work_out.__module__}.{work_out.__qualname__}"

    @wraps(work_out)
    def known(kept: Kept, *args: Asked.args, **named: Asked.kwargs) -> Made:
        parts = tuple(_parts(one) for one in args)
        spelled = tuple(sorted((key, _parts(one)) for key, one in named.items()))
        place: _Place[Made] = _recent_place(kept, (name, kept, parts, spelled))
        return place.either(lambda: work_out(kept, *args, **named))

    return known


def _recent_place(kept: Any, asked: Any) -> _Place[Any]:  # noqa: ANN401 - anything that has a board
    """Return the place of an answer, the last of its board's; the longest unasked goes."""
    keeper = kept if hasattr(kept, "__dict__") else kept.board
    with _KEEPING:
        memory = cast("dict[Any, _Place[Any]]", vars(keeper).setdefault("recently", {}))
        place = memory.pop(asked, None) or _Place[Any]()
        memory[asked] = place
        if len(memory) > _MOST_RECENT:
            del memory[next(iter(memory))]
    return place


def _parts(asked: Any) -> Any:  # noqa: ANN401 - whatever a function is asked
    return tuple(cast("list[Any]", asked)) if isinstance(asked, list) else asked


def _found(kept: object, name: str, work_out: Callable[[], Made]) -> Made:
    shelf: Shelf | None = getattr(kept, "shelf", None)
    return work_out() if shelf is None else shelf.either(name, work_out)
