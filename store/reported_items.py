"""Which uploads report about an item, by what is checked: the packed rows, not the table of them.

The index of the table would be quicker for one item. But a row that somebody deleted or moved to
another item is missing from it without a trace.
"""

from threading import Lock

import sqlalchemy as sa

from domain.columns import Reports
from store import fetching, schema
from store.rows import Packed, Rows
from store.shapes import PROGRESS

_AT_ONCE = 50


class ReportedItems:
    """The progress uploads of each item, shared by the threads of one process.

    An upload never changes: each is read once, and later only those that have come since. Reading
    6 million reports takes about 3 s, a month's sheet a few milliseconds.
    """

    def __init__(self) -> None:
        self._uploads: dict[str, list[int]] = {}
        self._read = 0  # the newest version that is in it
        self._lock = Lock()

    def uploads_of(self, connection: sa.Connection, item_id: str, version: int) -> list[int]:
        """Return the uploads up to ``version`` that report about the item, oldest first.

        Raises:
            DamagedError: when the packed rows of any upload are not those that were committed.
        """
        with self._lock:
            if version > self._read:
                self._take_in(connection, version)
            return [seq for seq in self._uploads.get(item_id, ()) if seq <= version]

    def _take_in(self, connection: sa.Connection, version: int) -> None:
        seq = schema.upload.c.seq
        which = sa.and_(seq > self._read, seq <= version)
        query = fetching.batches(PROGRESS, which).order_by(seq)
        with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as rows:
            found = [
                (row[0], set(Rows.unpack(Packed(*row)).column(Reports.ITEM_ID))) for row in rows
            ]
        for seen, items in found:  # only once all are sound
            for item in items:
                self._uploads.setdefault(item, []).append(seen)
        self._read = version
