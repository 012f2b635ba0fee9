"""Makes a pack, one file after another, into a folder or ZIP, with manifest and list."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from export.pack.contents import contents
from export.pack.parts import Entry, Part, Pictures
from export.pack.studio import Studio
from export.pack.subject import Subject
from export.refusals import PackError, PackStoppedError
from export.steady import entry as zip_entry


def into_folder(
    folder: Path, subject: Subject, parts: Sequence[Part], studio: Studio
) -> list[dict[str, Any]]:
    """Write every file and the manifest into a folder; return what the manifest says.

    Raises:
        PackStoppedError: when it was stopped; what is written by then stays.
        OSError: when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed: list[dict[str, Any]] = []
    for path, made in _named(subject, parts, studio):
        if made.raw is not None:
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(made.raw)
        listed.append(_told(path, made, subject))
    for name, raw in _about(listed, subject).items():
        (folder / name).write_bytes(raw)
    return listed


def into_zip(
    file: Path, subject: Subject, parts: Sequence[Part], studio: Studio
) -> list[dict[str, Any]]:
    """Write the same into a ZIP, the same bytes whenever it is made; a stopped one leaves no file.

    Raises:
        PackStoppedError: when it was stopped.
        OSError: when the file cannot be written.
    """
    half = file.with_name(f"{file.name}.part")
    listed: list[dict[str, Any]] = []
    try:
        with ZipFile(half, "w") as packed:
            for path, made in _named(subject, parts, studio):
                if made.raw is not None:
                    packed.writestr(zip_entry(path), made.raw)
                listed.append(_told(path, made, subject))
            for name, raw in _about(listed, subject).items():
                packed.writestr(zip_entry(name), raw)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    return listed


def _named(subject: Subject, parts: Sequence[Part], studio: Studio) -> Iterator[tuple[str, Entry]]:
    """Make every part; several kinds of pictures have a folder each, for their names are alike."""
    studio.expect(sum(part.steps(subject) for part in parts))
    several = sum(isinstance(part, Pictures) for part in parts) > 1
    for part in parts:
        apart = several and isinstance(part, Pictures)
        folder = f"{subject.t(f'pack.folder_{part.key}')}/" if apart else ""
        try:
            for made in part.entries(subject, studio):
                yield folder + made.name, made
        except PackStoppedError:
            raise
        except PackError as refused:
            title = subject.t(f"pack.part_{part.key}")
            why = subject.t(refused.text_key, **refused.more)
            yield title, Entry(part.key, title, subject.about(title), why=why, failed=True)


def _told(path: str, made: Entry, subject: Subject) -> dict[str, Any]:
    about, size, raw = made.about, made.size, made.raw
    return {
        "part": made.part,
        "file": path,
        "title": about.title,
        "version": subject.board.version,
        "period": str(subject.period),
        "as_of": about.as_of,
        "day": subject.watched.today,
        "source": about.source,
        "filters": about.filters,
        "illustrative": about.illustrative,
        "pixels": size.pixels if size else None,
        "dpi": size.dpi if size else None,
        "bytes": len(raw) if raw is not None else None,
        "sha256": hashlib.sha256(raw).hexdigest() if raw is not None else None,
        "why": made.why,
        "failed": made.failed,
    }


def _about(listed: list[dict[str, Any]], subject: Subject) -> dict[str, bytes]:
    """Return what tells of the other files: to programs, and to people in their language."""
    t = subject.t
    return {
        t("packed.manifest_file"): _manifest(listed),
        t("packed.list_file"): contents(listed, t),
    }


def _manifest(listed: list[dict[str, Any]]) -> bytes:
    return json.dumps(listed, ensure_ascii=False, indent=1).encode()
