"""How one word of a call is read: a month, a day, a number of days; what is none is named."""

from datetime import date

from domain.periods import Period


class MisreadError(Exception):  # no ValueError: argparse would say it in words of its own
    """A word of a call is not what its option takes; ``form`` names the sentence that says so."""

    def __init__(self, form: str) -> None:
        super().__init__(form)
        self.form = form


def month(text: str) -> Period:
    """Read a month, 2026-10.

    Raises:
        MisreadError: when it is none.
    """
    try:
        return Period.parse(text)
    except ValueError as wrong:
        raise MisreadError("month") from wrong


def day(text: str) -> date:
    """Read a day, 2026-11-22.

    Raises:
        MisreadError: when it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise MisreadError("day") from wrong


def days(text: str) -> int:
    """Read a number of days.

    Raises:
        MisreadError: when it is none.
    """
    if not (text.isascii() and text.isdecimal()):
        raise MisreadError("days")
    return int(text)


def number(text: str) -> int:
    """Read a whole number: of a version, a problem, a port, rows.

    Raises:
        MisreadError: when it is none.
    """
    try:
        return int(text)
    except ValueError as wrong:
        raise MisreadError("number") from wrong


def version_or_day(text: str) -> int | date:
    """Read the number of a version, or a day.

    Raises:
        MisreadError: when it is neither.
    """
    try:
        return int(text) if text.isdecimal() else date.fromisoformat(text)
    except ValueError as wrong:
        raise MisreadError("version_or_day") from wrong


def pair(text: str) -> str:
    """Read what a header is typed as, and what it means: 进度情况=完成进度.

    Raises:
        MisreadError: when it names no meaning.
    """
    if "=" not in text:
        raise MisreadError("pair")
    return text
