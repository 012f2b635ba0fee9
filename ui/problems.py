"""The ledger of problems on the screen: counted, filtered, listed, drawn."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from analysis import problem_words
from analysis.board import Board
from analysis.charts.words import Words, percent
from analysis.exhibits import problems as exhibits
from analysis.memo import recently
from analysis.metrics.columns import Troubled
from analysis.stated import Stated, is_back, last_stated, untaken
from analysis.views import problems as views
from domain.problems import Problem
from texts import Language, Texts
from ui import (
    cache,
    cards,
    exhibited,
    item_box,
    ledger_now,
    phone,
    problem_cache,
    problem_filters,
    tables,
)
from ui.problem_csv import offer_csv
from ui.tile import put


def counted(t: Texts) -> None:
    """Say the day, and in five tiles how much is open, overdue, old, closed and not raised yet."""
    today = problem_cache.day()
    st.caption(t("problem.day_line", year=today.year, month=today.month, day=today.day))
    table = views.by_type(problem_cache.seen())
    sums = {name: int(table[name].sum()) for name in Troubled if name in _SUMMED}
    oldest, raised = table[Troubled.LONGEST_DAYS].max(), sums[Troubled.RAISED]
    waiting = [
        one
        for one in untaken(problem_cache.stated(), problem_cache.problems().values())
        if one.stands
    ]
    said = {name.name.lower(): count for name, count in sums.items()}
    rate = percent(sums[Troubled.CLOSED] * 100 / raised) if raised else "—"
    days = t("problem.tile_oldest_days", days=int(oldest)) if sums[Troubled.OPEN] else "—"
    tiles = st.grid(min_column_width=152, gap="small", key="tiles-problems")
    for label, figure in (
        ("open", str(said["open"])),
        ("overdue", str(said["overdue"])),
        ("oldest", days),
        ("closed", rate),
        ("unregistered", str(len(waiting))),
    ):
        note = t(f"problem.tile_{label}_note", **said)
        put(tiles, t(f"problem.tile_{label}"), figure, note)


_WIDTHS_PX: Mapping[Language, Mapping[str, int]] = {  # what matters is in sight at 1,440 px
    "zh": {"problem": 150, "problem_state": 140, "owner": 112, "name": 130, "coordination": 170},
    "en": {"problem": 124, "problem_state": 148, "owner": 100, "name": 92, "coordination": 106},
}
_SUMMED = {Troubled.RAISED, Troubled.OPEN, Troubled.OVERDUE, Troubled.CLOSED, Troubled.REOPENED}


def listed(board: Board, t: Texts) -> list[Problem]:
    """Filter the problems as the address says and list them; return those that are left."""
    known, words = problem_cache.problems(), Words(t, board.plan)
    if not known:
        st.info(t("problem.nothing_raised"))
        return []
    chosen = problem_filters.chosen(list(known.values()), problem_cache.day(), words)
    st.markdown(f"**{t('problem.count_listed', count=len(chosen))}**")
    if not chosen:
        st.caption(t("problem.nothing_listed"))
        return chosen
    now = problem_cache.day(), ledger_now.newest_act(cache.ledger())
    shown = _table(board, now, [one.number for one in chosen], t)
    whole = cards.Whole(pd.DataFrame, 0)  # it has a file of its own
    phone.table(
        shown,
        t,
        key="problems",
        first=("about_item", "problem"),
        whole=whole,
        widths_px=_WIDTHS_PX[t.language],
        item="about_item",
    )
    offer_csv(chosen, item_box.names_of(board), problem_cache.day(), words)
    return chosen


@recently  # the day and the number of the newest act stand for what was done about problems
def _table(board: Board, _: tuple[date, int], numbers: list[int], t: Texts) -> pd.DataFrame:
    names, every = item_box.names_of(board), {one.key: one for one in problem_cache.stated()}
    known = {one.number: one for one in problem_cache.problems().values()}
    words = Words(t, board.plan)
    return tables.named(t, [_line(known[number], names, every, words) for number in numbers])


def drawn(board: Board, t: Texts) -> None:
    """Draw open problems by unit and type, and by age, beside each other."""
    watched, words, now = problem_cache.seen(), Words(t, board.plan), problem_cache.period()
    matrix, ages = (
        draw(watched, now, words) for draw in (exhibits.by_type_and_unit, exhibits.by_age)
    )
    if matrix is None or ages is None:
        if problem_cache.problems():
            st.success(t("problem.nothing_open"))
        return
    side_by_side = st.grid(2, min_column_width=400, gap="large")
    for key, figure in ((exhibits.MATRIX, matrix), (exhibits.AGES, ages)):
        with side_by_side.container():
            exhibited.put(key, figure, board, now, t)


def _line(
    problem: Problem, names: dict[str, str], every: dict[str, Stated], words: Words
) -> dict[str, object]:
    t, entries, today = words.t, problem.entries, problem_cache.day()
    month = last_stated(problem, every)
    back = f" {t('problem.is_back')}" if is_back(problem, every) else ""
    return {
        "about_item": entries.item_id or "",
        "number": problem.number,
        "problem": entries.what,
        "problem_state": problem_words.state_of(problem, today, t) + back,
        "problem_due": "—" if entries.due_on is None else entries.due_on.isoformat(),
        "days_overdue": str(problem.days_overdue(today) or "—"),
        "owner": words.in_full(entries.owner),
        "problem_type": problem_words.type_name(entries.type, t),
        "days_open": problem.days_open(today),
        "name": names.get(entries.item_id or "", ""),
        "coordination": entries.coordination,
        "last_stated": "—" if month is None else str(month),
        "raised_on": problem.raised_on.isoformat(),
    }
