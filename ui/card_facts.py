"""The facts of a card, each with its denominator or its month beside it."""

from typing import Any, TypeAlias

from analysis import over_total, partly
from analysis.card import Card
from analysis.charts import differing, overdue
from analysis.charts.phases import phase_name
from analysis.charts.words import Words, percent, points, signed
from analysis.metrics.columns import Counted
from analysis.starts import begun_in_year_of
from domain.columns import ChainBasis, Projects, Reports, Tasks
from domain.periods import Period
from domain.rules import Light
from texts import Texts
from texts.amounts import said_amount
from texts.dates import spoken

Fact: TypeAlias = tuple[str, str, str]
_NOTHING = "—"


def of_project(card: Card, period: Period, words: Words) -> list[Fact]:
    """Return the facts of a project: money, progress, chain, nodes, people."""
    t, row = words.t, card.row
    basis = row[Projects.CHAIN_BASIS]
    chain = words.in_full(row[Projects.CHAIN]) if row[Projects.CHAIN] else t("chart.unassigned")
    nodes = [spoken(row[name] or t("table.not_stated"), t) for name in _NODES]
    return [
        *_money(card, period, words),
        *_progress(card, period, words),
        (t("card.phase"), phase_name(row[Projects.PHASE], words), ""),
        (t("card.chain"), chain, _basis(basis, words)),
        (t("card.nodes"), " — ".join(nodes) if any(map(row.get, _NODES)) else nodes[0], ""),
        (t("card.leader"), row[Projects.LEADER] or t("table.nobody_named"), ""),
        (t("card.officer"), row[Projects.SERVICE_OFFICER] or t("table.nobody_named"), ""),
    ]


def of_task(card: Card, period: Period, words: Words) -> list[Fact]:
    """Return the facts of a task: progress, section, when due, lead."""
    t, row = words.t, card.row
    lead = row[Tasks.LEAD_UNIT]
    first = t("card.first_named", unit=words.in_full(card.units[0])) if card.units else ""
    (label, done, note), light = _progress(card, period, words)
    return [
        (label, done, " ".join(filter(None, (note, _of_units(card, words))))),
        light,
        (t("card.section"), row[Tasks.SECTION] or t("table.not_stated"), ""),
        (t("card.due"), spoken(row[Tasks.DUE] or t("table.not_stated"), t), ""),
        (
            t("card.lead_unit"),
            words.in_full(lead) if lead else t("table.not_stated"),
            "" if lead else first,
        ),
    ]


_NODES = (Projects.PLANNED_START, Projects.PLANNED_FINISH)


def target(stated: str | int | None, t: Texts) -> str:
    """Say a target as a person reads it: an amount in whole 元, a month, or as it is written.

    >>> from texts import catalogue
    >>> [target(one, catalogue("zh")) for one in (1_000_000_000, "2027-05", "年底")]
    ['10.00 亿元', '2027年5月', '年底']
    """
    if stated is None:
        return t("table.not_stated")
    return said_amount(stated, t) if isinstance(stated, int) else spoken(stated, t)


def _money(card: Card, period: Period, words: Words) -> list[Fact]:
    t, row, standing = words.t, card.row, card.standing
    total, done = row[Projects.TOTAL_YUAN], standing[Reports.DONE_TOTAL_YUAN]
    plan, ytd = standing[Reports.YEAR_PLAN_YUAN], standing[Reports.DONE_YTD_YUAN]
    share = t("card.done_share", share=percent(done * 100 / total)) if total and done else ""
    share = " ".join(filter(None, (share, over_total.mark({**row, **standing}, words))))
    return [
        (t("card.total"), words.amount(total) if total is not None else t("table.undisclosed"), ""),
        (t("card.done"), _amount(done, words), share),
        (t("card.year_plan"), _amount(plan or row[Projects.YEAR_PLAN_YUAN], words), ""),
        (t("card.done_ytd"), _amount(ytd, words), _completion(card, period, words)),
    ]


def _of_units(card: Card, words: Words) -> str:
    """Say of how many units a percent is the mean, where not all that carry the task reported."""
    if card.row[Tasks.LEAD_UNIT]:  # whose report alone counts
        return ""
    return partly.some_of(card.standing[Counted.UNITS_REPORTED], len(card.units), words)


def _progress(card: Card, period: Period, words: Words) -> list[Fact]:
    t, standing = words.t, card.standing
    done, spread = standing[Counted.PERCENT_DONE], standing[Counted.SPREAD_POINTS]
    apart = t("card.spread", points=points(spread)) if spread else ""
    note = f"{differing.sign(standing, words)} {apart}".strip()
    return [
        (t("card.percent"), _NOTHING if done is None else percent(done), note),
        (
            t("card.light"),
            overdue.light_of(standing, words),
            _overdue(standing, words) or _when(standing, period, words),
        ),
    ]


def _overdue(standing: dict[str, Any], words: Words) -> str:
    """Say both: for how long the item is overdue, and what the light judges instead."""
    months = standing.get(Counted.MONTHS_OVERDUE)
    if not months:
        return ""
    kept = Light(standing[Counted.LIGHT]) is Light.GREEN
    return words.t("card.overdue_on_schedule" if kept else "card.overdue", months=months)


def _when(standing: dict[str, Any], period: Period, words: Words) -> str:
    t, written = words.t, standing[Counted.REPORTED_PERIOD]
    if written is None:
        return t("card.not_reported")
    month = Period.parse(written)
    key = "card.reported" if month == period else "card.carried"
    return t(key, year=month.year, month=month.month)


def _completion(card: Card, period: Period, words: Words) -> str:
    standing = card.standing
    rate, gap = standing[Counted.COMPLETION_PERCENT], standing[Counted.GAP_POINTS]
    if rate is None:
        return ""
    t = words.t
    said = f"{t('card.completion')} {percent(rate)}"
    if gap is None or not standing[Counted.IS_CURRENT]:
        return said
    schedule = percent(standing[Counted.SCHEDULE_PERCENT])
    judged = said + t("filter.and") + t("card.schedule", percent=schedule, gap=signed(gap))
    return judged + _since_january(card, period, words)


def _since_january(card: Card, period: Period, words: Words) -> str:
    """Say of a project that began in the course of the year that its schedule did not."""
    month = begun_in_year_of(card.row[Projects.PLANNED_START], period)
    if month is None:
        return ""
    return words.t("card.since_january", begun=words.begun(month))


def _basis(basis: str | None, words: Words) -> str:
    t = words.t
    if not basis or basis == ChainBasis.UNASSIGNED:
        return ""
    return t("card.basis", basis=t(f"table.basis_{ChainBasis(basis).name.lower()}"))


def _amount(yuan: int | None, words: Words) -> str:
    return words.t("key.none") if yuan is None else words.amount(yuan)
