"""What a sheet as a whole asks of whoever uploads it, beyond the unit that each row names."""

from domain.columns import Reports
from domain.findings import Finding
from domain.periods import Period
from ingest.codes import Code, found
from ingest.context import Uploader
from ingest.report import Report, SheetKind

_MONTH = "期间"


def rights_findings(report: Report, uploader: Uploader) -> tuple[Finding, ...]:
    """Return what the uploader may not commit: a registry, or a month that was closed."""
    if report.kind is None or not uploader.may_upload:
        return ()
    if report.kind is not SheetKind.PROGRESS:
        return () if uploader.may_edit_registry else (found(Code.E_FORBIDDEN_TABLE),)
    earliest = uploader.earliest
    if earliest is None:
        return ()
    months = [None if month is None else str(month) for month in report.frame[Reports.PERIOD]]
    return tuple(
        found(Code.E_FORBIDDEN_MONTH, row, _MONTH, month, earliest=str(earliest))
        for row, month in zip(report.rows, months, strict=True)
        if month is not None and Period.parse(month) < earliest
    )
