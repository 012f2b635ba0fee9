"""A table of open data as CSV and as Parquet, the same cells in both."""

import io
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from export.open_data.source import Source, Table
from export.workbooks.standing import plain
from ingest.separated import separated

_arrow: Any = pa
_parquet: Any = pq


def as_csv(table: Table, source: Source) -> bytes:
    """Return the CSV; what a spreadsheet would run stands behind an apostrophe."""
    frame = _tidy(table, source)
    rows = frame.itertuples(index=False, name=None)
    return separated(table.columns, ([plain(entry) for entry in row] for row in rows))


def as_parquet(table: Table, source: Source) -> bytes:
    """Return the Parquet file: texts, whole numbers and yes or no, empty cells as null."""
    raw = io.BytesIO()
    made = _arrow.Table.from_pandas(_tidy(table, source), preserve_index=False)
    _parquet.write_table(made.replace_schema_metadata(None), raw)
    return raw.getvalue()


def _tidy(table: Table, source: Source) -> pd.DataFrame:
    """Return the rows under the plain names of the columns, whole numbers as such."""
    rows = table.rows(source)[list(table.columns)]
    return rows.rename(columns=str).reset_index(drop=True)
