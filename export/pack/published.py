"""The whole ledger as open data, one ZIP in a pack: whatever is chosen, nothing is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Subject


@dataclass(frozen=True, slots=True)
class OpenDataPart:
    """CSV, Parquet and OC4IDS with their dictionary, as on 台账历史."""

    key: str = "open_data"

    def steps(self, subject: Subject) -> int:
        """Return one: the files are written at once."""
        del subject
        return 1

    def entries(self, subject: Subject, studio: Studio) -> Iterator[Entry]:
        """Write them; the filters of the pack do not hold for them."""
        from export.open_data.files import open_data, zip_name  # noqa: PLC0415 - heavy, seldom asked
        from export.workbooks.stored import zipped  # noqa: PLC0415 - as above

        title = subject.t("pack.part_open_data")
        studio.step(title)
        about = replace(subject.about(title), filters="")
        raw = zipped(open_data(subject.source))
        yield Entry(self.key, zip_name(subject.source, subject.t), about, raw)
