"""The projects behind a bar, a mark or a group; their numbers lead on to their cards."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis import over_total, small_plans
from analysis.behind import ALL, Behind
from analysis.board import Board
from analysis.charts.hits import UNDISCLOSED
from analysis.charts.phases import phase_key, phase_name
from analysis.charts.portfolio import REST
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, signed
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.views import money, schedule
from domain.columns import ChainBasis, Projects, Reports
from domain.periods import Period
from texts import Texts
from texts.amounts import written_amount
from texts.markdown import plain
from ui import cards, paged, phone

# So wide that on a desk the columns of figures end where the table does.
_NAME_WIDTH = {"project": 272}
# What a chart is about stands first, where a phone shows it; the rest follows in the usual order.
_MONEY = ("item", "total_yi", "project", "done_total_yi")
_DONE = ("item", "done_total_yi", "total_yi", "project")
_PACE = ("item", "gap", "completion", "project", "done_ytd_yi", "year_plan_yi")
_ABOUT = {
    "compared": _PACE,
    "completed": _DONE,
    "completion": _PACE,
    "curve": _PACE,
    "pace": _PACE,
}


def of_chain(
    board: Board,
    period: Period,
    t: Texts,
    *,
    chain: str | None,
    basis: str | None = None,
    key: str = "investment",
) -> None:
    """Show the projects of the clicked chain; "" is the unassigned. A rate has ``of_rate``.

    Where one of its parts was clicked, ``basis``, those that make it up.
    """
    if chain is None:
        return
    table, name = money.with_delivery(board, period), _chain(chain, board, t)
    table = table[table[Projects.CHAIN].fillna("") == chain]
    if basis == UNDISCLOSED:
        table, name = _undisclosed(table, name, t)
    elif basis is not None:
        table = table[table[Projects.CHAIN_BASIS] == ChainBasis[basis.upper()]]
        name = t("detail.part", whole=name, part=t(f"table.basis_{basis}"))
    rows = _telling_first(table, key)
    _show(board, rows, name, t, key=key)


def of_phase(
    board: Board, period: Period, t: Texts, *, phase: str | None, chain: str | None = None
) -> None:
    """Show the projects of the clicked phase, or those whose phase is not stated.

    Where the part of a chain was clicked, those of this chain alone; where the words about the
    ``undisclosed`` were, those without an amount.
    """
    if phase is None:
        return
    table = money.with_delivery(board, period)
    keys = [phase_key(one) for one in table[Projects.PHASE].fillna("")]
    table, name = table[[key == phase for key in keys]], t(f"phase.{phase}")
    if chain == UNDISCLOSED:
        table, name = _undisclosed(table, name, t)
    elif chain is not None:
        table = table[table[Projects.CHAIN].fillna("") == chain]
        name = t("detail.part", whole=name, part=_chain(chain, board, t))
    _show(board, _telling_first(table, "phases"), name, t, key="phases")


def _undisclosed(table: pd.DataFrame, name: str, t: Texts) -> tuple[pd.DataFrame, str]:
    part = t("detail.part", whole=name, part=t("table.undisclosed"))
    return table[table[Projects.TOTAL_YUAN].isna()], part


def of_bar(board: Board, period: Period, t: Texts, *, pick: str, shown: int) -> None:
    """Show the clicked project, the others behind the ``shown`` largest, or the undisclosed."""
    table = money.with_delivery(board, period)
    if pick == UNDISCLOSED:
        rows = table[table[Projects.TOTAL_YUAN].isna()]
        _show(board, rows, t("table.undisclosed"), t, key="projects")
        return
    ranked = money.ranked(board, period)
    ids = ranked[ranked[Counted.RANK] > shown][Projects.ID] if pick == REST else [pick]
    name = t("detail.rest") if pick == REST else _named(table, pick)
    _show(board, _in_order(table, list(ids)), name, t, key="projects")


def of_group(board: Board, period: Period, t: Texts, *, group: str | None) -> None:
    """Show the projects of the clicked group of the largest ones."""
    if group is None:
        return
    groups = money.concentration(board, period).set_index(Counted.LARGEST)[Counted.PROJECTS]
    ranked = money.ranked(board, period).head(int(groups[group]))
    name = t(f"chart.largest_{group}", count=len(ranked))
    rows = _in_order(money.with_delivery(board, period), ranked[Projects.ID].tolist())
    _show(board, rows, name, t, key="concentration")


def of_pace(
    board: Board, period: Period, t: Texts, *, pick: str | None, shown: int, which: Behind = ALL
) -> None:
    """Show the clicked project, or the others behind the ``shown`` that are furthest behind.

    The others are those of the part of what is behind that ``which`` names.
    """
    if pick is None:
        return
    table, ranked = money.with_delivery(board, period), schedule.by_project(board, period)
    if which != ALL:
        ranked = schedule.behind(board, period, which=which)
    ids = ranked[ranked[Counted.RANK] > shown][Reports.ITEM_ID] if pick == REST else [pick]
    name = t("detail.rest") if pick == REST else _named(table, pick)
    _show(board, _in_order(table, list(ids)), name, t, key="pace")


def of_rate(board: Board, period: Period, t: Texts, *, key: str, chain: str | None = None) -> None:
    """Show the projects that a rate counts, of one chain ("" the unassigned) or of all of a month.

    How many others there are is said: they state no year plan, or nothing done of it, in the month.
    """
    table, counted = money.with_delivery(board, period), money.behind_rate(board, period)
    name = t("chart.month_in_full", year=period.year, month=period.month)
    if chain is not None:
        name = _chain(chain, board, t)
        table, counted = (one[one[Projects.CHAIN].fillna("") == chain] for one in (table, counted))
    _show(board, counted, name, t, key=key)
    if others := len(table) - len(counted):
        st.caption(t("compared.not_in_rate", count=others))


def of_month(board: Board, month: Period, t: Texts, *, key: str) -> None:
    """Show every project with a year plan as it stood in the clicked month."""
    table = money.with_delivery(board, month)
    name = t("chart.month_in_full", year=month.year, month=month.month)
    rows = _telling_first(table[table[Reports.YEAR_PLAN_YUAN].notna()], "curve")
    _show(board, rows, name, t, key=key)


def everything(board: Board, period: Period, t: Texts) -> None:
    """Show every project, the largest stated investment first and those of none last."""
    rows, name = money.largest_first(board, period), t("detail.every_project")
    _head(rows, name, t)
    st.caption(t("detail.largest_first"))
    key, names = "projects-all-behind", (Projects.ID.value, Projects.NAME.value)
    part, found = paged.cut(rows, t, key=key, names=names)
    shown = _every_row(board, period, t) if part is rows else _spelled(board, part, t, _MONEY)
    whole = cards.Whole(lambda: _spelled(board, found, t, _MONEY), len(found))
    widths = _NAME_WIDTH if t.language == "zh" else cards.NO_WIDTHS
    phone.table(shown, t, key=key, whole=whole, widths_px=widths)
    with phone.desk("more-columns"):
        st.caption(t("detail.more_columns"))


def _show(board: Board, rows: pd.DataFrame, name: str, t: Texts, *, key: str) -> None:
    _head(rows, name, t)
    names = (Projects.ID.value, Projects.NAME.value)
    part, found = paged.cut(rows, t, key=f"{key}-behind", names=names)
    first = _ABOUT.get(key, _MONEY)
    whole = cards.Whole(lambda: _spelled(board, found, t, first), len(found))
    phone.table(_spelled(board, part, t, first), t, key=f"{key}-behind", whole=whole)
    if first is _PACE and (said := small_plans.sentence(rows, t)):
        st.caption(plain(said))


def _head(rows: pd.DataFrame, name: str, t: Texts) -> None:
    st.markdown(f"**{t('detail.behind', name=plain(name), count=len(rows))}**")


@recently
def _every_row(board: Board, period: Period, t: Texts) -> pd.DataFrame:
    return _spelled(board, money.largest_first(board, period), t, _MONEY)


def _spelled(board: Board, rows: pd.DataFrame, t: Texts, first: tuple[str, ...]) -> pd.DataFrame:
    """Return projects in the reader's words, the columns ``first`` before the others."""
    words = Words(t, board.plan)
    shown = pd.DataFrame([_row(row, words) for row in rows_of(rows)])
    leading = [name for name in first if name in shown.columns]
    shown = shown[[*leading, *(name for name in shown.columns if name not in leading)]]
    return shown.rename(columns={column: t(f"table.{column}") for column in shown.columns})


def _row(row: Row, words: Words) -> dict[str, str]:
    t, gap = words.t, row[Counted.GAP_POINTS] if row[Counted.IS_CURRENT] else None
    basis = row[Projects.CHAIN_BASIS]
    return {
        "item": row[Projects.ID],
        "project": " ".join(filter(None, (row[Projects.NAME], over_total.mark(row, words)))),
        "total_yi": _amount(row[Projects.TOTAL_YUAN], t, t("table.undisclosed")),
        "done_total_yi": _amount(row[Reports.DONE_TOTAL_YUAN], t),
        "year_plan_yi": _amount(row[Reports.YEAR_PLAN_YUAN], t),
        "done_ytd_yi": _amount(row[Reports.DONE_YTD_YUAN], t),
        "completion": _or_dash(row[Counted.COMPLETION_PERCENT], percent),
        "gap": _or_dash(gap, signed),
        "percent": _or_dash(row[Counted.PERCENT_DONE], percent),
        "reported": row[Counted.REPORTED_PERIOD] or t("chart.not_reported"),
        "chain": words.in_full(row[Projects.CHAIN] or t("chart.unassigned")),
        "basis": t(f"table.basis_{ChainBasis(basis).name.lower()}") if basis else "",
        "phase": phase_name(row[Projects.PHASE], words),
        "source": row[Projects.SOURCE] or "",
    }


def _amount(yuan: int | None, t: Texts, otherwise: str = "—") -> str:
    return otherwise if yuan is None else written_amount(yuan, t)


def _or_dash(number: float | None, write: Callable[[float], str]) -> str:
    return "—" if number is None else write(number)


def _telling_first(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Order rows by what the chart shows: the largest amount first, or the furthest behind."""
    if _ABOUT.get(key) is _PACE:
        judged = rows[Counted.GAP_POINTS].where(rows[Counted.IS_CURRENT].fillna(value=False))
        return rows.loc[judged.sort_values(na_position="last", kind="stable").index]
    amount = Reports.DONE_TOTAL_YUAN if _ABOUT.get(key) is _DONE else Projects.TOTAL_YUAN
    return rows.sort_values(amount.value, ascending=False, na_position="last", kind="stable")


def _chain(chain: str, board: Board, t: Texts) -> str:
    return Words(t, board.plan).in_full(chain) if chain else t("chart.unassigned")


def _named(table: pd.DataFrame, item: str) -> str:
    names = table.set_index(Projects.ID)[Projects.NAME]
    return str(names.get(item, item))


def _in_order(table: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    indexed = table.set_index(Projects.ID, drop=False)
    return indexed.loc[[one for one in ids if one in indexed.index]]
