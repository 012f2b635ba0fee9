"""A section of docs/performance.md: a table that a bench measured, between markers of its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


@dataclass(frozen=True, slots=True)
class Section:
    """What one bench has to say; ``rows`` are cells as text, in the order of ``columns``."""

    name: str  # of the module that measured it
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    before: str = ""  # what was measured and how, as Markdown
    after: str = ""  # what to read from it

    def markdown(self) -> str:
        r"""Return the section with its markers.

        >>> print(Section("faults", "Faults", ["case", "lost"], [["kill -9", "0"]]).markdown())
        <!-- bench:faults -->
        ## Faults
        <BLANKLINE>
        | case | lost |
        | --- | --- |
        | kill -9 | 0 |
        <!-- /bench:faults -->
        """
        lines = [self.columns, ["---"] * len(self.columns), *self.rows]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        parts = [f"## {self.title}", self.before.strip(), table, self.after.strip()]
        body = "\n\n".join(part for part in parts if part)
        return f"{_opening(self.name)}\n{body}\n{_closing(self.name)}"


def replaced(page: str, section: Section) -> str:
    r"""Return the page with the section in place of the one of its name, else at the end.

    >>> old = Section("faults", "Old", ["lost"], [["1"]])
    >>> new = Section("faults", "New", ["lost"], [["0"]])
    >>> page = replaced("# Page\n", old) + "After.\n"
    >>> replaced(page, new) == page.replace(old.markdown(), new.markdown())
    True
    """
    opening, closing = _opening(section.name), _closing(section.name)
    before, found, rest = page.partition(opening)
    if not found:
        return f"{page.rstrip()}\n\n{section.markdown()}\n"
    _, closed, after = rest.partition(closing)
    if not closed:
        raise ValueError(closing)
    return before + section.markdown() + after


def write(section: Section, page: Path = PAGE) -> None:
    """Replace the section of this name in docs/performance.md."""
    page.write_text(replaced(page.read_text("utf-8"), section), "utf-8")


def _opening(name: str) -> str:
    return f"<!-- bench:{name} -->"


def _closing(name: str) -> str:
    return f"<!-- /bench:{name} -->"
