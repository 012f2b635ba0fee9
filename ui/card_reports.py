"""Every report ever made about an item: the newest on its card, all of them below it."""

import pandas as pd
import streamlit as st

from analysis.card import Card
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.frames import PPM_PER_PERCENT
from domain.columns import Reports
from domain.periods import Period
from store import history
from texts import Texts
from texts.actors import actor_named
from texts.amounts import written_amount
from texts.dates import spoken
from texts.markdown import plain
from ui import cache, clock, item_cache, show

NEWEST = 6
FELL_MARK = "▲"
_FELL = "fell"
_KEY = [Reports.PERIOD.value, Reports.RESPONSIBLE_UNIT.value]


def newest(card: Card, period: Period, words: Words) -> None:
    """Write the newest few reports that count up to the card's month, as lines that print."""
    t = words.t
    every = item_cache.reports_of(cache.version(), card.item_id)
    counting = _counting(every)
    counting = counting[counting[Reports.PERIOD] <= str(period)]
    st.markdown(f"**{t('card.reports')}**")
    if counting.empty:
        st.caption(t("card.not_reported"))
        return
    marked = counting.assign(**{_FELL: fell(counting)})
    rows = rows_of(marked.sort_values(Reports.PERIOD, ascending=False, kind="stable"))[:NEWEST]
    lines = [_line(row, words) | {"month": spoken(row[Reports.PERIOD], t)} for row in rows]
    shown = [{name: plain(cell) for name, cell in line.items()} for line in lines]
    if not any(line["problem_column"] for line in shown):  # nobody stated one: room for the rest
        shown = [{n: cell for n, cell in one.items() if n != "problem_column"} for one in shown]
    with st.container(key="card-rows"):
        st.table(_named(shown, t), hide_index=True)
    if any(row[_FELL] for row in rows):
        st.caption(t("card.fell"))
    if len(every) > len(rows):
        st.caption(t("card.reports_more", count=len(every), shown=len(rows)))


def every(card: Card, t: Texts) -> None:
    """Offer every report ever made, corrected and withdrawn ones too, newest first."""
    table = item_cache.reports_of(cache.version(), card.item_id)
    if table.empty:
        return
    words = Words(t, cache.plan())
    counts = set(_counting(table).index)
    with (
        st.container(key="card-every-report"),
        st.expander(t("card.reports_all", count=len(table))),
    ):
        rows = [
            {**_line(row, words), "who": _who(row, t, counts=place in counts)}
            for place, row in zip(table.index, rows_of(table), strict=True)
        ]
        show.table(_named(list(reversed(rows)), t), t, key="card-reports")


def fell(counting: pd.DataFrame) -> pd.Series:
    """Tell of each report that counts whether it states less in all than its unit did before.

    >>> stated = {"2026-03": 5, "2026-04": 7, "2026-05": 1, "2026-06": 9}
    >>> columns = [Reports.PERIOD.value, Reports.DONE_TOTAL_YUAN.value]
    >>> table = pd.DataFrame(stated.items(), columns=columns)
    >>> fell(table.assign(**{Reports.RESPONSIBLE_UNIT.value: "财政局"})).tolist()
    [False, False, True, False]
    """
    in_order = counting.sort_values(Reports.PERIOD, kind="stable")
    done = in_order[Reports.DONE_TOTAL_YUAN].astype("Int64")
    most = done.groupby(in_order[Reports.RESPONSIBLE_UNIT], dropna=False).cummax()
    return (done < most).fillna(value=False).astype(bool).reindex(counting.index)


def _counting(table: pd.DataFrame) -> pd.DataFrame:
    """Return the reports that count: not withdrawn, and the last of their month and unit."""
    valid = table[table[history.WITHDRAWN_VERSION].isna()]
    return valid.drop_duplicates(_KEY, keep="last")


def _line(row: Row, words: Words) -> dict[str, str]:
    ppm, done = row[Reports.PERCENT_PPM], row[Reports.DONE_TOTAL_YUAN]
    mark = f" {FELL_MARK}" if row.get(_FELL) else ""
    return {
        "month": str(row[Reports.PERIOD]),
        "unit": words.in_full(str(row[Reports.RESPONSIBLE_UNIT])),
        "percent": "—" if ppm is None else percent(ppm / PPM_PER_PERCENT),
        "done_yi": "—" if done is None else written_amount(done, words.t) + mark,
        "progress": str(row[Reports.PROGRESS] or ""),
        "problem_column": str(row[Reports.PROBLEM] or ""),
    }


def _who(row: Row, t: Texts, *, counts: bool) -> str:
    at = pd.Timestamp(row[history.UPLOADED_TIME]).tz_convert(clock.ZONE)
    said = t(
        "card.who_when",
        actor=actor_named(row[history.UPLOADED_BY], t),
        time=at.strftime("%Y-%m-%d %H:%M"),
        version=row[Reports.VERSION],
    )
    if row[history.WITHDRAWN_VERSION] is not None:
        return said + t("card.withdrawn")
    return said if counts else said + t("card.superseded")


def _named(rows: list[dict[str, str]], t: Texts) -> pd.DataFrame:
    shown = pd.DataFrame(rows).map(str)
    return shown.rename(columns={name: t(f"card.{name}") for name in shown.columns})
