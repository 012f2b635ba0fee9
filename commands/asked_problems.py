"""What may be asked about problems and about people's projects on the command line."""

import argparse
from datetime import datetime
from pathlib import Path

from analysis.people import InCharge
from commands import misread
from commands.answer import Answer
from commands.problem_acts import Meant, act
from commands.problems import STATES
from domain.problems import Doing, ProblemType, Which
from store.opening import Office
from texts import Texts

SHOW = "show"
_DOINGS = {
    "raise": "--text --type --owner [--due --coordination --item], or --stated KEY --owner",
    "change": "NUMBER --text REASON and --type, --owner or --due",
    "join": "NUMBER --stated KEY: other words of a report for the same problem",
    "close": "NUMBER --text EVIDENCE",
    "reopen": "NUMBER --text REASON",
    SHOW: "NUMBER: everything that was done about it",
}


def add_list(supervise: argparse.ArgumentParser) -> None:
    """Add what only ``supervise problems`` takes."""
    said = "problems: which ones; unregistered are those of reports that nobody has raised"
    supervise.add_argument(
        "--state", choices=[str(one) for one in STATES], default=Which.OPEN, help=said
    )
    supervise.add_argument("--csv", type=Path, help="problems, mine: write them into this file")


def add_mine(supervise: argparse.ArgumentParser) -> None:
    """Add what only ``supervise mine`` takes."""
    said = "mine: whose projects; without a name everybody in charge is listed"
    whose = supervise.add_mutually_exclusive_group()
    for role in InCharge:
        whose.add_argument(f"--{role}", nargs="?", const="", metavar="NAME", help=said)


def whose(asked: argparse.Namespace) -> tuple[InCharge, str | None]:
    """Return in what role somebody is asked for, and the name, None for everybody."""
    role = InCharge.OFFICER if asked.officer is not None else InCharge.LEADER
    return role, (asked.officer or asked.leader) or None


def add_acts(problem: argparse.ArgumentParser) -> None:
    """Add what ``problem`` takes."""
    said = "; ".join(f"{name}: {needs}" for name, needs in _DOINGS.items())
    problem.add_argument("doing", choices=tuple(_DOINGS), help=said)
    problem.add_argument("number", type=misread.number, nargs="?", help="the number of the problem")
    problem.add_argument("--actor", default="", help="who does it; kept in the ledger")
    problem.add_argument("--text", default="", help="the problem, the evidence or the reason")
    problem.add_argument("--type", choices=[one.value for one in ProblemType], default="")
    problem.add_argument("--owner", default="", help="the responsible unit that is to solve it")
    problem.add_argument("--due", type=misread.day, help="the day it is to be solved: 2026-12-31")
    problem.add_argument("--coordination", default="", help="what others are to coordinate")
    problem.add_argument("--item", default="", help="the project or task it is about: P03")
    problem.add_argument("--stated", default="", metavar="KEY", help="as the list names it")


def answer(asked: argparse.Namespace, office: Office, t: Texts, *, at: datetime) -> Answer:
    """Do what was asked about a problem.

    Raises:
        LedgerError: when the ledger refuses it.
    """
    doing, said = meant(asked)
    return act(office, doing, said, t, actor=asked.actor, at=at)


def meant(asked: argparse.Namespace) -> tuple[Doing | None, Meant]:
    """Return what is to be done, None for showing, and what was written about it."""
    doing = None if asked.doing == SHOW else Doing(asked.doing)
    said = Meant(
        asked.number,
        asked.text,
        asked.type,
        asked.owner,
        asked.due,
        asked.coordination,
        asked.item,
        asked.stated,
    )
    return doing, said
