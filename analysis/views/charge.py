"""What a person has in charge, on the day and in the month that supervision looks at."""

import pandas as pd

from analysis import people
from analysis.memo import once
from analysis.metrics import charge, problems
from analysis.people import InCharge
from analysis.views import problems as views
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period

MONTHS_AHEAD = 3  # of what is to begin or to end


@once
def due_nodes(watched: Watched, period: Period) -> pd.DataFrame:
    """One row per start or finish up to three months after the day, the earliest first."""
    board, this = watched.board, Period.parse(watched.today[:7])
    last = str(this.earlier(-MONTHS_AHEAD))
    planned = people.nodes(board.projects)
    return charge.due_nodes(planned, board.standing(period), first=str(this), last=last)


@once
def by_project(watched: Watched, period: Period, role: InCharge) -> pd.DataFrame:
    """One row per person and project in their charge."""
    board = watched.board
    return charge.by_project(
        people.charges(board.projects, role),
        board.standing(period),
        supervision.by_report(watched, (period,)),
        problems.by_item(views.every(watched)),
        due_nodes(watched, period),
    )


@once
def by_person(watched: Watched, period: Period, role: InCharge) -> pd.DataFrame:
    """One row per person who has a project in charge."""
    return charge.by_person(by_project(watched, period, role))
