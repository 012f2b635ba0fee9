"""What the ledger refuses about rules."""

from domain.periods import Period
from store.refusals import LedgerError


class RuleNameTakenError(LedgerError):
    """Another set of rules has this name, and readers could not tell the two apart."""

    entry = "rule_name_taken"

    def __init__(self, *, name: str, effective: Period) -> None:
        super().__init__(name=name, effective=str(effective))
