"""The picture of the reporting board shows every unit of the plan, whatever its size."""

from datetime import date

import pandas as pd
import pytest

from analysis.charts import reporting_board
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.metrics.reporting_board import State
from domain.periods import Period, between
from export.caption import Caption
from export.report import for_report
from export.sizes import PRESETS
from texts import catalogue

MONTHS = [str(month) for month in between(Period(2025, 12), Period(2026, 11))]
COUNTED = {
    Counted.MISSING: State.MISSING,
    Counted.SAME_AS_LAST: State.SAME_AS_LAST,
    Counted.LATE: State.LATE,
    Counted.CORRECTED: State.CORRECTED,
    Counted.OUTSTANDING: State.OUTSTANDING,
}


def cell(unit, month, state):
    counts = {column.value: int(state == one) for column, one in COUNTED.items()}
    said = {"responsible_unit": unit, "period": month, "due_on": f"{month}-25"}
    expected = {Counted.EXPECTED.value: 18, Counted.RECEIVED.value: 17}
    return {**said, **counts, **expected, Counted.STATE.value: state.value}


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
def test_every_unit_stands_in_the_picture(size, illustrated_board):
    t, plan = catalogue("zh"), illustrated_board.plan
    words, units = Words(t, plan), plan.unit_names
    states = [*COUNTED.values(), State.ON_TIME]
    every = [
        cell(unit, month, states[(place + number) % len(states)])
        for place, unit in enumerate(units)
        for number, month in enumerate(MONTHS)
    ]
    figure = reporting_board.board(pd.DataFrame(every), MONTHS, words)
    received = t("figure.received_by", **spelled(date(2026, 11, 25)))
    measure = t("figure.reporting_board_measure")
    about = Caption(
        title=t("figure.reporting_board"),
        zone=plan.zone,
        unit_of_measure=t("chart.shown_after", measure=measure, shown=received),
        as_of="截至2026年11月底",
        rule=t("reporting_rule.printed", due_day=25),
        source="新开〔2020〕26号；台账第 20 版",
        illustrative=True,
    )
    picture = for_report(figure, about, size, t)
    assert len(picture.data[0].y) == len(units) == 11
    assert "未列出" not in " ".join(note.text for note in picture.layout.annotations)


def spelled(day):
    return {"year": day.year, "month": day.month, "day": day.day}
