"""Metric tables of one version, kept so that the first page need not wait for any engine."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from domain.plan import Plan
from store import sealed_file
from store.derived import seal_of
from store.readable import Readable
from store.working_code import code_digest, digest, frame_of, table_of

FOLDER = "aggregates"
_VERSIONS = 3


class Aggregates:
    """The shelf of one board: a file per table, named by what it was made of.

    That is the seal of the version, which stands for every entry up to it, the rules of the plan
    and the code that worked it out. A file that is not exactly of these counts as not there.
    """

    def __init__(self, ledger: Readable, folder: Path, version: int, plan: Plan) -> None:
        made_of = {
            "seal": seal_of(ledger, version),
            "plan": digest(repr(plan)),
            "code": code_digest(),
        }
        self._made_of: dict[str, str | int] = {**made_of, "version": version}
        of_this_ledger = folder / FOLDER / seal_of(ledger, 1)[:16]
        self._folder = of_this_ledger / f"{version:09}-{digest(repr(self._made_of))[:16]}"

    def either(self, name: str, work_out: Callable[[], Any]) -> Any:  # noqa: ANN401 - any result
        """Return the table kept under ``name``, else work it out and keep it.

        What is no table, or a table whose types Arrow does not give back, is not kept.
        """
        path = self._folder / f"{digest(name)[:32]}.arrow"
        found = sealed_file.read(path)
        if found is not None and found[0] == {**self._made_of, "name": name}:
            return frame_of(found[1])
        worked_out = work_out()
        if isinstance(worked_out, pd.DataFrame):
            self._keep(path, name, worked_out)
        return worked_out

    def _keep(self, path: Path, name: str, frame: pd.DataFrame) -> None:
        table = table_of(frame)
        if table is None:
            return
        is_new = not self._folder.exists()
        if sealed_file.write(path, {**self._made_of, "name": name}, table) and is_new:
            self._tidy()

    def _tidy(self) -> None:
        """Leave the newest few versions; who reads an older one goes on reading it."""
        for old in sorted(self._folder.parent.iterdir())[:-_VERSIONS]:
            shutil.rmtree(old, ignore_errors=True)
