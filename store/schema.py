"""The tables of the database. Nothing in them is updated or deleted, but `head` and `staging`."""

import sqlalchemy as sa

from domain.columns import ItemKind, Reports
from store.only_bytes import OnlyBytes
from store.shapes import INTEGERS, MONEY, PROGRESS, PROJECTS, SHAPES, TASKS, Shape

METADATA = sa.MetaData()

# Ids, months and times compare byte by byte on every database, whatever its locale.
_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_PERCENT_PPM_MAX = 1_000_000


def _seq(name: str, target: str, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(
        name,
        sa.BigInteger,
        sa.ForeignKey(target),
        primary_key=primary_key,
        autoincrement=False,
        nullable=False,
    )


# The one row every writer locks: numbers come from here, so that they are given in commit order.
head = sa.Table(
    "head",
    METADATA,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("act_seq", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    sa.CheckConstraint("one = 1", name="ck_head_one"),
)

# One row per version of the ledger; `seal` chains it to the row before.
event = sa.Table(
    "event",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("recorded_time", _WORD, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("seal", sa.String(64), nullable=False),
    sa.CheckConstraint("seq > 0", name="ck_event_seq"),
    sa.CheckConstraint("actor <> ''", name="ck_event_actor"),
    sa.CheckConstraint("reason <> ''", name="ck_event_reason"),
)

# The second book: one row per act, chained by seals of its own beside those of `event`. Which
# subjects there are is said in domain/acts.py alone, so that a new one takes no step.
act = sa.Table(
    "act",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("base_seq", sa.BigInteger, nullable=False),
    sa.Column("recorded_time", _WORD, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("subject", _WORD, nullable=False),
    sa.Column("key", _WORD, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("seal", sa.String(64), nullable=False),
    sa.CheckConstraint("seq > 0 and base_seq >= 0", name="ck_act_numbers"),
    sa.CheckConstraint("actor <> ''", name="ck_act_actor"),
    sa.CheckConstraint("subject <> '' and key <> ''", name="ck_act_about"),
    sa.CheckConstraint("body <> ''", name="ck_act_body"),
    sa.Index("ix_act_about", "subject", "key"),
)

blob = sa.Table(
    "blob",
    METADATA,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("content", OnlyBytes, nullable=False),
)

upload = sa.Table(
    "upload",
    METADATA,
    _seq("seq", "event.seq", primary_key=True),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("filename", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("blob.sha256"), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("n_rows", sa.Integer, nullable=False),
    sa.Column("rows_sha256", sa.String(64), nullable=False),
    sa.Column("base_seq", sa.BigInteger, nullable=False),
    sa.Column("illustrative", sa.Boolean, nullable=False),
    sa.UniqueConstraint("sha256", "kind", "attempt", name="uq_upload_attempt"),
    sa.CheckConstraint(f"kind in ({', '.join(map(repr, SHAPES))})", name="ck_upload_kind"),
    sa.CheckConstraint("token <> '' and filename <> ''", name="ck_upload_names"),
    sa.CheckConstraint("n_rows >= 0 and base_seq < seq", name="ck_upload_numbers"),
)

withdrawal = sa.Table(
    "withdrawal",
    METADATA,
    _seq("target", "upload.seq", primary_key=True),
    _seq("seq", "event.seq"),
    sa.CheckConstraint("seq > target", name="ck_withdrawal_later"),
)

# The rows of an upload once more, as one Arrow record batch: read many times faster than rows.
batch = sa.Table(
    "batch",
    METADATA,
    _seq("seq", "upload.seq", primary_key=True),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("content", OnlyBytes, nullable=False),
)

# Files on their way to being committed. No part of the ledger: rows come and go.
staging = sa.Table(
    "staging",
    METADATA,
    sa.Column("token", sa.Text, primary_key=True),
    sa.Column("filename", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("staged_time", _WORD, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# What headings mean, said by a person. No part of the ledger, but nothing is updated here either.
mapping = sa.Table(
    "mapping",
    METADATA,
    sa.Column("source", sa.String(64), primary_key=True),
    sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("mapping", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("recorded_time", _WORD, nullable=False),
    sa.CheckConstraint("actor <> ''", name="ck_mapping_actor"),
)


def _rows(name: str, shape: Shape, *rules: sa.CheckConstraint) -> sa.Table:
    return sa.Table(
        name,
        METADATA,
        _seq("seq", "upload.seq", primary_key=True),
        sa.Column("line", sa.Integer, primary_key=True, autoincrement=False),
        *(_column(column, shape) for column in shape.columns),
        *(_rule(column, name) for column in shape.columns),
        sa.UniqueConstraint("seq", *shape.key, name=f"uq_{name}_key"),
        *rules,
    )


def _column(name: str, shape: Shape) -> sa.Column[object]:
    type_ = sa.BigInteger() if name in INTEGERS else _WORD if name in shape.key else sa.Text()
    return sa.Column(name, type_, nullable=name not in shape.required)


def _rule(column: str, table: str) -> sa.CheckConstraint:
    if column in MONEY:
        rule = f"{column} >= 0"
    elif column in INTEGERS:
        rule = f"{column} between 0 and {_PERCENT_PPM_MAX}"
    else:  # empty is NULL and nothing else: some databases read '' as NULL
        rule = f"{column} <> ''"
    return sa.CheckConstraint(rule, name=f"ck_{table}_{column}")


report = _rows(
    "report",
    SHAPES[PROGRESS],
    sa.CheckConstraint(
        f"{Reports.KIND} in ({', '.join(repr(kind.value) for kind in ItemKind)})",
        name="ck_report_kind_known",
    ),
    sa.CheckConstraint(
        "length(period) = 7 and substr(period, 5, 1) = '-'"
        " and substr(period, 6, 2) between '01' and '12'",
        name="ck_report_month",
    ),
)
sa.Index("ix_report_item", report.c[Reports.ITEM_ID])
sa.Index("ix_report_period", report.c[Reports.PERIOD])
project = _rows("project", SHAPES[PROJECTS])
task = _rows("task", SHAPES[TASKS])

ROWS = {PROGRESS: report, PROJECTS: project, TASKS: task}
