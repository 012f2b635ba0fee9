"""How problems of the ledger are named, on every page and on the command line."""

from datetime import date

from analysis.stated import Stated
from domain.problems import Changed, Problem, ProblemType
from texts import Texts
from texts.dates import spoken


def state_of(problem: Problem, today: date, t: Texts) -> str:
    """Say by shape and word whether a problem is open, overdue or closed, and if it came back."""
    name = "closed"
    if problem.is_open:
        name = "overdue" if problem.days_overdue(today) else "open"
    said = t(f"problem.state_{name}")
    return said + t("problem.again", count=problem.reopened) if problem.reopened else said


def type_name(one: ProblemType, t: Texts) -> str:
    """Name a type."""
    return t(f"problem.type_{one.name.lower()}")


def twin(one: Problem, t: Texts) -> str:
    """Say that an open problem may be the one that is raised, and what can be done."""
    said = {"number": one.number, "what": one.entries.what, "raised": one.raised_on.isoformat()}
    return t("problem.twin", **said)


def months_of(one: Stated, t: Texts) -> str:
    """Say since when and in how many months reports state a problem."""
    key = "stated_month" if one.months == 1 else "stated_months"
    return t(f"problem.{key}", first=spoken(one.first, t), count=one.months)


def changed(one: Changed, t: Texts) -> str:
    """Say what became of one entry."""
    was, now = (_cell(one.entry, cell, t) for cell in (one.was, one.now))
    return t("problem.changed", entry=t(f"problem.entry_{one.entry}"), was=was, now=now)


def _cell(entry: str, cell: str, t: Texts) -> str:
    if not cell:
        return t("problem.no_due")
    return type_name(ProblemType(cell), t) if entry == "type" else cell
