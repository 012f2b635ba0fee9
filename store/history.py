"""Every report ever made about one item, whether it still counts or not."""

import pandas as pd
import sqlalchemy as sa

from domain.columns import Reports
from store import schema
from store.readable import Readable
from store.shapes import INTEGERS, PROGRESS, SHAPES

# Columns beside those of Reports.
UPLOADED_BY = "uploaded_by"
UPLOADED_TIME = "uploaded_time"  # UTC
FILENAME = "filename"
ILLUSTRATIVE = "illustrative"
WITHDRAWN_VERSION = "withdrawn_version"  # empty: it was not withdrawn


def history_of(ledger: Readable, item_id: str) -> pd.DataFrame:
    """Return one row per report about the item, oldest version first, then by period and unit.

    Columns of Reports, and who uploaded it when and in which file, whether that was illustrative
    and the version that withdrew it. An unknown item has no rows.
    """
    report, upload, made = schema.report, schema.upload, schema.event
    tables = (
        report.join(upload, upload.c.seq == report.c.seq)
        .join(made, made.c.seq == report.c.seq)
        .outerjoin(schema.withdrawal, schema.withdrawal.c.target == report.c.seq)
    )
    columns = {
        **{name: report.c[name] for name in SHAPES[PROGRESS].columns},
        str(Reports.VERSION): report.c.seq,
        UPLOADED_BY: made.c.actor,
        UPLOADED_TIME: made.c.recorded_time,
        FILENAME: upload.c.filename,
        ILLUSTRATIVE: upload.c.illustrative,
        WITHDRAWN_VERSION: schema.withdrawal.c.seq,
    }
    query = sa.select(*columns.values()).select_from(tables)
    query = query.where(report.c[Reports.ITEM_ID] == item_id)
    order = (report.c.seq, report.c[Reports.PERIOD], report.c[Reports.RESPONSIBLE_UNIT])
    with ledger.reading() as connection:
        rows = [tuple(row) for row in connection.execute(query.order_by(*order))]
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.astype({name: _dtype(name) for name in columns})


def _dtype(name: str) -> str:
    special = {
        str(Reports.VERSION): "int64",
        UPLOADED_TIME: "datetime64[us, UTC]",
        ILLUSTRATIVE: "bool",
        WITHDRAWN_VERSION: "Int64",
    }
    return special.get(name, "Int64" if name in INTEGERS else "str")
