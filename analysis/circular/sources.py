"""Rows of metric tables as the sources of a number, each saying in words what it holds."""

from datetime import date

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words, percent
from analysis.circular.written import Source
from analysis.frames import PPM_PER_PERCENT
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports, Submissions
from domain.periods import Period
from texts.dates import spoken


def of_report(row: Row, words: Words) -> Source:
    """Return an expected report: when it was due and when it came."""
    t, came = words.t, row[Submissions.RECEIVED_ON]
    due = spoken(row[Counted.DUE_ON], t)
    if came is None:
        return _of(row, row[Reports.PERIOD], t("circular.said_due", due=due))
    return _of(
        row, row[Reports.PERIOD], t("circular.said_received", received=spoken(came, t), due=due)
    )


def of_percent(row: Row, words: Words) -> Source:
    """Return a report by the percent done it states."""
    shown = percent(row[Reports.PERCENT_PPM] / PPM_PER_PERCENT)
    return _of(row, row[Reports.PERIOD], words.t("circular.said_percent", percent=shown))


def of_standing(row: Row, period: Period, words: Words) -> Source:
    """Return where an item stands: its light and the two percentages it was judged by."""
    judged, schedule = row[Counted.JUDGED_PERCENT], row[Counted.SCHEDULE_PERCENT]
    if not row[Counted.IS_CURRENT] or judged is None:
        return _of(row, str(period), words.t("circular.said_unreported"))
    light = words.t(f"light.{row[Counted.LIGHT]}")
    said = {"light": light, "percent": percent(judged), "schedule": percent(schedule)}
    by = measure(row, words)
    return _of(row, str(period), words.t("circular.said_light", measure=by, **said))


def measure(row: Row, words: Words) -> str:
    """Name what an item was judged by in the month."""
    return warned.measure(words, by_completion=row[Counted.COMPLETION_PERCENT] is not None)


def of_amount(row: Row, figure: str, period: Period, words: Words) -> Source:
    """Return what an item states of an amount, with the month it is from where that is another."""
    since = Period.parse(row[Counted.REPORTED_PERIOD])
    key = "circular.said_amount" if since == period else "circular.said_amount_carried"
    month = words.t("chart.month_in_full", year=since.year, month=since.month)
    said = {
        "figure": words.t(f"column.{figure}"),
        "amount": words.amount(row[figure]),
        "month": month,
    }
    return _of(row, str(period), words.t(key, **said))


def of_project(row: Row, kind: str, period: Period, words: Words) -> Source:
    """Return a project of the library with its total investment."""
    total, t = row[Projects.TOTAL_YUAN], words.t
    figure = t(f"column.{Projects.TOTAL_YUAN}")
    said = (
        t("circular.said_undisclosed")
        if total is None
        else t("circular.said_amount", figure=figure, amount=words.amount(total))
    )
    return Source(kind, row[Projects.ID], row[Projects.NAME], None, str(period), said)


def of_warning(row: Row, words: Words) -> Source:
    """Return a warning with what its rule saw."""
    return _of(row, row[Reports.PERIOD], warned.seen(row, words))


def units(source: Source, words: Words) -> str:
    """Name the unit of a row, or all units that carry its item; nothing where nobody does."""
    return words.t("warning.and").join(map(words.in_full, source.units))


def of_unit(name: str, period: Period, said: str) -> Source:
    """Return a unit's count of a month."""
    return Source(None, None, None, name, str(period), said)


def spelled(day: str, words: Words) -> str:
    """Spell a day as a circular does."""
    known = date.fromisoformat(day)
    return words.t("circular.date", year=known.year, month=known.month, day=known.day)


def _of(row: Row, period: str, said: str) -> Source:
    kind, number, name = row[Reports.KIND], row[Reports.ITEM_ID], row[Reports.ITEM_NAME]
    return Source(kind, number, name, row.get(Reports.RESPONSIBLE_UNIT), period, said)
