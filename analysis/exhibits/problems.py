"""Exhibits of the ledger of problems (问题台账): open ones by unit and type, and by age."""

import plotly.graph_objects as go

from analysis.charts import problems as charts
from analysis.charts.words import Words
from analysis.exhibits.exhibit import WatchedExhibit
from analysis.memo import recently
from analysis.metrics.columns import Troubled
from analysis.views import problems
from analysis.views.supervision import Watched
from domain.columns import Assignments
from domain.periods import Period

MATRIX, AGES = "problems_by_unit", "problems_by_age"


@recently
def by_type_and_unit(watched: Watched, _: Period, words: Words) -> go.Figure | None:
    """Draw open problems by unit and type; None where none is open."""
    table = problems.by_unit(watched)
    owing = table[table[Troubled.OPEN] > 0][Assignments.RESPONSIBLE_UNIT].tolist()
    if not owing:
        return None
    return charts.by_type_and_unit(problems.by_type_and_unit(watched), owing, words)


@recently
def by_age(watched: Watched, _: Period, words: Words) -> go.Figure | None:
    """Draw open problems by the days they are open; None where none is open."""
    table = problems.by_age(watched)
    return charts.by_age(table, words) if table[Troubled.OPEN].sum() else None


def _none_open(watched: Watched, _: Period, words: Words) -> str:
    """Say that no problem is open: a picture would show no more."""
    is_open = problems.by_age(watched)[Troubled.OPEN].sum()
    return "" if is_open else words.t("problem.nothing_open")


EXHIBITS = (
    WatchedExhibit(MATRIX, by_type_and_unit, of_day=True, idle=_none_open),
    WatchedExhibit(AGES, by_age, of_day=True, idle=_none_open),
)
