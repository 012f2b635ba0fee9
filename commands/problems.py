"""The ledger of problems on the command line: listed as of a day, raised, changed, closed."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from analysis import problem_words
from analysis.board import Board
from analysis.charts.words import Words
from analysis.stated import Stated, of_board, untaken
from commands.answer import Answer
from domain.columns import Reports
from domain.problems import Problem, Step, Which, is_one_of
from export.problem_list import csv_of, row
from store.boards import board_of
from store.opening import Office
from store.problem_acts import problems
from store.readable import SHANGHAI, end_of
from store.tables import Tables, tables
from texts import Texts

UNREGISTERED = "unregistered"
STATES = (*Which, UNREGISTERED)
_LISTED = (
    "number",
    "problem_state",
    "problem_type",
    "owner",
    "problem_due",
    "about_item",
    "problem",
)


def listed(
    office: Office, t: Texts, *, today: date, state: str = Which.OPEN, csv: Path | None = None
) -> Answer:
    """List the problems of the ledger at the end of a day, or write them into a CSV file.

    The state ``unregistered`` lists what reports state and nobody has raised, each with its key.
    """
    board, now = board_at(office, today)
    words, known = Words(t, board.plan), problems(office.ledger, until=end_of(today))
    if state == UNREGISTERED:
        return _unregistered(untaken(of_board(board), known.values()), words)
    chosen = [one for one in known.values() if is_one_of(one, Which(state), today)]
    names = names_of(board)
    if csv is not None:
        mark = t("problem.illustrative") if now.illustrative else ""
        csv.parent.mkdir(parents=True, exist_ok=True)
        csv.write_bytes(csv_of(chosen, names, today, words, mark=mark))
        said = t("problem.command_csv", path=csv, count=len(chosen))
        return Answer((said,), {"path": str(csv), "problems": len(chosen)})
    data = [_data(one, today) for one in chosen]
    lines = tuple(_line(one, names, today, words) for one in chosen)
    return Answer(lines or (t("problem.nothing_listed"),), data)


def shown(office: Office, number: int, t: Texts, *, today: date) -> Answer:
    """Tell one problem with everything that was done about it; without it, say so."""
    known = problems(office.ledger, until=end_of(today)).get(number)
    if known is None:
        said = t("ledger.problem_unknown", number=number)
        return Answer((said,), {"refused": [said]}, ok=False)
    board, _ = board_at(office, today)
    words = Words(t, board.plan)
    lines = [_line(known, names_of(board), today, words), *(_step(one, t) for one in known.steps)]
    return Answer(tuple(lines), _data(known, today))


def board_at(office: Office, today: date) -> tuple[Board, Tables]:
    """Return the board as it stood at the end of a day, and its tables."""
    ledger = office.ledger
    version = ledger.version_on(today) or ledger.version()
    now = tables(ledger, version)
    return board_of(office, now, until=end_of(today)), now


def names_of(board: Board) -> dict[str, str]:
    """Return the name of every project and task by its number."""
    return dict(zip(board.items[Reports.ITEM_ID], board.items[Reports.ITEM_NAME], strict=True))


def at_of(step: Step) -> datetime:
    """Return when something was done, in the zone's own time."""
    return step.at.astimezone(SHANGHAI)


def _unregistered(waiting: Iterable[Stated], words: Words) -> Answer:
    data = [
        {
            "key": one.key,
            "item_kind": one.kind.value,
            "item_id": one.item_id,
            "responsible_unit": one.unit,
            "problem_text": one.what,
            "coordination": one.coordination,
            "problem_type": None if one.type is None else one.type.value,
            "first_period": str(one.first),
            "last_period": str(one.last),
            "months": one.months,
            "still_stated": one.stands,
        }
        for one in waiting
    ]
    lines = tuple(
        "  ".join(
            (
                str(one["key"]),
                str(one["last_period"]),
                str(one["item_id"]),
                words.in_full(str(one["responsible_unit"])),
                str(one["problem_text"]),
            )
        )
        for one in data
    )
    return Answer(lines or (words.t("problem.stated_none"),), data)


def _line(problem: Problem, names: dict[str, str], today: date, words: Words) -> str:
    cells = row(problem, names, today, words)
    return "  ".join(str(cells[name]) for name in _LISTED if cells[name] != "")


def _step(step: Step, t: Texts) -> str:
    when = at_of(step).strftime("%Y-%m-%d %H:%M")
    changed = [problem_words.changed(one, t) for one in step.changed]
    said = (when, step.actor, t(f"problem.did_{step.doing}"), *changed, step.text)
    return "  ".join(one for one in said if one)


def _data(problem: Problem, today: date) -> dict[str, object]:
    entries = problem.entries
    return {
        "problem_number": problem.number,
        "item_kind": None if entries.kind is None else entries.kind.value,
        "item_id": entries.item_id,
        "problem_type": entries.type.value,
        "owner_unit": entries.owner,
        "problem_text": entries.what,
        "coordination": entries.coordination,
        "due_on": entries.due_on,
        "raised_by": problem.raised_by,
        "raised_on": problem.raised_on,
        "closed_on": problem.closed_on,
        "days_open": problem.days_open(today),
        "days_overdue": problem.days_overdue(today),
        "times_reopened": problem.reopened,
        "steps": [
            {
                "did": one.doing.value,
                "text": one.text,
                "actor": one.actor,
                "at": at_of(one),
                "changed": {each.entry: [each.was, each.now] for each in one.changed},
            }
            for one in problem.steps
        ],
    }
