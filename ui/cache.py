"""Every cache, in one place. A cached function takes the version it was computed from."""

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.finding import Index, index
from analysis.memo import recently, the_last
from analysis.narrowing import narrowed
from analysis.selection import Selection
from analysis.views.supervision import Watched
from analysis.views.supervision import part as part_of
from domain.columns import ItemKind
from domain.periods import Period
from domain.plan import Plan
from domain.rulebook import Rulebook
from export.engine import PictureEngine
from export.pack.desk import PackDesk
from store.boards import board_of
from store.contacts import Eyes, hidden, hidden_problems
from store.frames_kept import FramesKept
from store.ledger import Ledger
from store.opening import Office, open_office
from store.readable import end_of
from store.rule_acts import plan_at
from store.tables import Tables
from store.warning_acts import Course
from store.warning_acts import courses as courses_of
from store.watching import month_warnings
from store.watching import watched as watched_of
from ui import clock, ledger_now, moment, state
from ui.editions import Edition, edition
from ui.moment import once_a_run
from ui.reader import eyes
from ui.shown import SHOWN

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """Open the plan and the one ledger of this process."""
    return open_office(os.environ, ROOT, today=clock.today(), at=clock.now())


def plan() -> Plan:
    """Return the plan as data/plan.toml describes it, with the rules put in force since."""
    return _plan_until(known_until())


@once_a_run
def _plan_until(until: datetime | None) -> Plan:
    return _plan_of(ledger(), ledger_now.newest_act(ledger()), until)


@recently  # the number of the newest act stands for all that was done
def _plan_of(book: Ledger, _: int, until: datetime | None) -> Plan:
    return plan_at(book, office().plan, until=until)


def known_until() -> datetime | None:
    """Return the moment up to which acts count on the pages: the end of a day looked back to."""
    day = looked_back_to()
    return None if day is None else end_of(day)


def due_day(plan: Plan, period: Period) -> date:
    """Return the day by which the reports of a month are due."""
    return office().workdays.due(period, plan.rulebook.at(period).due_day)


def ledger() -> Ledger:
    """Return its ledger."""
    return office().ledger


@st.cache_resource(show_spinner=False, on_release=PictureEngine.close)
def pictures() -> PictureEngine:
    """Return the one picture engine of this process; it starts a browser when first asked."""
    return PictureEngine()


@st.cache_resource(show_spinner=False, on_release=PackDesk.close)
def packs() -> PackDesk:
    """Return the one desk of this process where packs are ordered."""
    return PackDesk(office().settings.state_folder / "packs", now=clock.now())


@st.cache_resource(show_spinner=False)
def _frames_kept() -> FramesKept:
    return FramesKept(ledger(), office().settings.state_folder)


@once_a_run
def frames(version: int) -> Tables:
    """Return the effective tables of a version; nobody writes into them."""
    return _frames_kept().at(version)


@once_a_run
def board_at(version: int, until: datetime | None = None, seen_by: Eyes = None) -> Board:
    """Return the board of a version by the rules of a moment, every metric worked out once."""
    return _board_of(edition(ledger(), version), _plan_until(until).rulebook, until, seen_by)


@the_last(4)
def _board_of(one: Edition, _: Rulebook, until: datetime | None, seen_by: Eyes) -> Board:
    now = hidden(frames(one.version), seen_by)
    return board_of(office(), now, until=until, kept=seen_by is None)


def narrowed_at(version: int, selection: Selection) -> Board:
    """Return the chosen part of the board of a version, by the rules of the pages."""
    whole = board_at(version, known_until(), eyes(ledger()))
    return narrowed(whole, selection) if selection else whole


@once_a_run
def newest() -> int:
    """Return the version whoever follows the ledger is shown: never older than their own commit."""
    if (seat := moment.seat()) is not None:
        return seat.version
    last = ledger_now.newest(ledger())
    return max(SHOWN.of(last), min(state.own_version(), last))


@once_a_run
def version() -> int:
    """Return the version the pages show: a frozen one, that of a day looked back to, or the newest.

    A frozen version the ledger has not reached is the last one.
    """
    if moment.seat() is not None:
        return newest()
    frozen, day = state.frozen_version(), state.as_of()
    if frozen is not None:
        return min(frozen, ledger_now.newest(ledger()))
    return newest() if day is None else min(ledger_now.version_on(ledger(), day), newest())


def board() -> Board:
    """Return the whole board of the version the pages show."""
    return board_at(version(), known_until(), eyes(ledger()))


def index_at(version: int) -> Index:
    """Return the index of everything a reader can look for in a version."""
    return index(board_at(version))


def part(selection: Selection) -> Board:
    """Return the chosen part of the board of the version the pages show."""
    return narrowed_at(version(), selection)


@once_a_run
def watched(period: Period) -> Watched:
    """Return what supervision looks at, on the day the pages are of."""
    seen_by, today = eyes(ledger()), day().isoformat()
    return _watched(board(), period, today, ledger_now.newest_act(ledger()), known_until(), seen_by)


def watched_at(version: int, period: Period) -> Watched:
    """Return what supervision sees of a version today, whatever a reader looks back to."""
    today = clock.today().isoformat()
    return _watched(board_at(version), period, today, ledger_now.newest_act(ledger()), None, None)


@once_a_run
def watch(board: Board, period: Period, kinds: tuple[ItemKind, ...] = ()) -> Watched:
    """Return what supervision sees of a board of the pages, or of a part of it and some kinds."""
    if not board.selection and not kinds:
        return watched(period)
    seen_by, today = eyes(ledger()), day().isoformat()
    return _watched_part(board, period, kinds, today, ledger_now.newest_act(ledger()), seen_by)


@the_last(4)
def _watched_part(
    board: Board,
    period: Period,
    kinds: tuple[ItemKind, ...],
    _day: str,
    _number: int,
    _seen_by: Eyes,
) -> Watched:
    return part_of(watched(period), board, kinds=kinds)


def day() -> date:
    """Return the day the pages are of: today, or the one looked back to."""
    return looked_back_to() or clock.today()


def looked_back_to() -> date | None:
    """Return the day the reader looks back to, None for now."""
    return state.as_of() if moment.seat() is None else None


@the_last(8)
def _watched(
    whole: Board, period: Period, day: str, _: int, until: datetime | None, seen_by: Eyes
) -> Watched:
    found = watched_of(office(), whole, period, today=date.fromisoformat(day), until=until)
    return replace(found, problems=hidden_problems(found.problems, seen_by))


def warnings(period: Period) -> pd.DataFrame:
    """Return the warnings of a month by the rules of its time."""
    return month_warnings(watched(period), period)


def courses() -> dict[str, Course]:
    """Return how far each warning has come on the day the pages are of."""
    found = _courses_of(ledger(), ledger_now.newest_act(ledger()), known_until())
    return found if eyes(ledger()) is None else {key: one.hidden() for key, one in found.items()}


@recently
def _courses_of(book: Ledger, _: int, until: datetime | None) -> dict[str, Course]:
    return courses_of(book, until=until)


@once_a_run
def illustrative() -> bool:
    """Tell whether what the pages show rests on illustrative data."""
    return frames(version()).illustrative
