"""The ledger's own words as an English sheet says them; an upload reads either spelling."""

from domain.columns import ChainBasis, ItemKind, Phase, Projects, Reports
from export.workbooks.about import About
from export.workbooks.cells import Entry
from texts import Texts


def spelled(column: str, entry: Entry, about: About) -> Entry:
    """Return a cell as the reader's language has it; names and free text stay as they are.

    Names of units stay Chinese in English sheets too: an upload cuts lists of them at commas.
    """
    t = about.t
    if t.language == "zh" or not isinstance(entry, str):
        return entry
    if column == Projects.CHAIN:
        english = {one.name: one.english for one in about.board.plan.chains}
        return english.get(entry) or entry
    return _word(column, entry, t)


def _word(column: str, entry: str, t: Texts) -> str:
    if column == Reports.KIND:
        return t(f"table.kind_{ItemKind(entry).name.lower()}")
    if column == Projects.PHASE:
        return t(f"phase.{Phase(entry).name.lower()}")
    if column == Projects.CHAIN_BASIS:
        return t(f"table.basis_{ChainBasis(entry).name.lower()}")
    return entry
