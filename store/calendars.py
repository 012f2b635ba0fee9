"""The calendar of the offices: what the plan came with, and later years from the state folder."""

from pathlib import Path

from domain.holidays import HolidayTableError, require_whole_years
from domain.workdays import Workdays
from store.refusals import CalendarError

FILE = "holidays.csv"


def calendar(data: Path, state_folder: Path) -> Workdays:
    """Read ``holidays.csv`` of both folders; a year of the state folder's stands for the other's.

    Without a file every weekday is worked.

    Raises:
        CalendarError: when one of the files is there and cannot be used.
    """
    delivered, supplied = data / FILE, state_folder / FILE
    known = _read(delivered) if delivered.exists() else Workdays()
    return known.with_years_of(checked(supplied)) if supplied.exists() else known


def checked(path: Path) -> Workdays:
    """Read a table of whole years, as one that is to be supplied.

    Raises:
        CalendarError: when it cannot be used, or a year of it is cut short.
        OSError: when the file cannot be read.
    """
    found = _read(path)
    try:
        require_whole_years(found.off, found.years)
    except HolidayTableError as trouble:
        raise _refusal(path, trouble) from trouble
    return found


def supply(path: Path, state_folder: Path) -> Workdays:
    """Check a table and keep it in the state folder, in place of one kept before.

    Raises:
        CalendarError: when it cannot be used; then nothing is kept.
        OSError: when a file cannot be read or written.
    """
    found = checked(path)
    state_folder.mkdir(parents=True, exist_ok=True)
    kept, fresh = state_folder / FILE, state_folder / f"{FILE}.new"
    fresh.write_bytes(path.read_bytes())
    fresh.replace(kept)
    return found


def _read(path: Path) -> Workdays:
    try:
        return Workdays.parse(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as trouble:
        raise CalendarError("encoding", file=str(path)) from trouble
    except HolidayTableError as trouble:
        raise _refusal(path, trouble) from trouble


def _refusal(path: Path, trouble: HolidayTableError) -> CalendarError:
    return CalendarError(trouble.rule, file=str(path), row=trouble.row, said=trouble.said)
