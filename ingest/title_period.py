"""The month that a title states for a whole progress sheet without a column of months."""

from domain.columns import Reports
from domain.findings import Finding
from domain.periods import Period
from ingest.codes import Code, found
from ingest.context import Context
from ingest.headers import Header
from ingest.report import SheetKind
from ingest.title_months import months_in


def period_in(
    titles: tuple[str, ...], header: Header, context: Context, sheet: str | None
) -> tuple[dict[str, str], list[Finding]]:
    """Return the month by its column when the titles state exactly one that may be reported."""
    if header.kind is not SheetKind.PROGRESS or header.cell(Reports.PERIOD):
        return {}, []
    stated = {month: title for title in titles for month in months_in(title)}
    latest = Period(context.today.year, context.today.month)
    if len(stated) != 1 or not context.plan.first_period <= min(stated) <= latest:
        return {}, []
    (month, title), *_ = stated.items()
    told = found(
        Code.W_PERIOD_FROM_TITLE, header.row.number, "期间", title, sheet=sheet, read=str(month)
    )
    return {Reports.PERIOD: str(month)}, [told]
