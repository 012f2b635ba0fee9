"""The ledger of the month as a part of a pack: the sheet the office itself uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Subject


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """XLSX: projects, tasks and reports, with totals as formulas."""

    key: str = "xlsx"

    def steps(self, subject: Subject) -> int:
        """Return one: the book is written at once, whatever is in it."""
        del subject
        return 1

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Write it."""
        from export.workbooks import ledger  # noqa: PLC0415 - heavy, and most processes write none
        from export.workbooks.about import About  # noqa: PLC0415 - as above

        title = subject.t("pack.part_xlsx")
        studio.step(title)
        about = About(subject.board, subject.period, subject.t, subject.illustrative, subject.today)
        for name, raw in ledger.ledger_files(about).items():
            yield Entry(self.key, name, subject.about(title), raw)
