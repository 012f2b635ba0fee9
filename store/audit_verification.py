"""Whether the third book is whole: every seal and number, and an entry for whatever was done."""

import json
from collections.abc import Iterator
from itertools import pairwise

import sqlalchemy as sa

from domain.audited import Event
from store import audit_entries, people_schema, schema
from store.audit_entries import AuditEntry, SealedEntry
from store.problem_found import Problem
from store.readable import Readable


def of_audit(ledger: Readable) -> Iterator[Problem]:
    """Give what is wrong with the third book, of what people did or were refused."""
    with ledger.reading() as connection:
        head = connection.execute(sa.select(people_schema.audit_head.c.seq)).scalar()
        chain = list(audit_entries.read(connection))
        done = _done(connection)
    numbers = [0, *(one.entry.seq for one in chain)]
    if head is None:
        yield Problem("audit_no_head")
    elif numbers[-1] != head:
        yield Problem("audit_head", {"detail": f"{head} / {numbers[-1]}"})
    for before, after in pairwise(numbers):
        if after != before + 1:
            yield Problem("audit_gap", {"number": after})
    yield from _seals(chain)
    yield from _left_out([one.entry for one in chain], *done)


def _seals(chain: list[SealedEntry]) -> Iterator[Problem]:
    seals = ["", *(one.seal for one in chain)]
    for before, one in zip(seals, chain, strict=False):
        if not one.holds(before):
            yield Problem("audit_seal", {"number": one.entry.seq})


def _done(connection: sa.Connection) -> tuple[list[int], list[int], list[str]]:
    """Return the uploads, the acts and the accounts there are."""
    upload, act, account = schema.upload.c.seq, schema.act.c.seq, people_schema.account.c.name
    return (
        list(connection.scalars(sa.select(upload).order_by(upload))),
        list(connection.scalars(sa.select(act).order_by(act))),
        list(connection.scalars(sa.select(account).order_by(account))),
    )


def _left_out(
    book: list[AuditEntry], uploads: list[int], acts: list[int], accounts: list[str]
) -> Iterator[Problem]:
    """Give what was done without an entry; accounts came with the book, the others before it.

    An older ledger has uploads and acts from before the book; the first that it knows begins it.
    """
    noted = _noted(book, Event.COMMITTED, "version")
    for version in uploads:
        if noted and version > min(noted) and version not in noted:
            yield Problem("audit_no_upload", {"version": version})
    noted = _noted(book, Event.ACTED, "act")
    for number in acts:
        if noted and number > min(noted) and number not in noted:
            yield Problem("audit_no_act", {"act": number})
    known = {_said(one, "account") for one in book if one.event == Event.ACCOUNT_CHANGED}
    for name in accounts:
        if name not in known:
            yield Problem("audit_no_account", {"name": name})


def _noted(book: list[AuditEntry], event: Event, what: str) -> set[int]:
    said = (_said(one, what) for one in book if one.event == event)
    return {one for one in said if isinstance(one, int)}


def _said(entry: AuditEntry, what: str) -> object:
    try:
        said: object = json.loads(entry.body)[what]
    except (KeyError, TypeError, ValueError):  # a damaged entry, which its seal tells of
        return None
    return said
