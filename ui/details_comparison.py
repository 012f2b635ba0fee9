"""The rows behind a chart of two dates."""

import streamlit as st

from analysis.charts.comparison import SUM
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.between import ABSENT, Step
from analysis.metrics.columns import Counted
from analysis.views import comparison
from analysis.views.comparison import Measure, Moment
from domain.columns import ItemKind, Reports
from domain.rules import Light
from texts import Texts
from texts.amounts import rounds_apart, written_amount
from texts.dates import spoken
from texts.markdown import plain
from ui import phone, tables


def changed(before: Moment, after: Moment, measure: Measure, t: Texts, *, step: str | None) -> None:
    """Show the projects of the step that was clicked; those of all steps behind a sum."""
    table = comparison.changes(before, after, measure)
    if (table[Counted.STEP] == Step.SAME).all():
        return
    if step is None:
        st.caption(t("detail.hint_step"))
        return
    if step in set(Step):
        table = table[table[Counted.STEP] == step]
        said = t(f"chart.step_{step}", count=len(table))
    elif step == SUM:
        said = t("detail.projects_all", count=len(table))
    else:  # a bar of one project
        table = table[table[Reports.ITEM_ID] == step]
        said = plain(str(table[Reports.ITEM_NAME].iloc[0])) if len(table) else step
    st.markdown(f"**{said}**")
    shown = [_changed_row(row, before, after, t) for row in rows_of(table)]
    if measure is Measure.TOTAL:
        shown = [{name: row[name] for name in row if name != "months_counted"} for row in shown]
    phone.table(tables.named(t, shown), t, key=f"changed-{measure}-behind")
    if any(_rounds_apart(row, t) for row in rows_of(table)):
        st.caption(t("detail.changes_rounded"))


def lights(before: Moment, after: Moment, t: Texts, *, cell: tuple[str, str] | None) -> None:
    """Show the items whose light went the way that was clicked."""
    if cell is None:
        st.caption(t("detail.hint_lights"))
        return
    was, becomes = cell
    table = comparison.lights(before, after)
    here = (table[Counted.LIGHT_BEFORE] == was) & (table[Counted.LIGHT_AFTER] == becomes)
    words = Words(t, after.board.plan)
    rows = rows_of(table[here])
    one, other = _light(was, words), _light(becomes, words)
    said = t("detail.lights_rows", before=one, after=other, count=len(rows))
    st.markdown(f"**{said}**")
    shown: list[dict[str, object]] = [
        {
            "item": row[Reports.ITEM_ID],
            "light_before": _light(row[Counted.LIGHT_BEFORE], words),
            "light_after": _light(row[Counted.LIGHT_AFTER], words),
            "name": row[Reports.ITEM_NAME],
            "kind": t(f"table.kind_{ItemKind(row[Reports.KIND]).name.lower()}"),
        }
        for row in rows
    ]
    phone.table(tables.named(t, shown), t, key="changed-lights-behind")


def _changed_row(row: Row, before: Moment, after: Moment, t: Texts) -> dict[str, object]:
    change = row[Counted.CHANGE_YUAN]
    sign = "−" if change < 0 else "+"
    return {
        "item": row[Reports.ITEM_ID],
        "step": t(f"table.step_{Step(row[Counted.STEP])}"),
        "change_yi": f"{sign}{written_amount(abs(change), t)}" if change else written_amount(0, t),
        "name": row[Reports.ITEM_NAME],
        "before_yi": _amount(row[Counted.BEFORE_YUAN], t),
        "after_yi": _amount(row[Counted.AFTER_YUAN], t),
        "months_counted": _months(row, before, after, t),
    }


def _months(row: Row, before: Moment, after: Moment, t: Texts) -> str:
    """Say of which months a change is; nothing where it has no begin or no end."""
    if row[Counted.BEFORE_YUAN] is None or row[Counted.AFTER_YUAN] is None:
        return "—"
    since = row.get(Counted.COUNTED_FROM) or str(before.period)
    until = row.get(Counted.COUNTED_TO) or str(after.period)
    return t("changes.months_counted", **{"from": spoken(since, t), "to": spoken(until, t)})


def _rounds_apart(row: Row, t: Texts) -> bool:
    was, becomes = row[Counted.BEFORE_YUAN] or 0, row[Counted.AFTER_YUAN] or 0
    return rounds_apart(becomes, (was, row[Counted.CHANGE_YUAN]), t)


def _amount(yuan: int | None, t: Texts) -> str:
    return "—" if yuan is None else written_amount(yuan, t)


def _light(name: str, words: Words) -> str:
    return words.t("chart.not_listed") if name == ABSENT else words.light(Light(name))
