"""What may be asked on the command line."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from analysis.catalogue import METRICS
from commands import asked_pack, asked_problems, asked_warnings, misread, people
from commands.answer import Answer
from commands.chosen import add_filters
from commands.speaking import COMMAND, SpeakingParser
from texts import Texts

LEDGER_ACTIONS = ("verify", "targets", "staged", "backup", "restore", "export", "import")
SUPERVISION = ("warnings", "board", "remind", "circular", "letters", "owing", "problems", "mine")
Run: TypeAlias = Callable[[argparse.Namespace, Texts], Answer]


def parser(description: str | None, runs: Mapping[str, Run], t: Texts) -> SpeakingParser:
    """Return the parser; each command's ``run`` is the function of ``runs`` under its name."""
    whole = SpeakingParser(prog="manage.py", description=description)
    whole.t = t
    common = SpeakingParser(add_help=False)
    for one in (whole, common):  # before the command or after it, as people write them
        _common(one)
    whole.set_defaults(json=False, lang="zh", account=None)
    commands = whole.add_subparsers(dest=COMMAND, required=True)

    def command(name: str, sentence: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=sentence, parents=[common])
        one.t = t
        one.set_defaults(run=runs[name])
        return one

    _sheets(
        command("read", "read a sheet without writing anything"),
        command("import", "commit a sheet to the ledger"),
    )
    history = command("history", "list every version: who, when, what")
    history.add_argument("--item", help="every report ever made about a project or task: P07")
    receipt = command("receipt", "record the day on which an uploaded sheet was really received")
    receipt.add_argument("version", type=misread.number)
    receipt.add_argument("day", type=misread.day, help="2026-10-24: the day it came")
    receipt.add_argument("--actor", default="", help="who records it; kept in the ledger")
    receipt.add_argument("--reason", required=True, help="why; kept in the ledger")
    _ledger(
        command("withdraw", "take an upload back, with a reason"),
        command("diff", "say what changed between two versions or days"),
        command("ledger", "verify, back up, restore, export or import the whole ledger"),
    )
    _figures(
        command("show", "print a metric table"),
        command("export", "make the pack of a period: pictures, deck, brief"),
    )
    _workbooks(
        command("template", "write the progress sheet of a unit, to be filled in and uploaded"),
        command("workbook", "write the ledger of a month as the office lays it out, XLSX"),
    )
    _open_data(command("open-data", "write the whole ledger as CSV, Parquet and OC4IDS JSON"))
    demo = command("demo", "start the dashboard with illustrative data, apart from the real ledger")
    demo.add_argument("--port", type=misread.number, default=8501)
    demo.add_argument("--no-serve", action="store_true", help="only load the data")
    which = demo.add_mutually_exclusive_group()
    for name, said in (
        ("year", "the plan's own projects and tasks over 13 made-up months"),
        ("large", "500 made-up projects over 36 months"),
    ):
        which.add_argument(f"--{name}", dest="which", action="store_const", const=name, help=said)
    _supervise(
        command(
            "supervise",
            "list warnings, problems, somebody's projects; count reports, write texts",
        )
    )
    problem = command("problem", "raise a problem, change, join, close or reopen one, or show it")
    asked_problems.add_acts(problem)
    asked_warnings.add_acts(command("warning", "explain, accept, reject or close one, or show it"))
    calendar = command("calendar", "say which days are due; check or supply a year's holidays")
    calendar.add_argument("table", type=Path, nargs="?", help="a CSV of 日期,安排 to be checked")
    calendar.add_argument("--use", action="store_true", help="keep it in the state folder")
    calendar.add_argument("--today", type=misread.day, help="as of this day, not today")
    _people(
        command("account", "make accounts, give roles, reset passwords, close, sign out"),
        command("audit", "verify, list or export the log of what everybody did"),
    )
    command("doctor", "say what will fail on this machine, and what to do")
    return whole


def _common(one: argparse.ArgumentParser) -> None:
    nothing = argparse.SUPPRESS  # else the command's default would undo what stands before it
    said = "print data instead of lines"
    one.add_argument("--json", action="store_true", default=nothing, help=said)
    said = "language of sentences"
    one.add_argument("--lang", choices=("zh", "en"), default=nothing, help=said)
    said = "once a login is set up: the account in whose name this runs"
    one.add_argument("--as", dest="account", metavar="NAME", default=nothing, help=said)


def _sheets(read: argparse.ArgumentParser, bring: argparse.ArgumentParser) -> None:
    read.add_argument("sheet", type=Path)
    read.add_argument("--kind", choices=("progress", "projects", "tasks"))
    read.add_argument("--encoding", choices=("utf-8", "gb18030", "utf-16"))
    read.add_argument("--marked", type=Path, help="write the sheet with its doubts marked as XLSX")
    for one in (read, bring):
        one.add_argument("--sheet", dest="worksheet", help="the worksheet to read")
        one.add_argument("--map", action="append", type=misread.pair, help="TYPED=STANDARD header")
        one.add_argument(
            "--max-rows", type=misread.number, help="read more rows than the web allows"
        )
        one.add_argument("--progress", action="store_true", help="say how far reading has come")
    bring.add_argument("sheet", type=Path)
    bring.add_argument("--actor", default="", help="who commits; kept in the ledger")
    bring.add_argument("--reason", default="", help="why a target moves; kept in the ledger")
    bring.add_argument("--confirm", action="store_true", help="the warnings have been read")


def _ledger(
    withdraw: argparse.ArgumentParser,
    diff: argparse.ArgumentParser,
    ledger: argparse.ArgumentParser,
) -> None:
    withdraw.add_argument("version", type=misread.number)
    withdraw.add_argument("--actor", default="", help="who withdraws; kept in the ledger")
    withdraw.add_argument("--reason", required=True, help="why; kept in the ledger")
    diff.add_argument(
        "before", type=misread.version_or_day, help="a version, 3, or the end of a day"
    )
    diff.add_argument("after", type=misread.version_or_day, help="as before: 5 or 2026-11-22")
    diff.add_argument("--kind", choices=("progress", "projects", "tasks"), help="only this table")
    ledger.add_argument("action", choices=LEDGER_ACTIONS)
    ledger.add_argument("path", type=Path, nargs="?", help="file of the backup, else a folder")
    said = "staged: forget files that have waited so many days"
    ledger.add_argument("--discard", type=misread.days, metavar="DAYS", help=said)
    ledger.add_argument("--expect", metavar="DIGEST", help="verify: the digest you wrote down")
    ledger.add_argument("--into", type=Path, help="restore or import into this state folder")


def _supervise(supervise: argparse.ArgumentParser) -> None:
    supervise.add_argument("what", choices=SUPERVISION)
    supervise.add_argument("--period", type=misread.month, help="2026-10; else the newest month")
    supervise.add_argument("--today", type=misread.day, help="as of this day, not today")
    said = "write circular as DOCX, remind as XLSX, letters into this folder"
    supervise.add_argument("--out", type=Path, metavar="PATH", help=said)
    asked_problems.add_list(supervise)
    asked_problems.add_mine(supervise)
    supervise.add_argument("--no-ranking", action="store_true", help="circular: rank no unit")
    supervise.add_argument("--no-last-three", action="store_true", help="circular: name no last")


def _workbooks(template: argparse.ArgumentParser, workbook: argparse.ArgumentParser) -> None:
    template.add_argument("--unit", help="only the rows of this responsible unit")
    template.add_argument("--period", type=misread.month, help="2026-10; else this month")
    template.add_argument("--out", type=Path, required=True, help="FILE.xlsx, or FILE.csv")
    workbook.add_argument("--period", type=misread.month, help="2026-10; else the newest month")
    workbook.add_argument("--out", type=Path, required=True, help="FILE.xlsx")


def _open_data(published: argparse.ArgumentParser) -> None:
    _when(published)
    published.add_argument("--out", type=Path, required=True, help="a folder, or FILE.zip")


def _people(account: argparse.ArgumentParser, audit: argparse.ArgumentParser) -> None:
    account.add_argument("what", choices=people.ACTIONS)
    account.add_argument("name", nargs="?", help="the account")
    said = f"repeat for several: {', '.join(people.ROLES)}, or their Chinese names"
    account.add_argument("--role", action="append", help=said)
    account.add_argument("--unit", action="append", help="a responsible unit it reports for")
    account.add_argument("--subject", help="add: issuer and sub at the identity provider")
    account.add_argument("--elsewhere", action="store_true", help="add: a gateway signs them in")
    account.add_argument("--typed", action="store_true", help="password: type it, not shown")
    audit.add_argument("what", choices=("verify", "list", "export"))
    audit.add_argument("path", type=Path, nargs="?", help="export: the file to write")
    audit.add_argument("--expect", metavar="DIGEST", help="verify: the digest you wrote down")
    audit.add_argument("--actor", default="", help="list: only what this person did")
    audit.add_argument("--event", action="append", default=[], help="list: only this, as refused")
    audit.add_argument("--since", type=misread.day, help="list: from this day on")
    audit.add_argument("--until", type=misread.day, help="list: up to the end of this day")


def _figures(show: argparse.ArgumentParser, export: argparse.ArgumentParser) -> None:
    show.add_argument("metric", choices=sorted(METRICS))
    for one in (show, export):
        _when(one)
        one.add_argument("--period", type=misread.month, help="2026-10")
        add_filters(one)
    asked_pack.add_pack(export)


def _when(one: argparse.ArgumentParser) -> None:
    when = one.add_mutually_exclusive_group()
    when.add_argument("--as-of", type=misread.day, help="the ledger at the end of a day")
    when.add_argument("--version", type=misread.number, help="the ledger at a version")
