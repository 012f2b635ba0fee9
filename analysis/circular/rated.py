"""What units are ranked by: rates of their reports, of their tasks and of their projects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import pandas as pd

from analysis.circular import sources
from analysis.circular.source_rows import SourceRows
from analysis.circular.written import Source, Wording
from analysis.metrics import series
from analysis.metrics.columns import Counted
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import ItemKind, Reports
from domain.periods import Period

_UNIT = Reports.RESPONSIBLE_UNIT.value
_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value


class Ranking(StrEnum):
    """What units are ranked by; tasks and projects have no common measure."""

    REPORTING = "reporting"  # received ÷ expected
    ON_TIME = "on_time"  # received in time ÷ expected
    PROGRESS = "progress"  # mean of the percent done it reported of its tasks
    COMPLETION = "completion"  # done this year ÷ year plan of the projects it reports


BY_REPORTS = frozenset({Ranking.REPORTING, Ranking.ON_TIME})


@dataclass(frozen=True, slots=True)
class Rated:
    """The rates of units by one ranking, and by unit what each rests on.

    ``rows`` and ``of`` are what a rate was counted from; ``every`` are the reports or items of the
    unit of which ``rows`` are a part.
    """

    table: pd.DataFrame
    rate: str
    rows: Mapping[str, Sequence[Source]]
    of: Mapping[str, Sequence[Source]]
    every: Mapping[str, Sequence[Source]]
    how: str


def rate_units(seen: Watched, period: Period, ranking: Ranking, wording: Wording) -> Rated:
    """Return the rates of units in a month."""
    reports = supervision.by_report(seen, (period,))
    expected = SourceRows.of(reports, partial(sources.of_report, words=wording.words))
    if ranking in BY_REPORTS:
        return _by_reports(seen, period, expected, ranking, wording)
    kind = ItemKind.TASK if ranking == Ranking.PROGRESS else ItemKind.PROJECT
    every = expected.where(reports[Reports.KIND] == kind).by(_UNIT)
    by = _by_tasks if ranking == Ranking.PROGRESS else _by_projects
    return by(seen, period, every, wording)


def _by_reports(
    seen: Watched, period: Period, expected: SourceRows, ranking: Ranking, wording: Wording
) -> Rated:
    rate = Counted.REPORTING_PERCENT if ranking == Ranking.REPORTING else Counted.ON_TIME_PERCENT
    counted = expected.where(expected.table[Counted.RECEIVED])
    if ranking == Ranking.ON_TIME:
        counted = counted.where(expected.table[Counted.LATE] != 1)
    table = supervision.board_of_units(seen, (period,))
    how, every = wording.words.t("circular.how_share"), expected.by(_UNIT)
    return Rated(table, rate.value, counted.by(_UNIT), every, every, how)


def _by_tasks(
    seen: Watched, period: Period, every: Mapping[str, Sequence[Source]], wording: Wording
) -> Rated:
    came = seen.submissions
    is_task, of_month = came[Reports.KIND] == ItemKind.TASK, came[Reports.PERIOD] == str(period)
    stated = came[is_task & of_month & came[Reports.PERCENT_PPM].notna()]
    means = series.of_units(stated, seen.board.plan.rulebook, ItemKind.TASK)
    in_order = stated.sort_values(Reports.ITEM_ID.value)
    rows = SourceRows.of(in_order, partial(sources.of_percent, words=wording.words)).by(_UNIT)
    how = wording.words.t("circular.how_mean")
    return Rated(_known(means, wording), Counted.PERCENT_DONE.value, rows, {}, every, how)


def _by_projects(
    seen: Watched, period: Period, every: Mapping[str, Sequence[Source]], wording: Wording
) -> Rated:
    standing = seen.board.standing(period)
    now = standing[standing[Counted.IS_CURRENT].fillna(value=False).astype(bool)]
    now = now[now[_PLAN].notna() & now[_DONE].notna()]
    of_month = now.rename(columns={Counted.REPORTED_PERIOD.value: Reports.PERIOD.value})
    rates = series.of_unit_projects(of_month, seen.board.expected)
    reporters = seen.board.expected[[Reports.KIND.value, Reports.ITEM_ID.value, _UNIT]]
    projects = now[now[Reports.KIND] == ItemKind.PROJECT].merge(reporters)
    dones, plans = (
        SourceRows.of(
            projects,
            partial(sources.of_amount, figure=figure, period=period, words=wording.words),
        ).by(_UNIT)
        for figure in (_DONE, _PLAN)
    )
    how = wording.words.t("circular.how_completion_of_unit")
    return Rated(_known(rates, wording), Counted.PERCENT_DONE.value, dones, plans, every, how)


def _known(rates: pd.DataFrame, wording: Wording) -> pd.DataFrame:
    """Return the rates of the plan's own units."""
    table = rates.rename(columns={Counted.SUBJECT.value: _UNIT})
    return table[table[_UNIT].isin(wording.words.plan.unit_names)]
