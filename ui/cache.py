"""Every cache, in one place. A cached function takes the version it was computed from."""

import os
from pathlib import Path

import streamlit as st

from analysis.board import Board
from domain.plan import Plan
from export.engine import PictureEngine
from store.ledger import Ledger
from store.opening import Office, open_office
from store.tables import Tables, tables
from ui import clock, state

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """Open the plan and the one ledger of this process."""
    return open_office(os.environ, ROOT, today=clock.today(), at=clock.now())


def plan() -> Plan:
    """Return the plan as data/plan.toml describes it."""
    return office().plan


def ledger() -> Ledger:
    """Return the ledger of this process."""
    return office().ledger


@st.cache_resource(show_spinner=False, on_release=PictureEngine.close)
def pictures() -> PictureEngine:
    """Return the one picture engine of this process; it starts a browser when first asked."""
    return PictureEngine()


@st.cache_resource(show_spinner=False, max_entries=4)
def frames(version: int) -> Tables:
    """Return the effective tables of a version; nobody writes into them."""
    return tables(ledger(), version)


@st.cache_resource(show_spinner=False, max_entries=4)
def board_at(version: int) -> Board:
    """Return the board of a version, with every metric worked out at most once."""
    now = frames(version)
    return Board(plan(), version, now.projects, now.tasks, now.assignments, now.reports)


def version() -> int:
    """Return the version the pages show: the current one, or that of the day looked back to."""
    day = state.as_of()
    return ledger().version() if day is None else ledger().version_on(day)


def board() -> Board:
    """Return the board of the version the pages show."""
    return board_at(version())


def illustrative() -> bool:
    """Tell whether what the pages show rests on illustrative data."""
    return frames(version()).illustrative
