"""The ledger of problems as rows a person reads, and as the bytes of a CSV file."""

from collections.abc import Iterable, Mapping
from datetime import date

from analysis import problem_words
from analysis.charts.words import Words
from domain.problems import Problem
from export import plain_csv

_HEADS = (
    "number",
    "problem_state",
    "about_item",
    "name",
    "problem_type",
    "problem",
    "coordination",
    "owner",
    "problem_due",
    "days_overdue",
    "raised_on",
    "raised_by",
    "days_open",
    "closed_on",
    "evidence",
)


def csv_of(
    problems: Iterable[Problem],
    names: Mapping[str, str],
    today: date,
    words: Words,
    *,
    mark: str = "",
) -> bytes:
    """Return a file with one row per problem; ``mark`` is a row above the header.

    ``names`` are those of projects and tasks by number.
    """
    rows = (row(one, names, today, words).values() for one in problems)
    return plain_csv.csv_of([words.t(f"table.{name}") for name in _HEADS], rows, mark=mark)


def row(
    problem: Problem, names: Mapping[str, str], today: date, words: Words
) -> dict[str, str | int]:
    """Return a problem's cells by their heads, in the reader's words; empty where nothing is."""
    entries, t = problem.entries, words.t
    last = problem.steps[-1]
    return {
        "number": problem.number,
        "problem_state": problem_words.state_of(problem, today, t),
        "about_item": entries.item_id or "",
        "name": names.get(entries.item_id or "", ""),
        "problem_type": problem_words.type_name(entries.type, t),
        "problem": entries.what,
        "coordination": entries.coordination,
        "owner": words.in_full(entries.owner),
        "problem_due": "" if entries.due_on is None else entries.due_on.isoformat(),
        "days_overdue": problem.days_overdue(today) or "",
        "raised_on": problem.raised_on.isoformat(),
        "raised_by": problem.raised_by,
        "days_open": problem.days_open(today),
        "closed_on": "" if problem.closed_on is None else problem.closed_on.isoformat(),
        "evidence": last.text if len(problem.steps) > 1 else "",
    }
