"""A column of a typed table and the headers offices write for it."""

from dataclasses import dataclass

SERIAL = "序号"  # running numbers: an id only when nothing better is there


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the typed table and how sheets head it; ``also`` is separated by spaces."""

    name: str
    header: str
    also: str = ""
    weak: str = ""  # stands for this column only when nothing better does
    required: bool = False
    expected: bool = False  # its absence is worth a word
    telling: bool = False  # tells this kind of sheet from the others
    money: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every header that certainly means this column, besides the standard one."""
        return tuple(self.also.split())
