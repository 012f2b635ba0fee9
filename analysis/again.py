"""Asking the board of a newer version whatever readers asked of the one before.

What readers will ask of a new version is known: they ask the same as before, of other rows. So the
questions are put to it in the background, and readers find the answers there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from typing import Any

from analysis.memo import Question, ahead, keeps_answers, wanted_of
from domain.periods import Period

Twins = dict[int, Any]  # of an object of the version before, by its identity: the newer one
Months = Mapping[Period, Period]  # readers open at the newest month, whichever that is


class _NoTwinError(Exception):
    """A question is about something of the version before that the newer one does not have."""


def ask_again(
    before: object, now: object, *, between: Callable[[], None], months: Months | None = None
) -> list[Exception]:
    """Put to ``now`` what somebody asked of ``before``, and so on with each of the answers.

    What nobody asks for is asked again of a few versions: a crowd that reads one for some seconds
    asks not all of it that it asks of the next.

    ``between`` is called before every question, so that others can have their turn; a question
    about one of ``months`` is asked about the other instead.
    A question that fails is left to whoever asks it next; returned is what they failed with.
    """
    asking = _Asking(between, months or {}, {id(before): now})
    asking.follow(before, now)
    return asking.failed


@dataclass(frozen=True, slots=True)
class _Asking:
    between: Callable[[], None]
    months: Months
    twins: Twins = field(default_factory=Twins)
    failed: list[Exception] = field(default_factory=list[Exception])

    def follow(self, before: object, now: object) -> None:
        for place in wanted_of(before):
            self.between()
            try:
                with ahead(place.unasked + 1):
                    answer = self._asked(place.question, now)
            except _NoTwinError:
                continue
            except Exception as trouble:  # noqa: BLE001 - a page says what is wrong, this cannot
                self.failed.append(trouble)
                continue
            for old in place.answers:
                if keeps_answers(old) and id(old) not in self.twins:
                    self.twins[id(old)] = answer
                    self.follow(old, answer)

    def _asked(self, question: Question, now: object) -> Any:  # noqa: ANN401 - any answer
        of = now if question.of is None else self._twin(question.of)
        args = [self._twin(one) for one in question.args]
        named = {key: self._twin(one) for key, one in question.named.items()}
        return question.ask(of, *args, **named)

    def _twin(self, asked: Any) -> Any:  # noqa: ANN401 - whatever a question is about
        """Return what stands in the place of ``asked``; names and choices stand for themselves.

        Raises:
            _NoTwinError: for a board, or something worked out of one, that was not asked before.
        """
        if isinstance(asked, Period):
            return self.months.get(asked, asked)
        if id(asked) in self.twins:
            return self.twins[id(asked)]
        if keeps_answers(asked):
            raise _NoTwinError
        board = getattr(asked, "board", None)  # of a moment that is compared with another
        if id(board) in self.twins and is_dataclass(asked) and not isinstance(asked, type):
            return replace(asked, board=self.twins[id(board)])
        return asked
