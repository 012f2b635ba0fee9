"""Something that is not as it was committed or written down."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was committed; ``more`` fills the names in its sentence."""

    code: str
    more: dict[str, object] = field(default_factory=dict[str, object])

    @property
    def text_key(self) -> str:
        """Where the catalogue keeps this problem's sentence."""
        return f"ledger.problem_{self.code}"
