"""What the ledger of problems refuses; the sentences live in texts/*/ledger.toml."""

from store.refusals import LedgerError


class ProblemUnknownError(LedgerError):
    """No problem has the number."""

    entry = "problem_unknown"

    def __init__(self, number: int) -> None:
        super().__init__(number=number)


class ProblemClosedError(LedgerError):
    """A problem that is closed cannot be changed, joined or closed before it is opened again."""

    entry = "problem_closed"

    def __init__(self, number: int) -> None:
        super().__init__(number=number)


class ProblemOpenError(LedgerError):
    """A problem that is open needs no opening."""

    entry = "problem_open"

    def __init__(self, number: int) -> None:
        super().__init__(number=number)


class ProblemRaisedError(LedgerError):
    """The same problem is in the ledger already, raised from a report or by hand."""

    entry = "problem_raised"

    def __init__(self, number: int, actor: str) -> None:
        super().__init__(number=number, actor=actor)


class ProblemSameError(LedgerError):
    """A change that changes nothing."""

    entry = "problem_same"

    def __init__(self, number: int) -> None:
        super().__init__(number=number)


class ProblemDueError(LedgerError):
    """A problem cannot be due before the day it was raised."""

    entry = "problem_due"

    def __init__(self, *, due: str, raised: str) -> None:
        super().__init__(due=due, raised=raised)
