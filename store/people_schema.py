"""The tables of people: accounts, sessions, failed sign-ins; and the third book, of what was done.

Rows of ``audit`` are never updated or deleted; those of the others come, change and go.
"""

import sqlalchemy as sa

from store.schema import METADATA

_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

account = sa.Table(
    "account",
    METADATA,
    sa.Column("name", _WORD, primary_key=True),
    sa.Column("roles", sa.Text, nullable=False),  # JSON
    sa.Column("units", sa.Text, nullable=False),  # JSON
    sa.Column("password_hash", sa.Text),  # none: signs in elsewhere, or not yet
    sa.Column("subject", _WORD, unique=True),  # issuer and name of an identity provider
    sa.Column("closed", sa.Boolean, nullable=False),
    sa.Column("must_change", sa.Boolean, nullable=False),
    sa.CheckConstraint("name <> ''", name="ck_account_name"),
)

session = sa.Table(
    "session",
    METADATA,
    sa.Column("token_sha256", sa.String(64), primary_key=True),
    sa.Column("account", _WORD, sa.ForeignKey("account.name"), nullable=False),
    sa.Column("opened_time", _WORD, nullable=False),
    sa.Column("seen_time", _WORD, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
)

sign_in_failure = sa.Table(
    "sign_in_failure",
    METADATA,
    sa.Column("who", sa.String(64), nullable=False),  # a digest: a password is easily typed here
    sa.Column("failed_time", _WORD, nullable=False),
    sa.Index("ix_sign_in_failure_who", "who"),
)

audit_head = sa.Table(
    "audit_head",
    METADATA,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.CheckConstraint("one = 1", name="ck_audit_head_one"),
)

audit = sa.Table(
    "audit",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("recorded_time", _WORD, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("via", _WORD, nullable=False),
    sa.Column("event", _WORD, nullable=False),
    sa.Column("body", sa.Text, nullable=False),  # canonical JSON
    sa.Column("seal", sa.String(64), nullable=False),
    sa.CheckConstraint("seq > 0", name="ck_audit_seq"),
    sa.CheckConstraint("actor <> '' and via <> ''", name="ck_audit_who"),
    sa.CheckConstraint("event <> '' and body <> ''", name="ck_audit_what"),
)
