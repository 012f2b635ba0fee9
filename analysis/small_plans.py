"""Year plans so small that a rate of them says little: their amounts are said instead."""

import pandas as pd

from analysis.charts.rows import Row, rows_of
from analysis.charts.words import percent
from analysis.metrics.columns import Counted
from domain.columns import Projects, Reports
from domain.money import YUAN_PER_MILLION
from texts import Texts
from texts.amounts import said_amount

# A column ends at a million: of less than ten it shows one digit, and no reader finds the rate.
_SMALL_YUAN = 10 * YUAN_PER_MILLION
_FULL_PERCENT = 100
_MOST_SAID = 2


def sentence(rows: pd.DataFrame, t: Texts) -> str:
    """Say plan and delivery exactly of projects that did more than a very small year plan.

    ``rows`` are those of ``money.with_delivery``; empty where there is none. The highest rate is
    said first, two are said by name.
    """
    plan, rate = rows[Reports.YEAR_PLAN_YUAN], rows[Counted.COMPLETION_PERCENT]
    telling = ((plan < _SMALL_YUAN) & (rate > _FULL_PERCENT)).fillna(value=False)
    small = rows[telling].sort_values(
        Counted.COMPLETION_PERCENT.value, ascending=False, kind="stable"
    )
    if small.empty:
        return ""
    listed = t("compared.joiner").join(_said(row, t) for row in rows_of(small.head(_MOST_SAID)))
    key = "compared.small_plans_more" if len(small) > _MOST_SAID else "compared.small_plans"
    least = said_amount(_SMALL_YUAN, t, exact=True)
    return t(key, least=least, listed=listed, count=len(small))


def _said(row: Row, t: Texts) -> str:
    return t(
        "compared.small_plan",
        name=row[Projects.NAME],
        rate=percent(row[Counted.COMPLETION_PERCENT]),
        plan=said_amount(row[Reports.YEAR_PLAN_YUAN], t, exact=True),
        done=said_amount(row[Reports.DONE_YTD_YUAN], t, exact=True),
    )
