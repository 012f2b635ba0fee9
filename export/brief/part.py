"""The monthly brief as a part of a pack."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from export import official
from export.brief import writing
from export.caption import file_name
from export.docx_bytes import as_bytes
from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject
from export.refusals import PictureError
from export.sizes import PictureSize
from export.steady import steady

_SIZE = PictureSize("brief", writing.WIDTH_CM, writing.HEIGHT_CM, 220)


@dataclass(frozen=True, slots=True)
class BriefPart:
    """DOCX: figures in words, numbered charts, tables, the text of 督查通报, annexes."""

    key: str = "docx"

    def steps(self, subject: Subject) -> int:
        """Return one per chart of the brief, and one for its text."""
        return len(_wanted(subject)) + 1

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Write it."""
        t, period = subject.t, subject.period
        about = subject.about(t("pack.brief_title", year=period.year, month=period.month))
        studio.step(t("pack.part_docx"))
        document = official.blank(mark=t("circular.mark") if subject.illustrative else "")

        def draw(shown: Shown) -> bytes | str:
            studio.step(shown.about.title)
            if shown.figure is None:
                return t("figure.nothing_reported")
            bare = replace(shown.about, title="", zone="", source="")  # the brief itself says these
            try:
                return studio.picture(shown.figure, bare, _SIZE)
            except PictureError as refused:
                return studio.why(refused)

        lost = writing.write(document, about.title, subject, draw)
        raw = as_bytes(document, title=about.title, author=about.zone, at=subject.committed_at)
        why = t("pack.without_pictures", count=len(lost), reason=lost[0]) if lost else ""
        yield Entry(
            self.key,
            file_name(about, "docx", t),
            about,
            steady(raw, subject.committed_at),
            why=why,
            failed=bool(lost),
        )


def _wanted(subject: Subject) -> list[Shown]:
    every = (subject.every[key] for key in writing.CHARTS if key in subject.charts)
    return [shown for shown in every if shown.figure is not None]
