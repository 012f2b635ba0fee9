"""Warnings in the reader's words: what the rule is, and what it saw in the rows it rests on."""

from analysis.charts.rows import Row
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted, Raised
from domain.columns import Reports
from domain.warnings import Warned
from texts.dates import spoken

_PPM = 10_000
_PERCENTAGES = {
    Reports.PERCENT_PPM.value,
    Counted.PERCENT_DONE.value,
    Counted.JUDGED_PERCENT.value,
}

_OF_A_FIGURE = {
    Warned.STAGNATING,
    Warned.REGRESSING,
    Warned.MEASURE_SUSPECT,
    Warned.TARGET_MOVED,
}


def named(rule: str, words: Words) -> str:
    """Name a rule."""
    return words.t(f"warning.{rule}")


def rule(row: Row, words: Words) -> str:
    """Say the rule with the threshold that was in force."""
    threshold = row[Raised.THRESHOLD]
    shown = "" if threshold is None else f"{threshold:,g}".replace("-", "−")
    return words.t(f"warning.{row[Raised.RULE]}_rule", threshold=shown)


def seen(row: Row, words: Words) -> str:
    """Say what the rule saw: the figures, months and days the warning rests on.

    ``row`` has the columns of ``analysis.evidence``.
    """
    said = {
        "period": _month(row[Reports.PERIOD], words),
        "figure": _figure(row, words),
        "was": _shown(row, Raised.WAS, Raised.WAS_TEXT, words),
        "now": _shown(row, Raised.NOW, Raised.NOW_TEXT, words),
        "reason": row[Raised.REASON] or words.t("table.not_stated"),
    }
    return words.t(f"warning.{row[Raised.RULE]}_seen", **said, **_of_rule(row, words))


def measure(words: Words, *, by_completion: bool) -> str:
    """Name what an item is judged by: 投资完成率 or 完成进度."""
    return words.t(f"warning.measure_{'completion' if by_completion else 'percent'}")


def days_left(days: int, words: Words) -> str:
    """Say how many days are left to a due day, or how many it is over."""
    name = "days_left" if days > 0 else "due_today" if days == 0 else "days_over"
    return words.t(f"warning.{name}", days=abs(days))


def _of_rule(row: Row, words: Words) -> dict[str, str]:
    """Name the texts of a rule as its sentence calls them."""
    then, now, rule = row[Raised.WAS_TEXT] or "", row[Raised.NOW_TEXT] or "", row[Raised.RULE]
    if rule in {Warned.MISSING, Warned.LATE}:
        said = "today" if rule == Warned.MISSING else "received_on"
        return {"due_on": spoken(then, words.t), said: spoken(now, words.t)}
    if rule == Warned.OVERDUE:
        months = str(row[Raised.NOW] - row[Raised.WAS])
        return {"due_period": _month(then, words), "months": months}
    if rule == Warned.OVER_TOTAL:
        return {"reported_period": _month(now, words)}
    if rule in {Warned.BEHIND, Warned.UNITS_DISAGREE}:
        gap = signed((row[Raised.NOW] - row[Raised.WAS]) / _PPM).removeprefix("+")
        return {
            "gap": gap,
            "measure": measure(words, by_completion=now == Counted.COMPLETION_PERCENT),
        }
    return {"before": _month(then, words)} if then and rule != Warned.TARGET_MOVED else {}


def _shown(row: Row, number: Raised, text: Raised, words: Words) -> str:
    """Show a figure by what it is of: a percentage, an amount, or a target as it was written."""
    figure, known = row[Raised.FIGURE] or "", row[number]
    if row[Raised.RULE] == Warned.TARGET_MOVED:
        return _target(figure, row[text], words)
    if known is None:
        return words.t("table.not_stated")
    return percent(known / _PPM) if figure in _PERCENTAGES else words.amount(known)


def _target(figure: str, written: str | None, words: Words) -> str:
    if not written:
        return words.t("table.not_stated")
    return words.amount(int(written)) if figure.endswith("_yuan") else spoken(written, words.t)


def _figure(row: Row, words: Words) -> str:
    """Name what moved, for the rules whose sentence speaks of it."""
    name = row[Raised.FIGURE]
    if not name or row[Raised.RULE] not in _OF_A_FIGURE:
        return ""
    return words.t(f"column.{Reports.PERCENT_PPM if name in _PERCENTAGES else name}")


def _month(period: str, words: Words) -> str:
    return spoken(period, words.t)
