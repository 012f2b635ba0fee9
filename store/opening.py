"""Opens the office: the plan of data/, the ledger of the settings, planted on first use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from domain import plan as plans
from domain.plan import Plan
from store import intake
from store.ledger import Ledger
from store.settings import Settings


class PlanUnreadableError(Exception):
    """data/plan.toml cannot be used; the argument says which entry or why."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every door works with."""

    settings: Settings
    plan: Plan
    ledger: Ledger
    data: Path


def open_office(
    environ: Mapping[str, str], root: Path, *, today: date, at: datetime, planted: bool = True
) -> Office:
    """Read the plan, open the ledger and plant the delivered tables in it when it is empty.

    Not ``planted`` leaves an empty ledger empty, to receive an exported one.

    Raises:
        PlanUnreadableError: when data/plan.toml is missing an entry or cannot be read.
        LedgerError: when the database cannot be opened.
        SeedRefusedError: when a delivered table has an error.
    """
    data = root / "data"
    try:
        plan = plans.parse((data / "plan.toml").read_text("utf-8"))
    except (KeyError, ValueError) as trouble:
        raise PlanUnreadableError(str(trouble)) from trouble
    settings = Settings.from_environment(environ, root)
    ledger = Ledger.open(settings.database_url)
    if planted:
        intake.plant(ledger, plan, data, today=today, at=at)
    return Office(settings, plan, ledger, data)
