"""Tables of the upload page: the doubts about a sheet, and the uploads before it."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from domain.findings import Finding, Severity
from ingest.characters import visible
from ingest.findings_text import sentence
from ingest.report import Report
from texts import Texts
from texts.actors import actor_named
from texts.markdown import plain
from ui import cache, clock

_SHOWN_FINDINGS = 200
_ALIKE = 5  # more warnings of one kind than this stand as one row
_CELLS_BESIDE = 5  # of the row, enough to know it by


def findings(doubts: Sequence[Finding], report: Report, t: Texts) -> pd.DataFrame:
    """Return one row of Markdown per doubt: its place, what the row says, the sentence.

    Many warnings of one kind stand as one row with the places of all, so that they bury nothing.
    """
    alike = Counter((one.code, one.column) for one in doubts if one.severity is not Severity.ERROR)
    shown = [one for one in doubts if alike[one.code, one.column] <= _ALIKE][:_SHOWN_FINDINGS]
    rows = [(one, "" if one.row is None else str(one.row)) for one in shown]
    for (code, column), count in alike.items():
        if count > _ALIKE:
            same = [one for one in doubts if (one.code, one.column) == (code, column)]
            first = ", ".join(str(one.row) for one in same[:_ALIKE])
            rows.append((same[0], t("upload.rows_alike", first=first, count=count)))
    beside = _beside(report)
    return pd.DataFrame(
        {
            t("upload.column_severity"): t(f"upload.severity_{finding.severity}"),
            t("upload.column_row"): place,
            t("upload.column_column"): plain(visible(finding.column or "")),
            t("upload.column_says"): plain(beside.get(finding.row or 0, "")),
            t("upload.column_finding"): plain(sentence(finding, t)),
        }
        for finding, place in rows
    )


def past_uploads(t: Texts) -> pd.DataFrame:
    """Return one row per upload the ledger keeps, newest first."""
    return pd.DataFrame(
        {
            t("upload.column_version"): upload.version,
            t("upload.column_time"): upload.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
            t("upload.column_actor"): _actor(upload.actor, t),
            t("upload.column_kind"): t(f"upload.kind_{upload.kind}"),
            t("upload.column_filename"): upload.filename,
            t("upload.column_rows"): upload.n_rows,
            t("upload.column_state"): t(
                "upload.withdrawn" if upload.withdrawn else "upload.in_force"
            ),
            t("upload.column_mark"): t("samples.mark") if upload.illustrative else "",
        }
        for upload in reversed(cache.ledger().uploads())
    )


def _actor(actor: str, t: Texts) -> str:
    return t("ledger.actor_seed") if actor == "seed" else actor_named(actor, t)


def _beside(report: Report) -> dict[int, str]:
    """Return the first filled cells of every row of the sheet, by the number Excel shows."""
    if report.table is None:
        return {}
    return {
        row.number: visible(
            " | ".join([cell.strip() for cell in row.cells if cell.strip()][:_CELLS_BESIDE])
        )
        for row in report.table.rows
    }
