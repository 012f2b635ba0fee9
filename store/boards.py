"""The board of one version, with the engine of the settings and the tables kept of it."""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from analysis.board import Board
from analysis.engine import Engine, Fed
from analysis.months import Months
from store import derived, spark
from store.aggregates import Aggregates
from store.months_kept import MonthsKept
from store.opening import Office
from store.parquet import export
from store.revised import revised_on
from store.rule_acts import plan_at
from store.tables import Tables


def board_of(
    office: Office, now: Tables, *, until: datetime | None = None, kept: bool = True
) -> Board:
    """Return the board of ``now``, every metric worked out at most once.

    Every month is judged by the rules put in force until a moment, None for all there are.

    A ledger that is worth it, or is sent elsewhere, keeps its metric tables in the state folder;
    not ``kept`` are those of a reader who may not see everything.

    Raises:
        OSError: when ``ENGINE`` is set and the tables cannot be exported for it.
    """
    office = replace(office, plan=plan_at(office.ledger, office.plan, until=until))
    frames = (now.projects, now.tasks, now.assignments, now.reports)
    revised = revised_on(office.ledger, now.version)
    board = Board(office.plan, now.version, *frames, revised_on=revised)
    settings = office.settings
    if not kept or (not settings.engine and not derived.is_worth_it(now.version, now.reports)):
        return board
    shelf = Aggregates(office.ledger, settings.state_folder, now.version, office.plan)
    if settings.engine:
        return board.backed_by(shelf=shelf, engine=_engine(office, now))
    return board.backed_by(shelf=shelf, months=_months(office, now, board.starts))


def _months(office: Office, now: Tables, starts: pd.DataFrame) -> Months | None:
    if now.reports.empty:
        return None
    folder = office.settings.state_folder
    kept = MonthsKept(office.ledger, folder, office.plan, now.assignments)
    return Months(now.reports, kept.either, starts)


def _engine(office: Office, now: Tables) -> Engine:
    settings = office.settings
    frames = (now.projects, now.tasks, now.assignments, now.reports)
    like = Fed(office.plan, *(frame.iloc[:0] for frame in frames))
    exported = export(office.ledger, now, settings.engine_folder)
    return spark.engine(settings.engine, exported, office.plan, like)
