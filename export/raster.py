"""A PNG of pixels the browser packed: no transparency, and its density for Word and printers."""

import struct
from zlib import crc32

from export.sizes import PictureSize

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _COLOURS = 8, 2  # red, green and blue
_CM_PER_INCH, _PER_METRE = 2.54, 1


def printable(packed: bytes, size: PictureSize) -> bytes:
    """Return a PNG, tagged with ``size.dpi``, of the rows of ``onRows`` in ``pixels.js``.

    ``packed`` is the body of a PNG already: rows of ``size.pixels``, each with its filter, as one
    zlib stream. The browser's own PNG has a channel of transparency, and taking that out of it
    took longer than drawing.
    """
    per_metre = round(size.dpi * 100 / _CM_PER_INCH)
    head = struct.pack(">IIBBBBB", *size.pixels, _BITS, _COLOURS, 0, 0, 0)
    density = struct.pack(">IIB", per_metre, per_metre, _PER_METRE)
    parts = ((b"IHDR", head), (b"pHYs", density), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    """Return a part of a PNG: its length, its name, itself and its check."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc32(name + body))
