"""Phases and months, as tables that metrics can join."""

import pandas as pd

from analysis.metrics.columns import Counted
from analysis.plan_tables import POSITION
from domain.columns import Phase, Projects, Reports
from domain.periods import MONTHS, Period
from domain.rulebook import Rulebook

NOT_STATED = ""  # stands for 未注明 in the list of phases, where a key cannot be empty


def phases() -> pd.DataFrame:
    """Return one row per phase in the order of a project's life, the phase not stated last."""
    names = [*(phase.value for phase in Phase), NOT_STATED]
    return pd.DataFrame({Projects.PHASE.value: names, POSITION: range(len(names))})


def months(year: int, rulebook: Rulebook) -> pd.DataFrame:
    """Return one row per month of a year with its 序时进度 in percent, by the rule of its time."""
    periods = [Period(year, month) for month in range(1, MONTHS + 1)]
    return pd.DataFrame(
        {
            Reports.PERIOD.value: [str(period) for period in periods],
            Counted.SCHEDULE_PERCENT.value: [
                rulebook.schedule_percent(period) for period in periods
            ],
        }
    )
