"""The deck of a meeting as a part of a pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.gallery import KEY_CHARTS
from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject

KEY = "pptx"
FILE = Path(__file__).parents[2] / "data" / "templates" / "deck.pptx"  # the delivered template


@dataclass(frozen=True, slots=True)
class DeckPart:
    """PPTX: cover, key figures, a chart per slide, warnings and problems as tables.

    Where no charts are chosen it has the key ones: nobody sits through forty slides.
    """

    key: str = KEY

    def steps(self, subject: Subject) -> int:
        """Return one per chart that has something to show, and one for the rest."""
        return sum(shown.figure is not None for shown in charts(subject)) + 1

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Fill the template.

        Raises:
            TemplateError: when the template cannot be filled.
        """
        from export.deck import making  # noqa: PLC0415 - heavy, and most processes make no deck

        studio.step(subject.t("pack.part_pptx"))
        yield making.made(subject, studio)


def charts(subject: Subject) -> list[Shown]:
    """Return the charts of a deck in the order of the pages."""
    return subject.wanted(KEY_CHARTS)
