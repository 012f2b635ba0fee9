"""What a check found, as data. Sentences live in texts/, not here."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the whole file, a warning is read before commit."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about one place in an uploaded sheet.

    ``row`` is counted as Excel shows it; ``column`` is the standard header, or the header as
    typed when it is unknown. ``more`` fills the other names in the sentence.
    """

    code: str
    severity: Severity
    row: int | None = None
    column: str | None = None
    value: str = ""
    sheet: str | None = None
    more: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def text_key(self) -> str:
        """Where the catalogue keeps this finding's sentence."""
        return f"finding.{self.code}"
