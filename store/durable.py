"""A finished file or folder gets its name only once the disk has all of it."""

import os
from pathlib import Path


def put_in_place(part: Path, target: Path) -> Path:
    """Give ``part``, a file or a folder of files, the name ``target`` for good and return it.

    A power cut leaves either no ``target`` or a whole one.
    """
    inside = [part, *part.rglob("*")] if part.is_dir() else [part]
    for path in inside:
        _to_disk(path)
    part.rename(target)
    _to_disk(target.parent)
    return target


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
