"""Conclusions about responsible units: what they owe, carry and share, and open problems."""

from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.conclusions.saying import ONE_LINE_EM, Say, fitting, month
from analysis.exhibits.progress import KINDS
from analysis.exhibits.reporting import DISCIPLINE
from analysis.metrics.columns import Counted, Troubled
from analysis.views import carrying, problems, supervision
from analysis.views.supervision import Watched
from domain.columns import Assignments, Tasks
from domain.periods import Period

_UNIT = Assignments.RESPONSIBLE_UNIT


def owed(watched: Watched, period: Period, words: Words) -> str:
    """Say how many reports came of how many, and who owes how many."""
    rows = rows_of(watched.board.reporting(period))
    expected, received = _sum(rows, Counted.EXPECTED), _sum(rows, Counted.RECEIVED)
    if not expected:
        return ""
    counts = {"expected": expected, "received": received, "rate": _share(received, expected)}
    missing = _most(rows, Counted.MISSING, words)
    if not missing:
        return words.t("conclusion.owed_nothing", **counts)
    return fitting("owed", missing, words, **counts)


def board(watched: Watched, period: Period, words: Words) -> str:
    """Say of the month how many reports are missing, late and copies."""
    if period < watched.expected_from:
        return ""
    rows = rows_of(supervision.board_of_units(watched, (period,)))
    named = {
        "expected": Counted.EXPECTED,
        "received": Counted.RECEIVED,
        "missing": Counted.MISSING,
        "late": Counted.LATE,
        "copies": Counted.SAME_AS_LAST,
    }
    counts = {name: _sum(rows, column) for name, column in named.items()}
    return words.t("conclusion.board", month=month(period, words), **counts)


def rate(watched: Watched, period: Period, words: Words) -> str:
    """Say which part of the month's reports came, and which in time."""
    if period < watched.expected_from:
        return ""
    rows = rows_of(supervision.rates(watched, (period,)))
    if not rows or rows[0][Counted.REPORTING_PERCENT] is None:
        return ""
    (row,) = rows
    in_time = row[Counted.ON_TIME_PERCENT]
    return words.t(
        "conclusion.rate",
        month=month(period, words),
        rate=percent(row[Counted.REPORTING_PERCENT]),
        received=row[Counted.RECEIVED],
        expected=row[Counted.EXPECTED],
        on_time=words.t("table.not_stated") if in_time is None else percent(in_time),
    )


def discipline(carried: str) -> Say:
    """Say how much of the last months' reports is missing, and by whom the largest share."""
    key = DISCIPLINE[carried]

    def said(watched: Watched, period: Period, words: Words) -> str:
        rows = rows_of(carrying.reporting_and_load(watched.board, period, KINDS[carried]))
        missing, expected = _sum(rows, Counted.MISSING), _sum(rows, Counted.EXPECTED)
        if not expected:
            return ""
        months = len(carrying.looked_back(watched.board, period))
        counts = {"months": months, "missing": missing, "expected": expected}
        owing = [
            f"{_name(row, words)} {percent(row[Counted.MISSING_PERCENT])}"
            for row in rows
            if row[Counted.MISSING]
        ]
        if not owing:
            return words.t(f"conclusion.{key}_whole", **counts)
        return fitting(key, owing, words, **counts, whole=_share(missing, expected))

    return said


def load(watched: Watched, _: Period, words: Words) -> str:
    """Say who carries most tasks."""
    return fitting("load", _most(rows_of(watched.board.load), Counted.TASKS, words), words)


def projects(watched: Watched, period: Period, words: Words) -> str:
    """Say who carries most projects."""
    rows = rows_of(carrying.projects_by_state(watched.board, period))
    return fitting("load_projects", _most(rows, Counted.PROJECTS, words), words)


def load_by_state(watched: Watched, period: Period, words: Words) -> str:
    """Say how many tasks are overdue, and whose."""
    rows = rows_of(carrying.load_by_state(watched.board, period))
    if overdue := _most(rows, Counted.OVERDUE, words):
        return fitting("overdue", overdue, words)
    late = _overdue_projects(watched, period)
    said = "none_overdue_but_projects" if late else "none_overdue"
    return words.t(f"conclusion.{said}", count=late)


def projects_by_state(watched: Watched, period: Period, words: Words) -> str:
    """Say how many projects are overdue, and whose; where none is, who carries most."""
    rows = rows_of(carrying.projects_by_state(watched.board, period))
    if not (overdue := _most(rows, Counted.OVERDUE_PROJECTS, words)):
        return projects(watched, period, words)
    late = _overdue_projects(watched, period)
    return fitting("overdue_projects", overdue, words, count=late)


def _overdue_projects(watched: Watched, period: Period) -> int:
    """Count the overdue projects, those without a unit too."""
    return int(carrying.states_of_projects(watched.board, period)[Counted.OVERDUE_PROJECTS].sum())


def matrix(watched: Watched, _: Period, words: Words) -> str:
    """Say which unit carries most tasks of one section."""
    rows = [row for row in rows_of(watched.board.load_by_section) if row[Tasks.SECTION]]
    most = max((row[Counted.TASKS] for row in rows), default=0)
    said = [
        words.t(
            "conclusion.in_section",
            unit=_name(row, words),
            section=row[Tasks.SECTION],
        )
        for row in rows
        if row[Counted.TASKS] == most
    ]
    return fitting("matrix", said, words, count=most)


def together(watched: Watched, _: Period, words: Words) -> str:
    """Say which two units share most tasks."""
    rows = [
        row
        for row in rows_of(carrying.pairs(watched.board))
        if row[_UNIT] < row[Counted.OTHER_UNIT]
    ]
    most = max((row[Counted.SHARED] for row in rows), default=0)
    said = [
        words.t(
            "conclusion.pair",
            one=_name(row, words),
            other=words.unit(row[Counted.OTHER_UNIT], ONE_LINE_EM),
        )
        for row in rows
        if row[Counted.SHARED] == most
    ]
    return fitting("together", said, words, count=most)


def problems_by_unit(watched: Watched, _: Period, words: Words) -> str:
    """Say how many problems are open and overdue, and whose."""
    rows = rows_of(problems.by_unit(watched))
    return fitting("problems", _most(rows, Troubled.OPEN, words), words, **_open(watched))


def problems_by_age(watched: Watched, _: Period, words: Words) -> str:
    """Say how many problems are open and overdue."""
    counts = _open(watched)
    return words.t("conclusion.problems_open", **counts) if counts["open"] else ""


def _open(watched: Watched) -> dict[str, int]:
    rows = rows_of(problems.by_age(watched))
    return {"open": _sum(rows, Troubled.OPEN), "overdue": _sum(rows, Troubled.OVERDUE)}


def _most(rows: list[Row], column: str, words: Words) -> list[str]:
    """Name the units with their counts, the largest first; those with none are left out."""
    some = sorted((row for row in rows if row[column]), key=lambda row: -row[column])
    return [f"{_name(row, words)} {row[column]}" for row in some]


def _name(row: Row, words: Words) -> str:
    return words.unit(row[_UNIT], ONE_LINE_EM)


def _sum(rows: list[Row], column: str) -> int:
    return sum(row[column] or 0 for row in rows)


def _share(part: int, whole: int) -> str:
    return percent(100 * part / whole)
