"""The rows of a sheet, sorted into data and what stands beside them."""

from dataclasses import dataclass, field

from domain.findings import Finding
from ingest.beside import Beside, Mark
from ingest.tables import RawRow

_LEVELS: tuple[Beside, ...] = (Beside.GROUP, Beside.SUBGROUP, Beside.HEADING)


@dataclass(slots=True)
class Sorted:
    """The rows of data, the rows beside them, and what is to be said about the latter."""

    data: list[RawRow] = field(default_factory=list[RawRow])
    beside: list[Mark] = field(default_factory=list[Mark])
    findings: list[Finding] = field(default_factory=list[Finding])

    def groups(self) -> dict[int, str]:
        """Return the headings of groups above each row of data, by its number."""
        groups: dict[int, str] = {}
        above: dict[Beside, str] = dict.fromkeys(_LEVELS, "")
        marks = {mark.row.number: mark for mark in self.beside if mark.what in above}
        for number in sorted({*marks, *(row.number for row in self.data)}):
            mark = marks.get(number)
            if mark is None:
                groups[number] = " / ".join(filter(None, above.values()))
                continue
            above[mark.what] = mark.label
            for lower in _LEVELS[_LEVELS.index(mark.what) + 1 :]:
                above[lower] = ""
        return {number: group for number, group in groups.items() if group}

    def notes(self) -> tuple[str, ...]:
        """Return the notes and sign-offs as text, one per row."""
        notes = (mark.row.cells for mark in self.beside if mark.what is Beside.NOTE)
        return tuple(" ".join(cell.strip() for cell in cells if cell.strip()) for cells in notes)
