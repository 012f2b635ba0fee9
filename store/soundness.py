"""Whether the ledger can be trusted and written to, in one sentence."""

import sqlalchemy as sa

from store import schema
from store.database import writing
from store.ledger import Ledger
from store.refusals import LedgerError
from store.verification import verify
from texts import Texts


def unsound(ledger: Ledger, t: Texts) -> str:
    """Say the first thing that is wrong with the ledger; empty when it is sound and can be written.

    Writing is tried with a statement that adds no row.
    """
    problems = verify(ledger)
    if problems:
        return t(problems[0].text_key, **problems[0].more)
    nothing = sa.select(schema.staging).where(sa.false())
    try:
        with writing(ledger.engine) as connection:
            connection.execute(
                sa.insert(schema.staging).from_select(list(schema.staging.columns), nothing)
            )
    except LedgerError as refused:
        return t(refused.text_key, **refused.more)
    return ""
