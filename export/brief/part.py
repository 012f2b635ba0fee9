"""The monthly brief as a part of a pack."""

from collections.abc import Iterator
from dataclasses import dataclass

from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject

KEY = "docx"
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("investment", ("investment", "completed", "completion", "curve", "changed_done")),
    ("progress", ("gaps", "lights_tasks", "lights_projects", "finishes_projects")),
    ("units", ("owed", "load", "load_state")),
)
_CHARTS = tuple(key for _, keys in SECTIONS for key in keys)


@dataclass(frozen=True, slots=True)
class BriefPart:
    """DOCX: figures in words, numbered charts, tables, the text of 督查通报, annexes."""

    key: str = KEY

    def steps(self, subject: Subject) -> int:
        """Return one per chart of the brief, and one for its text."""
        return sum(shown.figure is not None for shown in charts(subject)) + 1

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Write it."""
        from export.brief import making  # noqa: PLC0415 - heavy, and most processes write no brief

        studio.step(subject.t("pack.part_docx"))
        yield making.made(subject, studio)


def charts(subject: Subject) -> list[Shown]:
    """Return the charts of a brief in their order."""
    return [shown for key in _CHARTS for shown in of_section(subject, (key,))]


def of_section(subject: Subject, keys: tuple[str, ...]) -> list[Shown]:
    """Return which of these charts a reader wants, in the order of the ``keys``."""
    if not subject.charts:
        return [subject.chart(key) for key in subject.of_most_items(keys)]
    return [subject.chart(key) for key in keys if key in subject.charts]
