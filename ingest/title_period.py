"""The month that a title states for a whole progress sheet without a column of months."""

import re

from domain.columns import Reports
from domain.findings import Finding
from domain.periods import Period
from ingest.characters import fold
from ingest.codes import Code, found
from ingest.context import Context
from ingest.headers import Header
from ingest.report import SheetKind

_MONTH = re.compile(
    r"(?P<year>20\d{2})\s*年\s*(?:0?1\s*月?\s*[-~至到—–]+\s*)?(?P<month>1[0-2]|0?[1-9])\s*月"
)


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


def months_in(title: str) -> tuple[Period, ...]:
    """Return the months a title names; of a span from January its last.

    >>> [str(month) for month in months_in("滨江新区2026年1—10月重点项目进展情况")]
    ['2026-10']
    >>> months_in("2026年度重点项目"), months_in("2026年第3季度")
    ((), ())
    """
    found_in = _MONTH.finditer(fold(title))
    return tuple(Period(int(one["year"]), int(one["month"])) for one in found_in)
