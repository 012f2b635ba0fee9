"""What each command of manage.py takes; one that is not named here runs for nobody."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime

from domain.audited import Via
from domain.roles import Action
from store.authority import CONSOLE, require
from store.ledger import Ledger
from store.login import Login
from store.opening import Office
from store.people_refusals import NamelessError
from store.signed import Signed

# Once a login is set up, a command for business acts in the name of an account (--as).
COMMANDS = {
    "read": Action.STAGE,
    "import": Action.COMMIT,
    "history": Action.SEE_FIGURES,
    "withdraw": Action.WITHDRAW,
    "diff": Action.SEE_FIGURES,
    "ledger": Action.RUN_SERVER,
    "show": Action.SEE_FIGURES,
    "export": Action.EXPORT_FIGURES,
    "demo": Action.RUN_SERVER,
    "supervise": Action.SEE_FIGURES,
    "doctor": Action.RUN_SERVER,
    "receipt": Action.RECORD_RECEIPT,
    "problem": Action.WORK_PROBLEM,
    "warning": Action.JUDGE_WARNING,
    "calendar": Action.RUN_SERVER,
    "template": Action.SEE_FIGURES,
    "workbook": Action.EXPORT_FIGURES,
    "open-data": Action.EXPORT_FIGURES,
    "account": Action.MANAGE_ACCOUNTS,
    "audit": Action.EXPORT_AUDIT,
}
# What one thing a command does takes, where that is another right than the command's own.
DOINGS = {
    ("warning", "explain"): Action.EXPLAIN_WARNING,
    ("warning", "show"): Action.SEE_FIGURES,
    ("problem", "show"): Action.SEE_FIGURES,
}
WRITES = {
    Action.COMMIT,
    Action.WITHDRAW,
    Action.RECORD_RECEIPT,
    Action.WORK_PROBLEM,
    Action.EXPLAIN_WARNING,
    Action.JUDGE_WARNING,
}  # never the console's own: somebody answers for it


def ask(
    asked: Namespace, environ: Mapping[str, str], opened: Callable[[], Office], *, at: datetime
) -> None:
    """Ask the table of roles where people sign in, and where the ledger holds their accounts.

    The made-up data has a ledger of its own.

    Raises:
        LoginSettingError: when a login is asked for that cannot work.
        ForbiddenError, NamelessError: as ``must_have`` says.
    """
    if asked.command == "demo":
        return
    told = Login.from_environment(environ).is_asked
    if told or asked.account or _action(asked) in WRITES:
        with opened().ledger as ledger:
            if ledger.login_required:
                must_have(ledger, asked, at=at, are_told=told)


def must_have(ledger: Ledger, asked: Namespace, *, at: datetime, are_told: bool) -> None:
    """Ask the table of roles whether the command may run, and sign in whose name it does.

    Who may run it at all may read the database; so the console speaks for itself, but whatever
    changes the plan is done by an account once there are accounts.

    A shell that does not know of the login has to name the account; whoever owns the file still
    makes accounts, which is the console's.

    Raises:
        ForbiddenError: when the table does not allow it.
        NamelessError: when accounts are kept here and neither --as nor PLAN_LOGIN says so.
    """
    action = _action(asked)
    if action in WRITES and not asked.account and not are_told:
        raise NamelessError
    name = asked.account or (action in WRITES and asked.actor) or ""
    who = Signed(name, Via.CONSOLE) if name else CONSOLE
    require(ledger, who, action, at=at)
    if action in WRITES:
        asked.actor = who


def _action(asked: Namespace) -> Action:
    doing = (asked.command, str(getattr(asked, "doing", "")))
    return DOINGS.get(doing, COMMANDS[asked.command])
