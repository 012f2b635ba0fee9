"""Which question of supervision was asked on the command line, and who answers it."""

from argparse import Namespace
from datetime import date, datetime
from typing import TypedDict

from commands import asked_problems, letters, mine, problems, supervision
from commands.answer import Answer
from domain.periods import Period
from store.opening import Office
from store.readable import SHANGHAI
from texts import Texts
from texts.dates import spoken


class _When(TypedDict):
    period: Period | None
    today: date


def answer(asked: Namespace, office: Office, t: Texts, *, today: date, at: datetime) -> Answer:
    """Write the text that was asked for, or list; only a text is written to ``--out``."""
    if (outside := _outside(asked.period, office, t, today)) is not None:
        return outside
    when: _When = {"period": asked.period, "today": today}
    match asked.what:
        case "circular":
            less = {"ranking": not asked.no_ranking, "last_three": not asked.no_last_three}
            chosen = letters.without(**less)
            return letters.write_circular(office, t, **when, at=at, out=asked.out, chosen=chosen)
        case "letters":
            return letters.write_letters(office, t, **when, out=asked.out)
        case "remind":
            return supervision.remind(office, t, **when, out=asked.out)
        case _ if asked.out:
            return _refused(t("command.no_file_of", what=asked.what))
        case _:
            return _listed(asked, office, t, when)


def _listed(asked: Namespace, office: Office, t: Texts, when: _When) -> Answer:
    today = when["today"]
    match asked.what:
        case "problems":
            return problems.listed(office, t, today=today, state=asked.state, csv=asked.csv)
        case "mine":
            role, person = asked_problems.whose(asked)
            whose = mine.Whose(role, person, asked.period)
            return mine.mine(office, t, whose, today=today, csv=asked.csv)
        case "board":
            return supervision.board(office, t, **when)
        case "owing":
            return supervision.owing(office, t, **when)
        case _:
            return supervision.warnings(office, t, **when)


def _outside(period: Period | None, office: Office, t: Texts, today: date) -> Answer | None:
    """Refuse a month that has not come; say that nothing is known of a day before the ledger."""
    this_month = Period(today.year, today.month)
    if period and period > this_month:
        days = {"month": period, "today": today, "latest": this_month}
        said = {name: spoken(day, t) for name, day in days.items()}
        return _refused(t("supervision.month_to_come", **said))
    if office.ledger.version_on(today):
        return None
    begun = office.ledger.uploads()[0].at.astimezone(SHANGHAI)
    spelled = {"year": begun.year, "month": begun.month, "day": begun.day}
    return Answer((t("filter.before_ledger", **spelled),), [])


def _refused(sentence: str) -> Answer:
    return Answer((sentence,), {"refused": [sentence]}, ok=False)
