"""What headings mean as a file of lines, and back; no part of the chain, but to be kept.

mappings.jsonl  one mapping a line: its source, the meaning of each heading, who said it and when
"""

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from store import schema
from store.refusals import DamagedError

FILE = "mappings.jsonl"


def write(connection: sa.Connection, folder: Path) -> None:
    """Write every mapping, also those that later ones have replaced."""
    table = schema.mapping
    query = sa.select(table).order_by(table.c.source, table.c.attempt)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    said = [{**row, "mapping": json.loads(row["mapping"])} for row in rows]
    lines = [json.dumps(row, ensure_ascii=False) for row in said]
    (folder / FILE).write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def read(connection: sa.Connection, folder: Path) -> None:
    """Bring the mappings back; a folder of an older release has no such file.

    Raises:
        DamagedError: when a line cannot be read.
    """
    if not (folder / FILE).exists():
        return
    try:
        lines = (folder / FILE).read_text("utf-8").split("\n")[:-1]
        rows = [_row(json.loads(line)) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(FILE) from error
    for row in rows:
        connection.execute(schema.mapping.insert().values(**row))


def _row(said: dict[str, Any]) -> dict[str, Any]:
    row = {column.name: said.pop(column.name) for column in schema.mapping.c}
    if said:
        raise KeyError(*said)
    kept = json.dumps(row["mapping"], ensure_ascii=False, sort_keys=True)
    return row | {"mapping": kept}
