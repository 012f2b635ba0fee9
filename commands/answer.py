"""What a command answers: lines for a person, data for a script, and whether it went well."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from ingest.characters import escaped_hidden


@dataclass(frozen=True, slots=True)
class Answer:
    """``lines`` and ``data`` say the same; ``ok`` False ends the command with exit code 1."""

    lines: tuple[str, ...]
    data: Any
    ok: bool = True

    def printed(self, *, as_json: bool) -> str:
        """Return what goes to standard output."""
        if as_json:
            printed = json.dumps(self.data, ensure_ascii=False, indent=1, default=_plain)
            return escaped_hidden(printed)
        return "\n".join(self.lines)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one record per row, named by the code's columns, None for an empty cell."""
    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in table.to_dict("records")
    ]


def laid_out(rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Return records as lines of text, one line per record, cells parted by tabs."""
    listed = list(rows)
    if not listed:
        return ()
    head = "\t".join(listed[0])
    return (head, *("\t".join("" if v is None else str(v) for v in row.values()) for row in listed))


def _plain(cell: object) -> object:
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if hasattr(cell, "item"):
        return cell.item()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType] - a NumPy scalar
    raise TypeError(type(cell).__name__)
