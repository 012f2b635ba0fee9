"""The last touch on a PNG: exact size, no transparency, and its density for Word and printers."""

import io

from PIL import Image

from export.sizes import PictureSize


def printable(png: bytes, size: PictureSize) -> bytes:
    """Return ``png`` on white paper, exactly ``size.pixels``, tagged with ``size.dpi``."""
    with Image.open(io.BytesIO(png)) as drawn:
        sheet = Image.new("RGB", drawn.size, "white")
        layered = drawn.convert("RGBA")
        sheet.paste(layered, mask=layered.getchannel("A"))
    if sheet.size != size.pixels:  # a browser may round the last pixel the other way
        sheet = sheet.resize(size.pixels, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    sheet.save(out, "PNG", dpi=(size.dpi, size.dpi))
    return out.getvalue()
