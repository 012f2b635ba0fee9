"""What an upload means, as tables a person reads: its findings, its changes, its predecessors."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from analysis.charts.words import percent
from analysis.frames import PPM_PER_PERCENT
from domain.columns import Reports
from domain.findings import Severity
from domain.money import in_yi
from ingest.changes import Changes
from ingest.findings_text import sentence
from ingest.report import SheetKind
from store.intake import Preview
from texts import Texts
from ui import cache, clock

_SHOWN_FINDINGS = 200
_ALIKE = 5  # more warnings of one kind than this stand as one row


def findings(seen: Preview, t: Texts) -> pd.DataFrame:
    """Return one row per error, then per warning, with its place and its sentence.

    Many warnings of one kind stand as one row with the places of all, so that they bury nothing.
    """
    doubts = [*seen.report.errors, *seen.report.warnings]
    alike = Counter((one.code, one.column) for one in doubts if one.severity is Severity.WARNING)
    shown = [one for one in doubts if alike[one.code, one.column] <= _ALIKE][:_SHOWN_FINDINGS]
    rows = [(one, "" if one.row is None else str(one.row)) for one in shown]
    for (code, column), count in alike.items():
        if count > _ALIKE:
            same = [one for one in doubts if (one.code, one.column) == (code, column)]
            first = ", ".join(str(one.row) for one in same[:_ALIKE])
            rows.append((same[0], t("upload.rows_alike", first=first, count=count)))
    return pd.DataFrame(
        {
            t("upload.column_severity"): t(f"upload.severity_{finding.severity}"),
            t("upload.column_row"): place,
            t("upload.column_column"): finding.column or "",
            t("upload.column_finding"): sentence(finding, t),
        }
        for finding, place in rows
    )


def changes(seen: Preview, t: Texts) -> pd.DataFrame:
    """Return one row per added or removed row and per edited cell of a sheet not yet committed."""
    if seen.changes is None:
        return pd.DataFrame()
    progress = seen.report.kind is SheetKind.PROGRESS
    return changed(seen.changes, first_figures(seen.report.frame, t) if progress else {}, t)


def changed(
    found: Changes, first: Mapping[tuple[str, ...], tuple[str, str, str]], t: Texts
) -> pd.DataFrame:
    """Return one row per added or removed row and per edited cell.

    ``first`` names, for an added row, a column and what it says.
    """
    rows = [(key, "added", *first.get(key, ("", "", ""))) for key in found.added]
    rows += [
        (
            edit.key,
            "edited",
            t(f"column.{edit.column}"),
            *_both(edit.column, edit.before, edit.after),
        )
        for edit in found.edited
    ]
    rows += [(key, "removed", "", "", "") for key in found.removed]
    return pd.DataFrame(
        {
            t("upload.column_key"): " · ".join(key),
            t("upload.column_change"): t(f"upload.is_{change}"),
            t("upload.column_cell"): column,
            t("upload.column_before"): before,
            t("upload.column_after"): after,
        }
        for key, change, column, before, after in rows
    )


def first_figures(reports: pd.DataFrame, t: Texts) -> dict[tuple[str, ...], tuple[str, str, str]]:
    """Return what each progress report says first of all, its percent done, by its key."""
    name = Reports.PERCENT_PPM.value
    keys = zip(
        reports[Reports.PERIOD],
        reports[Reports.ITEM_ID],
        reports[Reports.RESPONSIBLE_UNIT],
        strict=True,
    )
    header = t(f"column.{name}")
    return {
        tuple(map(str, key)): (header, "", _shown(name, None if pd.isna(ppm) else int(ppm)))
        for key, ppm in zip(keys, reports[name], strict=True)
    }


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
    return t("ledger.actor_seed") if actor == "seed" else actor


def _both(column: str, before: object, after: object) -> tuple[str, str]:
    return _shown(column, before), _shown(column, after)


def _shown(column: str, cell: object) -> str:
    if cell is None:
        return "—"
    if isinstance(cell, int) and column.endswith("_ppm"):
        return percent(cell / PPM_PER_PERCENT)
    if isinstance(cell, int) and column.endswith("_yuan"):
        return f"{in_yi(cell)} 亿元"
    return str(cell)
