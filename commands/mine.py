"""The projects in somebody's charge on the command line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted, Troubled
from analysis.mine_words import of_person, of_project
from analysis.people import PERSON, InCharge
from analysis.views import charge
from commands.answer import Answer, laid_out
from commands.problems import board_at
from domain.columns import Reports
from domain.periods import Period
from export.plain_csv import csv_of
from store.opening import Office
from store.readable import end_of
from store.watching import watched
from texts import Texts

_SUMMED = (
    Counted.PROJECTS,
    Counted.BEHIND,
    Counted.MISSING,
    Troubled.OPEN,
    Troubled.OVERDUE,
    Counted.NODES,
    Reports.YEAR_PLAN_YUAN,
    Reports.DONE_YTD_YUAN,
    Counted.COMPLETION_PERCENT,
)
_LISTED = (
    Reports.ITEM_ID,
    Reports.ITEM_NAME,
    Counted.LIGHT,
    Counted.PERCENT_DONE,
    Counted.GAP_POINTS,
    Counted.MISSING,
    Troubled.OPEN,
    Troubled.OVERDUE,
    Counted.NODES,
    Reports.YEAR_PLAN_YUAN,
    Reports.DONE_YTD_YUAN,
)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose projects are asked for, and in which month; None is everybody, and the newest."""

    role: InCharge = InCharge.LEADER
    person: str | None = None
    period: Period | None = None


def mine(office: Office, t: Texts, whose: Whose, *, today: date, csv: Path | None = None) -> Answer:
    """List everybody in charge of projects, or one person's projects; or write that as CSV."""
    role, person = whose.role, whose.person
    board, now = board_at(office, today)
    month = whose.period or (
        board.periods[-1] if board.periods else Period(today.year, today.month)
    )
    seen = watched(office, board, month, today=today, until=end_of(today))
    table, shown = charge.by_person(seen, month, role), _SUMMED
    if person is not None:
        table, shown = charge.by_project(seen, month, role), _LISTED
    every = rows_of(table)
    rows = [row for row in every if person in {None, row[PERSON]}]
    if not rows:
        return _nobody(dict.fromkeys(str(row[PERSON]) for row in every), whose, t)
    data = [_row(row, shown) for row in rows]
    words = Words(t, board.plan)
    spoken = [of_person(row, t) if person is None else of_project(row, words) for row in rows]
    heads = [t(f"table.{name}") for name in spoken[0]]
    if csv is None:
        printed = (dict(zip(heads, row.values(), strict=True)) for row in spoken)
        return Answer(laid_out(printed), data)
    csv.parent.mkdir(parents=True, exist_ok=True)
    mark = t("problem.illustrative") if now.illustrative else ""
    csv.write_bytes(csv_of(heads, (row.values() for row in spoken), mark=mark))
    said = t("mine.command_csv", path=csv, count=len(data))
    return Answer((said,), {"path": str(csv), "rows": len(data)})


def _nobody(known: Iterable[str], whose: Whose, t: Texts) -> Answer:
    """Say that nobody is named so, and who is; or that nobody is named at all."""
    names = t("filter.or").join(known)
    key = "mine.command_nobody" if names else "mine.command_nobody_at_all"
    said = t(key, role=t(f"mine.role_{whose.role}"), person=whose.person or "", names=names)
    return Answer((said,), {"refused": [said]}, ok=False)


def _row(row: dict[str, object], shown: Sequence[str]) -> dict[str, object]:
    return {str(name): row[name] for name in (PERSON, *shown)}
