"""template and workbook: the sheet a unit fills in, the ledger of a period."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from commands.answer import Answer
from domain.periods import Period
from export.workbooks.about import About
from export.workbooks.ledger import ledger_book
from export.workbooks.template import template_book
from ingest.context import registry_of
from ingest.template import expected_rows, template
from store.boards import board_of
from store.frames_kept import FramesKept
from store.opening import Office
from texts import Texts

_XLSX, _CSV = ".xlsx", ".csv"


@dataclass(frozen=True, slots=True)
class Made:
    """Where a workbook is to be written on which day, for which month and unit; None for all."""

    out: Path
    today: date
    period: Period | None = None
    unit: str | None = None


def make_template(office: Office, t: Texts, made: Made, *, otherwise: Period) -> Answer:
    """Write the progress sheet of a unit and month; a name ending in .csv gives plain CSV."""
    known = office.plan.unit_names
    unit = office.plan.responsible_unit(made.unit) if made.unit else None
    if made.unit and unit is None:
        return _refused(t("template.unknown_unit", unit=made.unit, known="、".join(known)))
    if made.out.suffix.lower() not in {_XLSX, _CSV}:
        return _refused(t("template.not_xlsx", path=made.out))
    about = _about(office, t, made, made.period or otherwise)
    registry = registry_of(about.board.projects, about.board.tasks)
    if made.out.suffix.lower() == _CSV:
        raw = template(office.plan, registry, about.period, unit)
    else:
        raw = template_book(about, unit)
    made.out.write_bytes(raw)
    count = sum(1 for _ in expected_rows(office.plan, registry, unit))
    named = unit or t("upload.all_units")
    said = t("template.made", path=made.out, unit=named, month=about.month, count=count)
    data = {"file": str(made.out), "unit": unit, "period": str(about.period), "rows": count}
    return Answer((said,), data)


def make_ledger(office: Office, t: Texts, made: Made, *, otherwise: Period) -> Answer:
    """Write the ledger of a month as XLSX; the newest month where none is asked for."""
    if made.out.suffix.lower() != _XLSX:
        return _refused(t("workbook.not_xlsx", path=made.out))
    about = _about(office, t, made, made.period or office.plan.first_period)
    if made.period is None:
        periods = about.board.periods
        newest = periods[-1] if periods else otherwise
        about = replace(about, period=newest)
    made.out.write_bytes(ledger_book(about))
    board = about.board
    counts = {"projects": len(board.projects), "tasks": len(board.tasks)}
    said = t("workbook.made", path=made.out, month=about.month, **counts)
    data = {"file": str(made.out), "period": str(about.period), **counts}
    return Answer((said,), {**data, "illustrative": about.illustrative})


def _about(office: Office, t: Texts, made: Made, period: Period) -> About:
    kept = FramesKept(office.ledger, office.settings.state_folder)
    now = kept.at(office.ledger.version())
    return About(board_of(office, now), period, t, now.illustrative, made.today)


def _refused(sentence: str) -> Answer:
    return Answer((sentence,), {"refused": [sentence]}, ok=False)
