"""Progress by item of single months, kept in files by what each month is made of.

A commit touches a month or two; all others are found again, in memory or in their files.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from weakref import WeakValueDictionary

import pandas as pd

from analysis.metrics import progress
from domain.columns import Reports
from domain.periods import Period
from domain.plan import Plan
from domain.rulebook import Rulebook
from store import sealed_file
from store.derived import seal_of
from store.readable import Readable
from store.working_code import code_digest, digest, frame_of, table_of

FOLDER = "months"
_EACH = 3  # files of one month: of the newest few commits that touched it
_in_memory: WeakValueDictionary[str, pd.DataFrame] = WeakValueDictionary()  # while a board has it


class MonthsKept:
    """The months of one version.

    The reports of a month that count are decided by the uploads they come from: each report is
    that of the newest of these uploads which has its key, and an upload of which none counts
    changes nothing. So the versions that stand in the rows name the month's content, together with
    the seal of the newest of them, which stands for every entry before it. Of the rules only those
    in force in the month are named: a set from a later month changes nothing here.
    """

    def __init__(
        self, ledger: Readable, folder: Path, plan: Plan, assignments: pd.DataFrame
    ) -> None:
        self._ledger = ledger
        self._folder = folder / FOLDER / seal_of(ledger, 1)[:16]
        self._rulebook = plan.rulebook
        self._assignments = assignments
        self._of_every_month = {
            "assignments": digest(assignments.to_csv(index=False)),
            "code": code_digest(),
        }

    def either(self, month: str, reports: pd.DataFrame) -> pd.DataFrame:
        """Return ``progress.by_item`` of a month and its reports, found again or worked out."""
        made_of = self._made_of(month, reports)
        name = digest(json.dumps(made_of))
        found = _in_memory.get(name)
        if found is None:
            found = self._read_or_judged(month, name, made_of, reports)
            _in_memory[name] = found
        return found

    def _made_of(self, month: str, reports: pd.DataFrame) -> sealed_file.Made:
        versions = sorted(reports[Reports.VERSION].unique().tolist())
        seal = seal_of(self._ledger, versions[-1])
        uploads = digest(json.dumps(versions))
        return {
            **self._of_every_month,
            "rules": digest(repr(self._rules(month))),
            "month": month,
            "seal": seal,
            "uploads": uploads,
        }

    def _rules(self, month: str) -> Rulebook:
        return self._rulebook.only_at(Period.parse(month))

    def _read_or_judged(
        self, month: str, name: str, made_of: sealed_file.Made, reports: pd.DataFrame
    ) -> pd.DataFrame:
        path = self._folder / f"{month}-{name[:32]}.arrow"
        kept = sealed_file.read(path)
        if kept is not None and kept[0] == made_of:
            return frame_of(kept[1])
        judged = progress.by_item(reports, self._assignments, self._rules(month))
        table = table_of(judged)
        if table is not None and sealed_file.write(path, made_of, table):
            self._tidy(month)
        return judged

    def _tidy(self, month: str) -> None:
        """Leave the newest files of a month; who has an older one mapped goes on reading it."""
        for _, path in sorted(self._files(month), reverse=True)[_EACH:]:
            path.unlink(missing_ok=True)

    def _files(self, month: str) -> Iterator[tuple[int, Path]]:
        for path in self._folder.glob(f"{month}-*.arrow"):
            with suppress(FileNotFoundError):  # another process tidied it away
                yield path.stat().st_mtime_ns, path
