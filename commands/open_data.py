"""open-data: the whole ledger as a folder, or a ZIP, of tidy tables and OC4IDS."""

from datetime import date
from pathlib import Path

from commands.answer import Answer
from commands.figures import before_the_ledger
from export.open_data.files import open_data
from export.open_data.source import Source
from export.workbooks.stored import zipped
from store.frames_kept import FramesKept
from store.opening import Office
from store.versions import versions
from texts import Texts


def publish(office: Office, out: Path, t: Texts, *, as_of: date | int | None) -> Answer:
    """Write the ledger as it stands, or stood, into a folder; a name ending in .zip gives a ZIP."""
    if early := before_the_ledger(office, as_of, t):
        return Answer((early,), {"refused": [early]}, ok=False)
    source = source_of(office, as_of)
    files = open_data(source)
    if out.suffix.lower() == ".zip":
        out.write_bytes(zipped(files))
    else:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (out / name).write_bytes(content)
    said = t("open_data.made", path=out, count=len(files), version=source.version)
    data = {"out": str(out), "version": source.version, "files": list(files)}
    return Answer((said,), {**data, "illustrative": source.illustrative})


def source_of(office: Office, as_of: date | int | None) -> Source:
    """Return what is published of a version, or of the ledger at the end of a day."""
    ledger = office.ledger
    version = ledger.version_on(as_of) if isinstance(as_of, date) else as_of
    now = FramesKept(ledger, office.settings.state_folder).at(version or ledger.version())
    return Source(
        plan=office.plan,
        version=now.version,
        at=versions(ledger, now.version)[-1].at,
        projects=now.projects,
        tasks=now.tasks,
        assignments=now.assignments,
        reports=now.reports,
        illustrative=now.illustrative,
        shown=now.shown,
    )
