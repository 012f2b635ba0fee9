"""Writes old XLS workbooks by hand, for nothing that is still cared for writes them."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def old_workbook(*sheets, hidden=(), merged=()):
    """Return rows of cells per sheet, named Sheet1, Sheet2, …, as the bytes of an XLS file.

    ``hidden`` holds numbers of sheets; ``merged`` (top, bottom, left, right) of the first one.
    """
    starts = [_sheet(rows, merged if number == 0 else ()) for number, rows in enumerate(sheets)]
    bounds = [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    length = len(_globals([(name, 0, 0) for name in bounds]))
    places = [length + sum(map(len, starts[:number])) for number in range(len(starts))]
    states = [int(number in hidden) for number in range(1, len(sheets) + 1)]
    stream = _globals(list(zip(bounds, places, states, strict=True))) + b"".join(starts)
    return compound(stream)


def compound(stream, name="Workbook"):
    """Put one stream into an OLE container."""
    body = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(body) // SECTOR
    fat = [FAT, END, *range(3, count + 2), END]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        1,
        1,
        0,
        4096,
        END,
        0,
        END,
        0,
        0,
    ) + struct.pack("<108I", *[FREE] * 108)
    tree = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, 2, len(body)) + bytes(256)
    table = struct.pack("<128I", *(fat + [FREE] * (128 - len(fat))))
    return header + table + tree + body


def _entry(name, kind, start, size, child=FREE):
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        written,
        len(written),
        kind,
        1,
        FREE,
        FREE,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


def _globals(bounds):
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    named = [
        _record(0x0085, struct.pack("<IBBBB", place, state, 0, len(name), 0) + name.encode())
        for name, place, state in bounds
    ]
    return begin + b"".join(named) + _record(0x000A, b"")


def _sheet(rows, merged):
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    cells = [
        _cell(row, column, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell not in ("", None)
    ]
    ranges = b"".join(struct.pack("<HHHH", *one) for one in merged)
    merges = [_record(0x00E5, struct.pack("<H", len(merged)) + ranges)] if merged else []
    return begin + b"".join([*cells, *merges]) + _record(0x000A, b"")


def _cell(row, column, cell):
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(cell), 1) + text)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))


def _record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content
