"""Small submissions for tests, and short ways to commit them."""

from datetime import UTC, datetime

import pandas as pd

from domain.acts import Subject
from store.acts import Act, acts, append
from store.ledger import Ledger
from store.shapes import SHAPES
from store.submission import Submission
from store.uploads import Upload

CLICK = "one-click"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
A_PROJECT = {"project_id": "P01", "project_name": "新乡氢能产业园"}
A_TASK = {"task_id": "T01", "task_name": "持续推进植树造林", "responsible_units": "社会事务局"}


def frame(kind, *rows):
    """Return a frame with every column of the kind; what a row leaves out is empty."""
    return pd.DataFrame(list(rows), columns=list(SHAPES[kind].columns), dtype=object)


def a_report(item="P01", ppm=500_000, *, period="2026-10", unit="财政局", **more):
    row = {"period": period, "item_kind": "项目", "item_id": item, "responsible_unit": unit}
    return row | {"percent_done_ppm": ppm} | more


def progress(*reports, raw=None, filename="十月进展.xlsx", illustrative=False):
    content = repr(reports).encode() if raw is None else raw
    return Submission("progress", filename, content, frame("progress", *reports), illustrative)


def projects(*rows):
    rows = rows or (A_PROJECT,)
    return Submission("projects", "projects.csv", repr(rows).encode(), frame("projects", *rows))


def tasks(*rows):
    rows = rows or (A_TASK,)
    return Submission("tasks", "tasks.csv", repr(rows).encode(), frame("tasks", *rows))


def commit(ledger: Ledger, submission: Submission, *, at=NOON, **more) -> Upload:
    """Commit on top of whatever is there, under a token of its own."""
    base = ledger.version()
    said = {"actor": "经济发展局", "base": base, "token": f"token-{base}"} | more
    return ledger.commit(submission, at=at, **said)


def withdraw(ledger: Ledger, version: int, *, at=NOON) -> int:
    return ledger.withdraw(version, actor="督查室", at=at, reason="重复报送")


def act(ledger: Ledger, key="P01", *, subject=Subject.WARNING, body=None, at=NOON, **more) -> Act:
    """Act on something, having seen whatever was done about it."""
    said = {"actor": "财政局", "seen": len(acts(ledger))} | more
    return append(ledger, subject, key, body or {"text": "正在办理"}, at=at, **said)
