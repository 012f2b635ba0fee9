"""What the ledger refuses about rules."""

from domain.periods import Period
from store.refusals import LedgerError


class RuleUnchangedError(LedgerError):
    """The rules of this month say the same already: nothing would be judged otherwise."""

    entry = "rule_unchanged"

    def __init__(self, *, name: str, effective: Period) -> None:
        super().__init__(name=name, effective=str(effective))


class RuleNameTakenError(LedgerError):
    """Another set of rules has this name, and readers could not tell the two apart."""

    entry = "rule_name_taken"

    def __init__(self, *, name: str, effective: Period) -> None:
        super().__init__(name=name, effective=str(effective))
