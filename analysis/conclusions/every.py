"""Which conclusion belongs to which chart."""

from analysis.charts.words import Words
from analysis.conclusions import money, progress, units
from analysis.conclusions.saying import Say
from analysis.exhibits.progress import FOLLOWABLE, KINDS
from analysis.exhibits.reporting import DISCIPLINE
from analysis.views.comparison import Measure
from analysis.views.supervision import Watched
from domain.periods import Period

_SAID: dict[str, Say] = {
    "investment": money.by_chain,
    "projects": money.largest,
    "phases": money.by_phase,
    "concentration": money.concentration,
    "completed": money.completed,
    "completion": money.completion,
    "completion_projects": money.slowest,
    "compared": money.compared,
    "curve": money.curve,
    "changed_done": money.changed(Measure.DONE),
    "changed_total": money.changed(Measure.TOTAL),
    "changed_lights": progress.changed_lights,
    "gaps": progress.gaps,
    **{f"trend_{one}": progress.trend(one) for one in FOLLOWABLE},
    **{f"lights_{one}": progress.lights(kind) for one, kind in KINDS.items()},
    **{f"heatmap_{one}": progress.items(one) for one in KINDS},
    **{f"multiples_{one}": progress.items(one) for one in KINDS},
    **{f"finishes_{one}": progress.finishes(kind) for one, kind in KINDS.items()},
    "owed": units.owed,
    **{key: units.discipline(carried) for carried, key in DISCIPLINE.items()},
    "reporting_board": units.board,
    "reporting_rate": units.rate,
    "load": units.load,
    "load_state": units.load_by_state,
    "load_projects": units.projects_by_state,
    "matrix": units.matrix,
    "matrix_projects": units.projects,
    "together": units.together,
    "problems_by_unit": units.problems_by_unit,
    "problems_by_age": units.problems_by_age,
}


def conclusion(key: str, watched: Watched, period: Period, words: Words) -> str:
    """Say in one sentence, without its full stop, what a chart shows in ``period``.

    It is read from the table the chart is drawn from and names its units. Empty where nothing can
    be said, or for a chart that is not known here.
    """
    say = _SAID.get(key)
    return say(watched, period, words) if say else ""
