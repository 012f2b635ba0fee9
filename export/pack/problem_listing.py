"""The open problems of the ledger (问题台账) as a table of a slide or a brief."""

from datetime import date

from analysis import problem_words
from analysis.charts.words import Words
from analysis.views.problems import open_ones
from analysis.views.supervision import Watched
from domain.problems import Problem
from export.pack.listing import Listing

_NOTHING = "—"


def of_problems(seen: Watched, words: Words) -> Listing | None:
    """List what is open on the day, the oldest first; None where nobody ever raised a problem."""
    if not seen.problems:
        return None
    t, day = words.t, date.fromisoformat(seen.today)
    known = open_ones(seen)
    overdue = sum(one.days_overdue(day) > 0 for one in known)
    heads = ("number", "type", "what", "owner", "due", "days_open")
    return Listing(
        key="problems",
        title=t("pack.problems_title"),
        heads=tuple(t(f"pack.problem_{name}") for name in heads),
        rows=tuple(_line(one, day, words) for one in known),
        shares=(0.08, 0.10, 0.42, 0.17, 0.13, 0.10),
        summary=t("pack.problems_summary", count=len(known), overdue=overdue) if known else "",
        nothing=t("circular.no_problems"),
    )


def _line(one: Problem, day: date, words: Words) -> tuple[str, ...]:
    entries = one.entries
    about = f"{entries.item_id} {entries.what}" if entries.item_id else entries.what
    due = _NOTHING if entries.due_on is None else entries.due_on.isoformat()
    return (
        str(one.number),
        problem_words.type_name(entries.type, words.t),
        about,
        words.in_full(entries.owner),
        due,
        str(one.days_open(day)),
    )
