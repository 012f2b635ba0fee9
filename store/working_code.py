"""What a kept metric table depends on beside the ledger, and how it becomes a file and a frame."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

import analysis
import domain

_arrow: Any = pa


@cache
def code_digest() -> str:
    """Return the digest of everything that decides what a metric says: our code, the libraries."""
    said = sha256(f"{installed('narwhals')} {installed('pandas')}".encode())
    for room in (analysis, domain):
        for file in sorted(Path(str(room.__file__)).parent.rglob("*.py")):
            said.update(file.read_bytes())
    return said.hexdigest()


def digest(text: str) -> str:
    """Return the digest of a text."""
    return sha256(text.encode()).hexdigest()


def table_of(frame: pd.DataFrame) -> Any | None:  # noqa: ANN401 - pyarrow.Table, which has no types
    """Return the frame as an Arrow table; None where Arrow would give back other types."""
    table = _arrow.Table.from_pandas(frame)
    return table if frame_of(table.slice(0, 0)).dtypes.equals(frame.dtypes) else None


def frame_of(table: Any) -> pd.DataFrame:  # noqa: ANN401 - as above
    """Return the frame that a table was made of."""
    frame: pd.DataFrame = table.to_pandas()
    return frame
