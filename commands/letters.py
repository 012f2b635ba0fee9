"""The texts of supervision on the command line: the circular of a month, and its file."""

from datetime import date, datetime
from pathlib import Path

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.circular.ranking import Ranking
from analysis.circular.writing import EVERYTHING, Chosen, circular
from analysis.circular.written import Number
from commands.answer import Answer
from commands.supervision import looked_at
from domain.periods import Period
from export import circular_docx
from store.opening import Office
from store.tables import tables
from store.warning_acts import courses, with_life
from store.watching import month_warnings
from texts import Texts


def write_circular(
    office: Office,
    t: Texts,
    *,
    period: Period | None,
    today: date,
    at: datetime,
    out: Path | None = None,
    chosen: Chosen = EVERYTHING,
) -> Answer:
    """Write the circular of a month; with ``out`` as a DOCX too."""
    seen, month = looked_at(office, period, today)
    words = Words(t, seen.board.plan)
    warned = with_life(rows_of(month_warnings(seen, month)), courses(office.ledger))
    illustrative = tables(office.ledger).illustrative
    written = circular(seen, warned, month, words, illustrative=illustrative, chosen=chosen)
    data = {
        "title": written.title,
        "paragraphs": [one.text for one in written.paragraphs],
        "numbers": {name: _told(number) for name, number in written.numbers.items()},
    }
    lines = tuple(written.text.split("\n"))
    if out is None:
        return Answer(lines, data)
    _, supervising = words.supervision()
    out.write_bytes(circular_docx.docx(written, author=supervising, at=at))
    return Answer((t("command.written", path=out),), {**data, "file": str(out)})


def without(*, ranking: bool, last_three: bool) -> Chosen:
    """Return what is written of a month: all of it, without the ranking or the last three."""
    return Chosen(tuple(Ranking) if ranking else (), last_three=last_three)


def _told(number: Number) -> dict[str, object]:
    """Return a number with the rows it rests on, each by item and unit."""
    return {
        "shown": number.shown,
        "rows": [(one.item_id, one.responsible_unit) for one in number.rows],
        "of": [(one.item_id, one.responsible_unit) for one in number.of],
    }
