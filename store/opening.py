"""Opens the office: the plan of data/, the ledger of the settings, planted on first use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from domain import plan as plans
from domain.plan import Plan
from domain.workdays import Workdays
from store import accounts, acts, intake, spark
from store.calendars import calendar
from store.ledger import Ledger
from store.login import Login
from store.settings import Settings
from store.versions import versions


class PlanUnreadableError(Exception):
    """A file of data/ cannot be used; the argument says which entry or why."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every door works with."""

    settings: Settings
    plan: Plan
    ledger: Ledger
    data: Path
    workdays: Workdays


def open_office(
    environ: Mapping[str, str],
    root: Path,
    *,
    today: date,
    at: datetime,
    planted: bool = True,
    checked: bool = True,
) -> Office:
    """Read the plan, open the ledger and plant the delivered tables in it when it is empty.

    Not ``planted`` leaves an empty ledger empty, to receive another one; not ``checked`` opens a
    damaged one, to look into it. A ledger that holds accounts takes no typed name, whatever
    PLAN_LOGIN says in the shell that opens it.

    Raises:
        PlanUnreadableError: when data/plan.toml is missing an entry or cannot be read.
        LedgerError: when a table of holidays cannot be used, the database cannot be opened, its
            entries are not as they were sealed, or the engine cannot be used.
        SeedRefusedError: when a delivered table has an error.
    """
    data = root / "data"
    try:
        plan = plans.parse((data / "plan.toml").read_text("utf-8"))
    except (KeyError, ValueError) as trouble:
        raise PlanUnreadableError(str(trouble)) from trouble
    settings = Settings.from_environment(environ, root)
    workdays = calendar(data, settings.state_folder)
    spark.require(settings.engine)
    login = Login.from_environment(environ)
    ledger = Ledger.open(settings.database_url)
    try:
        ledger.login_required = login.is_asked or accounts.are_kept(ledger)
        if checked:
            versions(ledger)
            acts.acts(ledger)
        if planted:
            intake.plant(ledger, plan, data, today=today, at=at)
    except BaseException:
        ledger.close()
        raise
    return Office(settings, plan, ledger, data, workdays)
