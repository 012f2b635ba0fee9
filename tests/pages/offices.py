"""Ledgers as readers find them: with the delivered plan alone, or with illustrative reports."""

from datetime import UTC, date, datetime
from pathlib import Path

from store import intake
from store.opening import open_office

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def planted(folder: Path, *, samples: bool) -> Path:
    """Make a state folder with a ledger in it and return it."""
    office = open_office({"PLAN_STATE": str(folder)}, ROOT, today=TODAY, at=NOON)
    with office.ledger as ledger:
        if samples:
            sheets = office.data / "samples"
            intake.load_samples(ledger, office.plan, sheets, actor="示例数据", today=TODAY, at=NOON)
    return folder
