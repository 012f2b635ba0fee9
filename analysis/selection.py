"""What a reader chose to look at: the filters in force, as values."""

from dataclasses import dataclass, fields, replace
from typing import Self

from domain.periods import Period

THIS_YEAR, OTHERWISE = "this_year", "otherwise"  # planned to begin in the course of the year
NOT_STATED = "未写明"  # stands for an empty phase or leader, where a choice cannot be empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Chosen values per dimension, in the plan's words; none chosen means all.

    Within a dimension any of the values will do, between dimensions all must hold. ``light`` is
    that of ``lit_in``, and ``begun`` is told by its year; without a month both choose nothing.
    """

    chain: tuple[str, ...] = ()
    phase: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    lit_in: Period | None = None
    with_inferred: bool = True

    def __bool__(self) -> bool:
        """Tell whether anything is filtered at all."""
        return any(self.of(name) for name in DIMENSIONS) or not self.with_inferred

    def of(self, dimension: str) -> tuple[str, ...]:
        """Return the chosen values of one of ``DIMENSIONS``."""
        chosen: tuple[str, ...] = getattr(self, dimension)
        return chosen

    def choosing(self, dimension: str, values: tuple[str, ...]) -> Self:
        """Return the selection with other values in one dimension.

        >>> Selection().choosing("chain", ("大数据",)).chain
        ('大数据',)
        """
        return replace(self, **{dimension: values})

    def without(self, dimension: str, value: str) -> Self:
        """Return the selection with one value taken out.

        >>> bool(Selection(phase=("在建",)).without("phase", "在建"))
        False
        """
        left = tuple(one for one in self.of(dimension) if one != value)
        return self.choosing(dimension, left)

    def at(self, period: Period) -> Self:
        """Return the selection as of ``period``; the same where no dimension depends on a month."""
        return replace(self, lit_in=period if self.light or self.begun else None)


DIMENSIONS = tuple(
    field.name for field in fields(Selection) if field.name not in {"lit_in", "with_inferred"}
)
EVERYTHING = Selection()
