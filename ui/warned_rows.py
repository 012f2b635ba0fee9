"""The rows a warning rests on, side by side under the warning that was opened."""

import pandas as pd
import streamlit as st

from analysis import warned_rows
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.views.supervision import Watched
from domain.columns import Reports, Submissions
from texts import Texts
from ui import columns, tables

_PPM = 10_000
_NONE = "—"


def show(row: Row, seen: Watched, words: Words) -> None:
    """Show the reports compared, the due day and the receipt, or where the item stands."""
    t = words.t
    found = {
        "reports": _reports(warned_rows.reports_of(row, seen), words),
        "due": _due(warned_rows.due_of(row, seen), words),
        "standing": tables.standing(warned_rows.standing_of(row, seen), words),
    }
    shown = {name: table for name, table in found.items() if not table.empty}
    if shown:
        st.caption(t("warned_rows.title"))
    for name, table in shown.items():
        said = columns.months_spoken(table, t)
        st.dataframe(said, hide_index=True, key=f"warning-rows-{name}", width="stretch")


def _reports(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    return tables.named(words.t, [_report(one, words) for one in rows_of(found)])


def _report(one: Row, words: Words) -> dict[str, object]:
    percent = one[Reports.PERCENT_PPM]
    return {
        "month": one[Reports.PERIOD],
        "unit": words.in_full(one[Reports.RESPONSIBLE_UNIT] or ""),
        "percent": tables.percent_or_dash(None if percent is None else percent / _PPM),
        "done_total_yi": _amount(one[Reports.DONE_TOTAL_YUAN], words),
        "done_ytd_yi": _amount(one[Reports.DONE_YTD_YUAN], words),
        "text": one[Reports.PROGRESS] or _NONE,
        "received_on": one[Submissions.RECEIVED_ON] or _NONE,
    }


def _amount(yuan: int | None, words: Words) -> str:
    return _NONE if yuan is None else words.amount(yuan)


def _due(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    lines: list[dict[str, object]] = [
        {
            "month": one[Reports.PERIOD],
            "unit": words.in_full(one[Reports.RESPONSIBLE_UNIT] or ""),
            "due_on": one[Counted.DUE_ON],
            "received_on": one[Submissions.RECEIVED_ON] or _not_received(words.t),
        }
        for one in rows_of(found)
    ]
    return tables.named(words.t, lines)


def _not_received(t: Texts) -> str:
    return t("warned_rows.not_received")
