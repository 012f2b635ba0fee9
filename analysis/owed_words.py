"""Which reports a unit owes, by number and name."""

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.memo import once
from analysis.metrics.columns import Counted
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period

_MOST = 3


@once
def owed_items(watched: Watched, months: tuple[Period, ...]) -> dict[tuple[str, str], list[str]]:
    """Return the items whose reports are not there on the day, by responsible unit and month."""
    table = supervision.by_report(watched, months)
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows_of(table[table[Counted.RECEIVED] == 0]):
        said = f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}"
        found.setdefault((row[Reports.RESPONSIBLE_UNIT], row[Reports.PERIOD]), []).append(said)
    return found


def named(items: list[str], words: Words) -> str:
    """Name the first items, and how many there are where not all are named."""
    t = words.t
    first = t("warning.and").join(items[:_MOST])
    if len(items) <= _MOST:
        return first
    return t("warning.owed_and_others", items=first, count=len(items))
