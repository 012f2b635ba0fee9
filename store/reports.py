"""The reports that count: the last of each period, item and unit among many uploads.

They are kept in the order of period, item and unit, so that a month is one piece of them and a
month in which nothing came or went is taken over as it is.
"""

from collections.abc import Collection, Sequence
from typing import Any, Protocol

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from domain.columns import Reports
from store.rows import Packed, Rows
from store.shapes import INTEGERS, PROGRESS, SHAPES

_arrow: Any = pa
_compute: Any = pc
_MOST_CHUNKS = 256
_KEY = list(SHAPES[PROGRESS].key)


class Known(Protocol):
    """Effective reports of one version, of which those of another can be made."""

    @property
    def version(self) -> int:
        """The version of the ledger."""
        ...

    @property
    def reports(self) -> pd.DataFrame:
        """As ``latest_reports`` returns them."""
        ...


def latest_reports(packed: Sequence[Packed]) -> pd.DataFrame:
    """Return the last report of each period, item and unit from uploads in rising versions.

    One row per period, item and responsible unit, in that order; columns of Reports.

    Raises:
        DamagedError: when the bytes of an upload are not those that were packed.
    """
    return _last_of_each(_stacked(packed))


def refreshed_reports(
    known: pd.DataFrame, gone: Collection[int], added: Sequence[Packed], older: Sequence[Packed]
) -> pd.DataFrame:
    """Return the last reports once ``gone`` uploads no longer count and ``added`` ones do.

    ``older`` holds the uploads whose reports count again. Only the months in which a report came
    or went are put together anew; the others are the same memory as in ``known``.

    Raises:
        DamagedError: when the bytes of an upload are not those that were packed.
    """
    touched: set[str] = set()
    if gone:
        leaving = known[Reports.VERSION].isin(list(gone))
        touched.update(map(str, known[Reports.PERIOD][leaving].unique()))
    new, spans = _stacked(added), months_of(known)
    touched.update(new[str(Reports.PERIOD)].unique().to_pylist())
    if not touched:
        return known
    pool = _arrow.concat_tables([new, _stacked(older)])
    pieces: list[pd.DataFrame] = []
    for month in sorted({*spans, *touched}):
        kept = known.iloc[spans.get(month, slice(0, 0))]
        if month in touched:
            of_month = pool.filter(_compute.equal(pool[str(Reports.PERIOD)], month))
            stays = kept[~kept[Reports.VERSION].isin(list(gone))]
            kept = _last_of_each(_arrow.concat_tables([_table(stays), of_month]))
        pieces.append(kept)
    return _in_few_chunks(pd.concat(pieces, ignore_index=True))


def report_table(reports: pd.DataFrame) -> Any:  # noqa: ANN401 - pyarrow.Table, which has no types
    """Return the frame as an Arrow table of whole columns, its text without a copy."""
    return _table(reports).combine_chunks()


def report_frame(table: Any) -> pd.DataFrame:  # noqa: ANN401 - as above
    """Return the frame again, its text still in the memory of the table."""
    return Rows(table).frame()


def months_of(reports: pd.DataFrame) -> dict[str, slice]:
    """Return where each month stands in reports that are ordered by month."""
    months = _arrow.array(reports[Reports.PERIOD], _arrow.large_string())
    if isinstance(months, _arrow.ChunkedArray):
        months = months.combine_chunks()
    runs = _compute.run_end_encode(months)
    names, ends = runs.values.to_pylist(), runs.run_ends.to_pylist()  # noqa: PD011 - not pandas
    starts = [0, *ends][:-1]
    return {month: slice(start, end) for month, start, end in zip(names, starts, ends, strict=True)}


def _stacked(packed: Sequence[Packed]) -> Any:  # noqa: ANN401 - pyarrow.Table
    """Return the rows of uploads one after the other, with their versions."""
    parts = [Rows.empty(PROGRESS).table, *(Rows.unpack(one).table for one in packed)]
    made_by = [0, *(one.version for one in packed)]
    versions = [_arrow.repeat(one, len(part)) for one, part in zip(made_by, parts, strict=True)]
    every = _arrow.concat_tables(parts).append_column(
        str(Reports.VERSION), _arrow.chunked_array(versions, _arrow.int64())
    )
    return every.cast(report_schema())


def _last_of_each(every: Any) -> pd.DataFrame:  # noqa: ANN401 - pyarrow.Table
    order = [(name, "ascending") for name in (*_KEY, str(Reports.VERSION))]
    in_order = every.combine_chunks().sort_by(order)
    return Rows(in_order).frame().drop_duplicates(_KEY, keep="last", ignore_index=True)


def _table(reports: pd.DataFrame) -> Any:  # noqa: ANN401 - pyarrow.Table
    return _arrow.Table.from_pandas(reports, schema=report_schema(), preserve_index=False)


def _in_few_chunks(reports: pd.DataFrame) -> pd.DataFrame:
    """Copy text together once too many refreshes have left it in pieces."""
    table = _table(reports)
    pieces = table[str(Reports.ITEM_ID)].num_chunks
    return reports if pieces <= _MOST_CHUNKS else Rows(table.combine_chunks()).frame()


def report_schema() -> Any:  # noqa: ANN401 - pyarrow.Schema
    """Say the columns of effective reports; text beyond 2 GB needs the large type."""
    types = {True: _arrow.int64(), False: _arrow.large_string()}
    integers = INTEGERS | {str(Reports.VERSION)}
    names = [*SHAPES[PROGRESS].columns, str(Reports.VERSION)]
    return _arrow.schema([(name, types[name in integers]) for name in names])
