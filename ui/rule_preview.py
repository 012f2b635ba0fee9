"""What a new set of rules would change, shown before it is written: lights, reports, warnings."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.rule_changes import light_changes
from analysis.rule_warnings import Gain, gains, judged_otherwise
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.rulebook import RuleSet
from domain.rules import Light
from domain.warnings import Warned
from store.watching import judged_by
from texts import Texts
from texts.dates import spoken
from ui import cache, clock, ledger_now, tables
from ui.working import working


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What a new set judges anew of what is past: months with reports, and lights that change."""

    months: tuple[Period, ...]  # the earliest first
    lights: int


def show_changes(new: RuleSet, t: Texts) -> Rejudged | None:
    """Show what would change month by month; before a month has reports, the newest that has.

    What of the past would be judged anew is returned, None where nothing is.
    """
    with st.container(key="rule-trial"):  # what was tried before is not shown meanwhile
        return _shown_anew(cache.board(), new, t)


def _shown_anew(board: Board, new: RuleSet, t: Texts) -> Rejudged | None:
    with working(t):
        trial, rejudged = False, _rejudged(board, new)
    if board.periods and new.effective > board.periods[-1]:
        newest = board.periods[-1]
        st.info(
            t(
                "rule_change.no_reports",
                effective=spoken(new.effective, t),
                newest=spoken(newest, t),
            )
        )
        new, trial = replace(new, effective=newest), True
    with working(t):  # both parts appear at once
        _weigh(board, new)
    _warnings(board, new, Words(t, board.plan), trial=trial)
    _lights(board, new, t, trial=trial)
    return rejudged


def _weigh(board: Board, new: RuleSet) -> None:
    _lights_changed(board, new)
    if board.periods:
        act = ledger_now.newest_act(cache.ledger())
        _foreseen(cache.watched(board.periods[-1]), new, act)


def _rejudged(board: Board, new: RuleSet) -> Rejudged | None:
    """Count the finished months with reports that ``new`` would judge otherwise."""
    book, finished = board.plan.rulebook, clock.last_finished_period()
    past = [one for one in board.periods if new.effective <= one <= finished]
    months = judged_otherwise(book, book.with_set(new), past)
    if not months:
        return None
    changed = _lights_changed(board, new)[Reports.PERIOD]
    return Rejudged(months, int((changed <= str(finished)).sum()))


def _lights(board: Board, new: RuleSet, t: Texts, *, trial: bool) -> None:
    """Show which items would change colour."""
    changed, said = (
        _lights_changed(board, new),
        "rule.changes_on_trial" if trial else "rule.changes",
    )
    st.markdown(t(said, count=len(changed), effective=spoken(new.effective, t)))
    if changed.empty:
        return
    words = Words(t, board.plan)
    rows: list[dict[str, object]] = [
        {
            "month": spoken(row[Reports.PERIOD], t),
            "item": row[Reports.ITEM_ID],
            "name": row[Reports.ITEM_NAME],
            "before": words.light(Light(row[Counted.LIGHT_BEFORE])),
            "after": words.light(Light(row[Counted.LIGHT_AFTER])),
        }
        for row in rows_of(changed)
    ]
    st.dataframe(tables.named(t, rows), hide_index=True, key="rule-changes", width="stretch")


@recently
def _lights_changed(board: Board, new: RuleSet) -> pd.DataFrame:
    return light_changes(board, board.plan.rulebook.with_set(new))


def _warnings(board: Board, new: RuleSet, words: Words, *, trial: bool) -> None:
    """Count the reports that would be late or missing, and the warnings gained and lost."""
    if not board.periods:
        return
    t, act = words.t, ledger_now.newest_act(cache.ledger())
    found, moved = _foreseen(cache.watched(board.periods[-1]), new, act)
    late, missing = _gained(found, Warned.LATE), _gained(found, Warned.MISSING)
    if moved and not trial:  # what is tried on a month that stays as it is accuses nobody
        st.warning(t("rule_change.due_past", months=moved, late=late, missing=missing))
    gained, lost = sum(one.gained for one in found), sum(one.lost for one in found)
    counts = {"late": late, "missing": missing, "gained": gained, "lost": lost}
    said = "rule_change.warnings_on_trial" if trial else "rule_change.warnings"
    st.markdown(t(said, effective=spoken(new.effective, t), **counts))
    if found:
        shown = tables.named(t, [_line(one, words) for one in found])
        st.dataframe(shown, hide_index=True, key="rule-warnings", width="stretch")


@recently  # the number of the last act stands for moves of targets and problems
def _foreseen(now: Watched, new: RuleSet, _: int) -> tuple[list[Gain], int]:
    """Return what is gained and lost, and of how many past months the due day would move."""
    board = now.board
    book = board.plan.rulebook.with_set(new)
    reported = [one for one in board.periods if one in now.due and one >= new.effective]
    months = judged_otherwise(board.plan.rulebook, book, reported)
    then = judged_by(cache.office(), now, book)
    return gains(now, then, months), sum(_moved_past(one, now, then) for one in months)


def _moved_past(month: Period, now: Watched, then: Watched) -> bool:
    """Tell whether the due day of a month moves though one of the two is over."""
    days = (now.due[month], then.due[month])
    return days[0] != days[1] and min(days) < now.today


def _gained(found: list[Gain], rule: Warned) -> int:
    return sum(one.gained for one in found if one.rule is rule)


def _line(one: Gain, words: Words) -> dict[str, object]:
    return {
        "month": spoken(one.period, words.t),
        "rule": warned.named(one.rule, words),
        "gained": one.gained,
        "lost": one.lost,
    }
