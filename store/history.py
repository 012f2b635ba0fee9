"""Every report ever made about one item, whether it still counts or not."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import sqlalchemy as sa

from domain.columns import Reports
from store import entries, fetching, schema, uploads
from store.readable import Readable
from store.reported_items import ReportedItems
from store.rows import Packed, Rows
from store.shapes import INTEGERS, PROGRESS, SHAPES
from store.uploads import Upload

_AT_ONCE = 500  # uploads named in one query

# Columns beside those of Reports.
UPLOADED_BY = "uploaded_by"
UPLOADED_TIME = "uploaded_time"  # UTC
FILENAME = "filename"
ILLUSTRATIVE = "illustrative"
WITHDRAWN_VERSION = "withdrawn_version"  # empty: it was not withdrawn


def history_of(
    ledger: Readable, item_id: str, *, known: ReportedItems | None = None
) -> pd.DataFrame:
    """Return one row per report about the item, oldest version first, then by period and unit.

    Columns of Reports, and who uploaded it when and in which file, whether that was illustrative
    and the version that withdrew it. An unknown item has no rows. The rows are those of the packed
    uploads, which are checked; ``known`` spares whoever asks often from reading every upload.

    Raises:
        DamagedError: when what the disk gives back is not what was committed.
    """
    with ledger.reading() as connection:
        newest = entries.resolve(connection, None)
        found = (known or ReportedItems()).uploads_of(connection, item_id, newest)
        told = [
            line
            for start in range(0, len(found), _AT_ONCE)
            for line in _told(connection, found[start : start + _AT_ONCE], item_id, newest)
        ]
    beside = (UPLOADED_BY, UPLOADED_TIME, FILENAME, ILLUSTRATIVE, WITHDRAWN_VERSION)
    columns = [*SHAPES[PROGRESS].columns, str(Reports.VERSION), *beside]
    frame = pd.DataFrame(told, columns=columns, dtype=object)
    return frame.astype({name: _dtype(name) for name in columns})


def _told(
    connection: sa.Connection, seqs: list[int], item_id: str, newest: int
) -> Iterator[dict[str, Any]]:
    seq = schema.upload.c.seq
    made = uploads.read(connection, newest, seq.in_(seqs))
    query = fetching.batches(PROGRESS, seq.in_(seqs)).order_by(seq)
    packed = [Packed(*row) for row in connection.execute(query)]
    for upload, one in zip(made, packed, strict=True):
        lines = Rows.unpack(one).about(Reports.ITEM_ID, item_id)
        for line in sorted(lines, key=_place):
            yield line | _beside(upload)


def _place(line: dict[str, Any]) -> tuple[str, str]:
    return line[Reports.PERIOD], line[Reports.RESPONSIBLE_UNIT]


def _beside(upload: Upload) -> dict[str, Any]:
    return {
        str(Reports.VERSION): upload.version,
        UPLOADED_BY: upload.actor,
        UPLOADED_TIME: upload.at,
        FILENAME: upload.filename,
        ILLUSTRATIVE: upload.illustrative,
        WITHDRAWN_VERSION: upload.withdrawn_version,
    }


def _dtype(name: str) -> str:
    special = {
        str(Reports.VERSION): "int64",
        UPLOADED_TIME: "datetime64[us, UTC]",
        ILLUSTRATIVE: "bool",
        WITHDRAWN_VERSION: "Int64",
    }
    return special.get(name, "Int64" if name in INTEGERS else "str")
