"""The zip around a workbook, judged by its directory before anything is unpacked."""

import io
import re
import zipfile
import zlib

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits

_SMALL = 1024 * 1024  # below this a high ratio is only a repetitive table
_CLIMBS = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\x00")
_MOST_TAGS = 5_000_000  # in all parts together; twice what the largest table needs
_TAGS_A_ROW = 500  # where a person raises the number of rows
_ENCRYPTED_FLAG = 0x1


class Archive:
    """The parts of a workbook by name; every read is bounded and checked by its CRC."""

    def __init__(self, raw: bytes, limits: Limits) -> None:
        """Open the directory.

        Raises:
            SheetRefusedError: when it is not a zip, or one that must not be unpacked.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as problem:
            raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value="zip")) from problem
        self._tags = 0
        self._most_tags = max(_MOST_TAGS, limits.max_rows * _TAGS_A_ROW)
        self._check(limits, len(raw))

    @property
    def names(self) -> frozenset[str]:
        """The name of every part."""
        return frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """Return one part whole.

        Raises:
            SheetRefusedError: when it is missing, damaged, or would take too long to read.
        """
        content = self._unpacked(name)
        self._tags += content.count(b"<")
        if self._tags > self._most_tags:
            raise SheetRefusedError(_unsafe("unsafe_size", f"{self._tags} XML tags"))
        return content

    def _unpacked(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as problem:
            raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value=name)) from problem
        except (NotImplementedError, RuntimeError) as problem:  # a method we cannot unpack
            raise SheetRefusedError(_unsafe("unsafe_packing", name)) from problem

    def _check(self, limits: Limits, packed: int) -> None:
        parts = self._zip.infolist()
        names = [part.filename for part in parts]
        unpacked = sum(part.file_size for part in parts)
        if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
            raise SheetRefusedError(found(Code.E_XLSX_ENCRYPTED))
        climbing = next((name for name in names if _CLIMBS.search(name)), None)
        tests = (
            ("unsafe_parts", f"{len(parts)} parts", len(parts) > limits.max_members),
            ("unsafe_names", str(climbing), climbing is not None),
            ("unsafe_names", "one name twice", len(set(names)) < len(names)),
            ("unsafe_size", f"{unpacked} B", unpacked > limits.max_unpacked_bytes),
            ("unsafe_size", f"{unpacked} B", _is_bomb(unpacked, packed, limits)),
        )
        for advice, seen, failed in tests:
            if failed:
                raise SheetRefusedError(_unsafe(advice, f"zip: {seen}"))


def _unsafe(advice: str, seen: str) -> Finding:
    return found(Code.E_XLSX_UNSAFE, value=seen, advice=advice)


def _is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > _SMALL and unpacked > packed * limits.max_unpacked_ratio
