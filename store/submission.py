"""A checked table on its way into the ledger, with the bytes it was read from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from types import NoneType

import pandas as pd

from domain.columns import ItemKind, Reports
from domain.periods import Period
from store.refusals import BlankError, RefusedRowsError
from store.rows import Cell, Rows
from store.shapes import INTEGERS, PROGRESS, SHAPES, Shape

Columns = Mapping[str, Sequence[Cell]]
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # NUL and halves of surrogate pairs


@dataclass(frozen=True, slots=True, eq=False)
class Submission:
    """One file as read: ``frame`` has the columns of Reports, Projects or Tasks, by ``kind``.

    Cells are text or whole numbers; None, NaN, NA and "" all mean empty. The column
    Reports.VERSION may be there and is ignored: the ledger gives the version.
    """

    kind: str  # progress, projects or tasks
    filename: str
    raw: bytes
    frame: pd.DataFrame
    illustrative: bool = False
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        """Weigh the bytes.

        Raises:
            RefusedRowsError: for a kind the ledger does not keep.
            BlankError: when the file has no name.
        """
        if self.kind not in SHAPES:
            raise RefusedRowsError("kind", column=self.kind)
        if not self.filename:
            raise BlankError("filename")
        object.__setattr__(self, "filename", storable(self.filename))
        object.__setattr__(self, "sha256", sha256(self.raw).hexdigest())


def storable(text: str) -> str:
    r"""Replace what no database can keep in text: NUL and halves of surrogate pairs.

    >>> storable("十月\0.csv")
    '十月�.csv'
    """
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def rows_of(submission: Submission) -> Rows:
    """Return the rows as the ledger keeps them, in the order of the sheet.

    Raises:
        RefusedRowsError: for a wrong column, an unreadable cell, an empty key or a key twice.
    """
    shape = SHAPES[submission.kind]
    frame = submission.frame.drop(columns=[str(Reports.VERSION)], errors="ignore")
    for name in sorted(set(shape.columns) ^ set(map(str, frame.columns))):
        raise RefusedRowsError("columns", column=name)
    columns = {name: _cells(frame[name], name) for name in shape.columns}
    _must_be_filled(columns, shape)
    _must_be_single(columns, shape)
    if submission.kind == PROGRESS:
        _must_be_reports(columns)
    return Rows.of(submission.kind, columns)


def _cells(column: pd.Series, name: str) -> Sequence[Cell]:
    return _integers(column, name) if name in INTEGERS else _texts(column, name)


def _integers(column: pd.Series, name: str) -> list[int | None]:
    try:
        exact = column.astype("Int64").tolist()
    except (TypeError, ValueError, OverflowError) as error:
        raise RefusedRowsError("whole_number", column=name) from error
    return [None if cell is pd.NA else int(cell) for cell in exact]


def _texts(column: pd.Series, name: str) -> list[str | None]:
    cells = [
        None if empty or cell == "" else cell
        for cell, empty in zip(column.tolist(), column.isna().tolist(), strict=True)
    ]
    if not set(map(type, cells)) <= {str, NoneType} or _UNSTORABLE.search(
        "".join(filter(None, cells))
    ):
        return [_text(cell, name, row) for row, cell in enumerate(cells, start=1)]
    return cells


def _text(cell: object, name: str, row: int) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, str) and not _UNSTORABLE.search(cell):
        return str(cell)
    raise RefusedRowsError("text", column=name, row=row)


def _must_be_filled(columns: Columns, shape: Shape) -> None:
    for name in shape.required:
        if None in columns[name]:
            raise RefusedRowsError("empty", column=name, row=columns[name].index(None) + 1)


def _must_be_single(columns: Columns, shape: Shape) -> None:
    seen: set[tuple[Cell, ...]] = set()
    keys = zip(*(columns[name] for name in shape.key), strict=True)
    for row, key in enumerate(keys, start=1):
        if key in seen:
            raise RefusedRowsError("twice", column=" ".join(map(str, key)), row=row)
        seen.add(key)


def _must_be_reports(columns: Columns) -> None:
    known = set(ItemKind)
    for row, kind in enumerate(columns[Reports.KIND], start=1):
        if kind not in known:
            raise RefusedRowsError("item_kind", column=str(kind), row=row)
    for text in set(columns[Reports.PERIOD]):
        try:
            Period.parse(str(text))
        except ValueError as error:
            raise RefusedRowsError("period", column=str(text)) from error
