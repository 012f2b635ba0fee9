"""When a project is to begin and end, or a task to be done: as written, but Excel's day numbers."""

import re

from domain.columns import Projects
from ingest.aliases.others import YEARS
from ingest.cells import RowCells
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.dates import day_of_serial, span_of
from ingest.numbers import is_placeholder
from ingest.typed import Values

_SPACE = re.compile(r"\s+")
_ENDS = (Projects.PLANNED_START, Projects.PLANNED_FINISH)


def read_time(cells: RowCells, column: str) -> str | None:
    """Return the time in a cell as written; a bare number of Excel becomes its day."""
    text = cells.text(column, cells.limits.max_text, fill_down=True)
    if not text:
        return None
    day = day_of_serial(key_of(text))
    if day is None:
        return text
    cells.add(Code.W_DATE_SERIAL, column, text, read=day)
    return day


def read_times(cells: RowCells) -> Values:
    """Return planned start and finish; without columns for them, the ends of the years of work."""
    if any(map(cells.has, _ENDS)) or cells.header.place_of(YEARS) is None:
        return {one: read_time(cells, one) for one in _ENDS}
    typed = _SPACE.sub("", cells.row.text(cells.header.place_of(YEARS) or 0))
    span = span_of(typed)
    if span is None:
        if not is_placeholder(key_of(typed)):
            place = (cells.row.number, YEARS, typed)
            cells.findings.append(found(Code.W_YEARS, *place, sheet=cells.table.sheet))
        return dict.fromkeys(_ENDS)
    return {Projects.PLANNED_START: span.start, Projects.PLANNED_FINISH: span.finish}
