"""A file derived from the ledger: it says what it was made of and is read only when that is so.

It can be deleted at any time. Whatever is wrong with it - missing, cut off, damaged, made of
something else, the folder read-only - it counts as not there; it is never a reason to fail.
"""

import json
import mmap
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

import pyarrow as pa

_arrow: Any = pa
_HEAD = 4096  # bytes in front of the content; a page, so that the content can be mapped
Made = Mapping[str, str | int]


def write(path: Path, made_of: Made, table: Any) -> bool:  # noqa: ANN401 - pyarrow.Table
    """Put an Arrow table in place of the file, whole or not at all; tell whether it is there.

    Several processes may write at once: the last one stays, and who reads the one before goes on
    reading it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            try:
                _fill(file, made_of, table)
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError:
        return False
    return True


def read(path: Path) -> tuple[Made, Any] | None:
    """Return what the file was made of and its table, in mapped memory; None if it is no such file.

    Its content has the digest that stands in its head.
    """
    with suppress(OSError, ValueError, KeyError, _arrow.ArrowException):
        with path.open("rb") as file:
            mapped = _mapped(file)
        head, content = json.loads(bytes(mapped[:_HEAD])), mapped[_HEAD:]
        if _digest(content) == head["sha256"]:
            with _arrow.ipc.open_stream(_arrow.py_buffer(content)) as stream:
                return head["made_of"], stream.read_all()
    return None


def _fill(file: IO[bytes], made_of: Made, table: Any) -> None:  # noqa: ANN401 - pyarrow.Table
    file.write(b" " * _HEAD)
    with _arrow.ipc.new_stream(_arrow.PythonFile(file, mode="w"), table.schema) as stream:
        stream.write_table(table)
    file.flush()
    head = {"made_of": dict(made_of), "sha256": _digest(_mapped(file)[_HEAD:])}
    file.seek(0)
    file.write(json.dumps(head).encode())


def _mapped(file: IO[bytes]) -> memoryview:
    return memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))


def _digest(content: memoryview) -> str:
    return sha256(content).hexdigest()
