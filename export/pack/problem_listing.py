"""The open problems of the ledger (问题台账) as a table of a slide or a brief."""

from datetime import date

from analysis import problem_words
from analysis.charts.words import Words
from analysis.views.problems import open_ones
from analysis.views.supervision import Watched
from domain.problems import Problem
from domain.rules import Light
from export.pack.listing import Listing
from texts import Texts

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
        lit=heads.index("due"),
        lights={_due(one, day, t): Light.RED for one in known if one.days_overdue(day)},
    )


def _line(one: Problem, day: date, words: Words) -> tuple[str, ...]:
    entries, t = one.entries, words.t
    about = f"{entries.item_id} {entries.what}" if entries.item_id else entries.what
    return (
        str(one.number),
        problem_words.type_name(entries.type, t),
        about,
        words.in_full(entries.owner),
        _due(one, day, t),
        str(one.days_open(day)),
    )


def _due(one: Problem, day: date, t: Texts) -> str:
    """Say until when it is to be settled, and in a word whether that day is over."""
    due = one.entries.due_on
    if due is None:
        return _NOTHING
    over = "\n" + t("pack.overdue") if one.days_overdue(day) else ""
    return due.isoformat() + over
