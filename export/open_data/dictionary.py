"""The data dictionary of open data: what each column is, in both languages, at run time."""

from collections.abc import Iterator

from domain.columns import Assignments, Projects, Reports
from export.open_data.source import IS_ILLUSTRATIVE, TABLES
from ingest.separated import separated
from texts import LANGUAGES, catalogue

HEAD = (
    "table",
    "column",
    "name_zh",
    "name_en",
    "type",
    "unit_of_measure",
    "meaning_zh",
    "meaning_en",
)
_WHOLE = frozenset({Reports.VERSION.value, Assignments.POSITION.value})
_YUAN = frozenset(
    {
        Projects.TOTAL_YUAN.value,
        Reports.YEAR_PLAN_YUAN.value,
        Reports.DONE_TOTAL_YUAN.value,
        Reports.DONE_YTD_YUAN.value,
    }
)


def dictionary() -> bytes:
    """Return the dictionary as CSV, one row per table and column, in the order of the tables."""
    return separated(HEAD, _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    languages = [catalogue(language) for language in LANGUAGES]
    for table in TABLES:
        for column in table.columns:
            names = [t(f"column.{column}") for t in languages]
            meanings = [t(f"meaning.{column}") for t in languages]
            yield (table.name, str(column), *names, *_type(column), *meanings)


def _type(column: str) -> tuple[str, str]:
    """Return the type and the unit of measure of a column, the latter empty where it has none."""
    if column in _YUAN:
        return "integer", "CNY 1"
    if column == Reports.PERCENT_PPM:
        return "integer", "1/1000000"
    if column == IS_ILLUSTRATIVE:
        return "boolean", ""
    if column == Reports.PERIOD:
        return "month YYYY-MM", ""
    return ("integer" if column in _WHOLE else "text"), ""
