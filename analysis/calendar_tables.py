"""Phases and months, as tables that metrics can join."""

from collections.abc import Mapping

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


def reporting_months(due: Mapping[Period, str]) -> pd.DataFrame:
    """Return one row per month with the month before it and the day its reports are due."""
    periods = sorted(due)
    columns = {
        Reports.PERIOD.value: [str(period) for period in periods],
        Counted.BEFORE.value: [str(period.earlier(1)) for period in periods],
        Counted.DUE_ON.value: [due[period] for period in periods],
    }
    return pd.DataFrame(columns, dtype="str")


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
