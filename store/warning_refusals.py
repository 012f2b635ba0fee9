"""What the ledger refuses about the life of a warning."""

from store.refusals import LedgerError


class OwnExplanationError(LedgerError):
    """Whoever explained a warning cannot be the one who judges the explanation."""

    entry = "own_explanation"

    def __init__(self, *, actor: str) -> None:
        super().__init__(actor=actor)
