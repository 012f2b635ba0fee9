"""export: the pack of a period, into a folder or a ZIP."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from analysis.board import Board
from analysis.circular.writing import Chosen
from commands.answer import Answer
from commands.chosen import part, unknown
from commands.figures import Wanted, before_the_ledger, board_wanted, latest
from commands.open_data import source_of
from domain.periods import Period
from export.engine import PictureEngine
from export.pack.catalogue import PARTS
from export.pack.making import into_folder, into_zip
from export.pack.studio import Studio
from export.pack.subject import Subject
from store import own_sentences
from store.opening import Office
from store.own_deck import own_deck
from store.readable import end_of
from store.versions import versions
from store.warning_acts import courses, table_with_life
from store.watching import month_warnings, watched
from texts import Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """Which parts and charts, and whether charts of the deck shall be editable.

    ``today`` judges lateness; without ``charts`` every part has its usual ones.
    """

    parts: Sequence[str]
    today: date
    charts: tuple[str, ...] = ()
    native_charts: bool = False


def export(
    office: Office, out: Path, t: Texts, wanted: Wanted, asked: Asked, *, otherwise: Period
) -> Answer:
    """Make every part asked for; ``out`` is a folder, or a file when it ends in .zip.

    The answer is what the manifest says: every file, and of each that is missing, why.
    """
    if early := before_the_ledger(office, wanted.as_of, t):
        return Answer((early,), {"refused": [early]}, ok=False)
    whole, illustrative = board_wanted(office, wanted.as_of)
    if refused := unknown(whole, wanted.selection, t):
        return Answer(refused, {"refused": list(refused)}, ok=False)
    period = wanted.period or latest(whole, otherwise)
    board = part(whole, wanted.selection, period)
    subject = replace(_subject(office, board, period, t, wanted, asked), illustrative=illustrative)
    make = into_zip if out.suffix.lower() == ".zip" else into_folder
    out.parent.mkdir(parents=True, exist_ok=True)
    with PictureEngine() as engine:
        listed = make(out, subject, [PARTS[key] for key in asked.parts], Studio(engine, t))
    lines = tuple(_line(one) for one in listed)
    return Answer(lines, listed, ok=not any(one["failed"] for one in listed))


def _subject(
    office: Office, board: Board, period: Period, t: Texts, wanted: Wanted, asked: Asked
) -> Subject:
    looked_back = wanted.as_of if isinstance(wanted.as_of, date) else None
    until = None if looked_back is None else end_of(looked_back)
    seen = watched(office, board, period, today=looked_back or asked.today, until=until)
    known, own = courses(office.ledger, until=until), own_deck(office.settings)
    wording = own_sentences.in_use(office.ledger, until=until) if t.language == "zh" else {}
    return Subject(
        board=board,
        period=period,
        t=t,
        illustrative=False,
        watched=seen,
        warnings=table_with_life(month_warnings(seen, period), known),
        committed_at=versions(office.ledger, board.version)[-1].at,
        source=source_of(office, board.version),
        charts=asked.charts,
        wording=Chosen(own=wording),
        native_charts=asked.native_charts,
        template=own.read_bytes() if own else None,
    )


def _line(one: dict[str, Any]) -> str:
    if not one["sha256"]:
        return f"— {one['title']}：{one['why']}"
    return f"{one['file']}　{one['why']}" if one["why"] else one["file"]
