"""What is in a pack, as a sheet a person can read: the manifest in the reader's words."""

from collections.abc import Iterable
from typing import Any

from export.plain_csv import csv_of
from texts import Texts

_COLUMNS = ("file", "title", "as_of", "day", "version", "filters", "size", "why", "sha256")


def contents(listed: list[dict[str, Any]], t: Texts) -> bytes:
    """Return a CSV with a row per file of the manifest, also of those that are missing."""
    made_up = any(one["illustrative"] for one in listed)
    return csv_of(
        [t(f"packed.head_{name}") for name in _COLUMNS],
        (_row(one, t) for one in listed),
        mark=t("workbook.illustrative") if made_up else "",
    )


def _row(one: dict[str, Any], t: Texts) -> Iterable[object]:
    file = one["file"] if one["sha256"] else t("packed.not_made")
    cells = {**one, "file": file, "size": one["bytes"]}
    return ("" if cells[name] is None else cells[name] for name in _COLUMNS)
