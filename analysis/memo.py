"""Working something out at most once per board, and forgetting it together with the board."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock, RLock
from typing import Any, Concatenate, Generic, NamedTuple, ParamSpec, Protocol, TypeVar, cast

Kept = TypeVar("Kept")
Asked = ParamSpec("Asked")
Made = TypeVar("Made")
_MOST_RECENT = 256  # questions that a board still has the answers to
_KEEPING = Lock()
_ANSWERS = "answers kept"  # among the attributes of whatever keeps them
LONGEST_UNASKED = 3  # versions in a row for which what nobody asks for is worked out again
_UNASKED = ContextVar("unasked", default=0)


class Shelf(Protocol):
    """Where results outlive the process; what it returns equals what would be worked out."""

    def either(self, name: str, work_out: Callable[[], Any]) -> Any:  # noqa: ANN401 - what is kept
        """Return what is kept under ``name``, else work it out and keep it if it can be kept."""
        ...


class Question(NamedTuple):
    """What was asked: of its keeper, or of something that has one, which is then ``of``."""

    ask: Callable[..., Any]
    of: Any
    args: tuple[Any, ...]
    named: Mapping[str, Any]


class Place(Generic[Made]):
    """One result: the first thread that asks works it out while all others wait for it."""

    __slots__ = ("_lock", "_made", "question", "unasked")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.unasked = LONGEST_UNASKED  # versions since somebody asked, not only who works ahead
        self._lock = RLock()
        self._made: list[Made] = []

    def either(self, work_out: Callable[[], Made]) -> Made:
        """Return the result, worked out if it is not there yet."""
        self.unasked = min(self.unasked, _UNASKED.get())
        if not self._made:  # a result that is there is read without waiting
            with self._lock:
                if not self._made:
                    self._made.append(work_out())
        return self._made[0]

    @property
    def answers(self) -> tuple[Made, ...]:
        """The result, none while it is not there."""
        return tuple(self._made)


@contextmanager
def ahead(unasked: int = LONGEST_UNASKED) -> Generator[None]:
    """Work out what nobody asks for yet, and nobody asked of the last ``unasked`` versions."""
    before = _UNASKED.set(unasked)
    try:
        yield
    finally:
        _UNASKED.reset(before)


def wanted_of(kept: object) -> list[Place[Any]]:
    """Return the places of what somebody asked of ``kept``, or of the versions just before it.

    Only those with an answer, the first asked first.
    """
    memories: dict[str, dict[Any, Place[Any]]] = getattr(kept, "__dict__", {}).get(_ANSWERS, {})
    places = [place for memory in list(memories.values()) for place in list(memory.values())]
    return [place for place in places if place.unasked < LONGEST_UNASKED and place.answers]


def keeps_answers(kept: object) -> bool:
    """Tell whether anything was ever asked of ``kept``."""
    return _ANSWERS in getattr(kept, "__dict__", {})


def forget(kept: object) -> None:
    """Let go of all that was ever asked of ``kept``, and of its answers in turn.

    An answer that knows whom it was asked of holds them and is held by them; such rings stay until
    the whole memory of the process is searched for them, which holds up every page.
    """
    memories: dict[str, dict[Any, Place[Any]]] = getattr(kept, "__dict__", {}).pop(_ANSWERS, {})
    for place in [place for memory in memories.values() for place in list(memory.values())]:
        for answer in place.answers:
            forget(answer)


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
        memory = _memory(kept, name)
        asked = (args, tuple(sorted(named.items())))
        place = memory.get(asked)
        if place is None:  # atomic: all who ask get the same place
            place = memory.setdefault(asked, Place(Question(known, None, args, named)))
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
    return the_last(_MOST_RECENT)(work_out)


def the_last(
    most: int, *, gone: Callable[[Any], None] | None = None
) -> Callable[[Callable[Concatenate[Kept, Asked], Made]], Callable[Concatenate[Kept, Asked], Made]]:
    """Keep answers as ``recently`` does, those to the last ``most`` questions of one kind.

    ``gone`` is called with an answer that is kept no longer.
    """

    def keeping(
        work_out: Callable[Concatenate[Kept, Asked], Made],
    ) -> Callable[Concatenate[Kept, Asked], Made]:
        name = f"{work_out.__module__}.{work_out.__qualname__}"
        kind = "recently" if most == _MOST_RECENT else name

        @wraps(work_out)
        def known(kept: Kept, *args: Asked.args, **named: Asked.kwargs) -> Made:
            keeper = kept if hasattr(kept, "__dict__") else cast("Any", kept).board
            of = None if keeper is kept else kept
            parts = tuple(_parts(one) for one in args)
            spelled = tuple(sorted((key, _parts(one)) for key, one in named.items()))
            asked = (name, of, parts, spelled)
            question = Question(known, of, args, named)
            place, left = _recent_place(_memory(keeper, kind), asked, question, most)
            if gone is not None:
                for answer in left:
                    gone(answer)
            return place.either(lambda: work_out(kept, *args, **named))

        return known

    return keeping


def _memory(keeper: object, name: str) -> dict[Any, Place[Any]]:
    memories: dict[str, dict[Any, Place[Any]]] = vars(keeper).setdefault(_ANSWERS, {})
    memory = memories.get(name)
    return memories.setdefault(name, {}) if memory is None else memory


def _recent_place(
    memory: dict[Any, Place[Any]], asked: tuple[Any, ...], question: Question, most: int
) -> tuple[Place[Any], tuple[Any, ...]]:
    """Return the place of an answer, now the last of its keeper's, and what leaves: the oldest."""
    with _KEEPING:
        place = memory.pop(asked, None) or Place[Any](question)
        memory[asked] = place
        left = memory.pop(next(iter(memory))).answers if len(memory) > most else ()
    return place, left


def _parts(asked: Any) -> Any:  # noqa: ANN401 - whatever a function is asked
    return tuple(cast("list[Any]", asked)) if isinstance(asked, list) else asked


def _found(kept: object, name: str, work_out: Callable[[], Made]) -> Made:
    shelf: Shelf | None = getattr(kept, "shelf", None)
    return work_out() if shelf is None else shelf.either(name, work_out)
