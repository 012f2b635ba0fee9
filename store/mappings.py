"""What headings mean where a person had to say so, remembered for the next sheet of that source."""

import json
from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Action
from store import audit_entries, authority, schema
from store.ledger import Ledger
from store.readable import as_text
from store.refusals import BlankError
from store.submission import storable


def remember(
    ledger: Ledger, source: str, mapping: Mapping[str, str], *, actor: str, at: datetime
) -> None:
    """Keep what the typed headers of ``source`` mean; what was kept before stays below it.

    ``source`` is ``ingest.signatures.signature`` of the report. An empty mapping says that from
    now on nothing is mapped.

    Raises:
        BlankError: when the actor is empty.
        ForbiddenError, TypedNameError: when the actor may not.
        ValueError: when the source is empty or ``at`` has no time zone.
    """
    if not source:
        raise ValueError(source)
    if not actor.strip():
        raise BlankError("actor")
    authority.require(ledger, actor, Action.MAP_HEADERS, at=at)
    kept = {storable(typed): storable(meant) for typed, meant in mapping.items()}
    row = {
        "source": source,
        "actor": actor,
        "recorded_time": as_text(at),
        "mapping": json.dumps(kept, ensure_ascii=False, sort_keys=True),
    }
    with ledger.writing() as connection:
        attempt = _attempts(connection, source)
        connection.execute(schema.mapping.insert().values(**row, attempt=attempt))
        said = {"source": source, "mapping": row["mapping"]}
        audit_entries.append(connection, Event.HEADERS_MAPPED, actor, said, at=at)


def recall(ledger: Ledger, source: str) -> dict[str, str]:
    """Return the latest mapping of a source, typed header to meaning; empty when there is none."""
    table = schema.mapping.c
    query = sa.select(table.mapping).where(table.source == source).order_by(table.attempt.desc())
    with ledger.reading() as connection:
        kept = connection.execute(query.limit(1)).scalar()
    mapping: dict[str, str] = json.loads(kept) if kept else {}
    return mapping


def _attempts(connection: sa.Connection, source: str) -> int:
    return (
        connection.scalar(sa.select(sa.func.count()).where(schema.mapping.c.source == source)) or 0
    )
