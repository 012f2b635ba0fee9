"""When each report came: by which uploads that count, and on which day it was received."""

from datetime import datetime

import pandas as pd
import sqlalchemy as sa

from domain.acts import Subject
from domain.columns import Reports, Submissions
from store import acts, entries, schema, uploads
from store.readable import SHANGHAI, Readable
from store.shapes import PROGRESS

DAY = "day"  # in the body of an act about a receipt: 2026-09-24
_KEY = (Reports.PERIOD, Reports.KIND, Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT)


def submissions(
    ledger: Readable, as_of: int, first: str, last: str, *, until: datetime | None = None
) -> pd.DataFrame:
    """Return what uploads that count at version ``as_of`` report from month ``first`` to ``last``.

    One row per period, item and responsible unit, in that order; key columns of Reports, then
    those of Submissions. The day of receipt is that of the first such upload, or what the last act
    about its receipt says. Acts count that were recorded before the version after ``as_of``, and
    not after ``until``: what is kept of the table depends on ``acts.newest`` too.

    Raises:
        UnknownVersionError: when the ledger has not reached ``as_of``.
        DamagedError: when an act about a receipt is not as it was sealed.
    """
    with ledger.reading() as connection:
        version = entries.resolve(connection, as_of)
        rows = [tuple(row) for row in connection.execute(_grouped(version, first, last))]
        days = _uploaded_on(connection, version) | _received_on(connection, version, until)
    frame = pd.DataFrame(rows, columns=[*map(str, _KEY), *list(map(str, Submissions))[:-1]])
    frame[str(Submissions.RECEIVED_ON)] = frame[str(Submissions.FIRST_VERSION)].map(days)
    text = {*map(str, _KEY), str(Submissions.RECEIVED_ON)}
    return frame.astype({name: "str" if name in text else "Int64" for name in frame.columns})


def _grouped(version: int, first: str, last: str) -> sa.Select[*tuple[object, ...]]:
    report, upload = schema.report, schema.upload
    key = [report.c[name] for name in _KEY]
    first_version, last_version = sa.func.min(report.c.seq), sa.func.max(report.c.seq)
    return (
        sa.select(*key, first_version, last_version, sa.func.count())
        .select_from(report.join(upload, upload.c.seq == report.c.seq))
        .where(key[0] >= first, key[0] <= last, uploads.effective(version))
        .group_by(*key)
        # An id of two kinds comes by two uploads: so this is one order on every database.
        .order_by(key[0], key[2], key[3], first_version)
    )


def _uploaded_on(connection: sa.Connection, version: int) -> dict[int, str]:
    made = schema.event.c
    joined = schema.upload.join(schema.event, made.seq == schema.upload.c.seq)
    query = sa.select(made.seq, made.recorded_time).select_from(joined)
    counting = query.where(schema.upload.c.kind == PROGRESS, uploads.effective(version))
    return {
        seq: datetime.fromisoformat(time).astimezone(SHANGHAI).date().isoformat()
        for seq, time in connection.execute(counting)
    }


def _received_on(connection: sa.Connection, version: int, until: datetime | None) -> dict[int, str]:
    told = acts.read(connection, subject=Subject.RECEIPT, until=until)
    return {int(act.key): str(act.body[DAY]) for act in told if act.base <= version}
