"""The tables of one version as Parquet files, for engines that read them on other machines."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from store.derived import seal_of
from store.readable import Readable
from store.tables import Tables

NAMES = ("projects", "tasks", "assignments", "reports")
_VERSIONS = 3
_arrow: Any = pa
_parquet: Any = pq


@dataclass(frozen=True, slots=True)
class Exported:
    """A folder with one file per table of ``NAMES``; the version's seal is in its name."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return where a table is."""
        return self.folder / f"{name}.parquet"


def export(ledger: Readable, now: Tables, folder: Path) -> Exported:
    """Write the tables of a version below ``folder``, once; return where they are.

    The folder comes into being whole, by one rename, so several processes may export at once. The
    newest few versions stay.

    Raises:
        OSError: when the folder cannot be written.
    """
    of_this_ledger = folder / seal_of(ledger, 1)[:16]
    there = of_this_ledger / f"{now.version:09}-{seal_of(ledger, now.version)[:16]}"
    if not there.exists():
        unfinished = of_this_ledger / f".{uuid4()}"
        unfinished.mkdir(parents=True)
        for name in NAMES:
            table = _arrow.Table.from_pandas(getattr(now, name), preserve_index=False)
            _parquet.write_table(table, Exported(unfinished).path(name))
        _take_place(unfinished, there)
        _tidy(of_this_ledger)
    return Exported(there.resolve())


def _take_place(unfinished: Path, there: Path) -> None:
    try:
        unfinished.rename(there)
    except OSError:
        shutil.rmtree(unfinished)
        if not there.exists():  # else another process was quicker, with the same content
            raise


def _tidy(folder: Path) -> None:
    whole = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    for old in whole[:-_VERSIONS]:
        shutil.rmtree(old, ignore_errors=True)
