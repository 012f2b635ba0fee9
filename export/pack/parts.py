"""The parts of a pack: what each is called, how long it takes, which files it makes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from export.caption import Caption, file_name, told_apart
from export.engine import Format
from export.pack.ahead import Wanted
from export.pack.studio import Studio
from export.pack.subject import KEYS, Shown, Subject
from export.refusals import PictureError
from export.sizes import FULL_PAGE, PRESETS, PictureSize


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a pack, or the reason why it is not there.

    ``why`` says in a sentence what is missing, also of a file that is there; ``failed`` means that
    something could not be made, not that there is nothing to show.
    """

    part: str
    name: str
    about: Caption
    raw: bytes | None = None
    why: str = ""
    failed: bool = False
    size: PictureSize | None = None


class Part(Protocol):
    """One thing a reader can tick; its sentences are ``pack.part_<key>`` and ``pack.folder_<key>``.

    To add one, write a class with these three and put it into ``export.pack.catalogue.PARTS``.
    """

    @property
    def key(self) -> str:
        """Name it in addresses, on the command line and in the manifest."""
        ...

    def steps(self, subject: Subject) -> int:
        """Return how many times ``studio.step`` will be called."""
        ...

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Make the files one after another.

        Raises:
            PackError: when the part cannot be made; what came before stays.
        """
        ...


@dataclass(frozen=True, slots=True)
class Pictures:
    """Every chart as a file of its own, unless a reader chose some."""

    key: str
    size: PictureSize
    fmt: Format = "png"

    def steps(self, subject: Subject) -> int:
        """Return how many charts are wanted."""
        return len(_charts(subject))

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Draw them in the order of the pages; of what is missing, say why."""
        studio.expect_pictures(
            Wanted(one.figure, one.about, self.size)
            for one in _charts(subject)
            if one.figure is not None
        )
        names: set[str] = set()
        for shown in _charts(subject):
            studio.step(shown.about.title)
            name = told_apart(file_name(shown.about, self.fmt, subject.t), names)
            names.add(name.lower())
            entry = Entry(self.key, name, shown.about, size=self.size)
            if shown.figure is None:
                yield replace(entry, why=shown.why or subject.t("figure.nothing_reported"))
                continue
            try:
                raw = studio.picture(shown.figure, shown.about, self.size, self.fmt)
            except PictureError as refused:
                yield replace(entry, why=studio.why(refused), failed=True)
            else:
                yield replace(entry, raw=raw)


def _charts(subject: Subject) -> list[Shown]:
    return subject.wanted(KEYS)


PICTURES: tuple[Part, ...] = (
    *(Pictures(f"png_{size.key}", size) for size in PRESETS),
    Pictures("svg", FULL_PAGE, "svg"),
    Pictures("pdf", FULL_PAGE, "pdf"),
)
