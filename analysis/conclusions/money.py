"""Conclusions about investment: by chain, project, phase, against the plan, against last month."""

from analysis.charts.phases import phase_name
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.conclusions.saying import Say, fitting, month
from analysis.exhibits.comparison import month_before
from analysis.metrics.columns import Counted
from analysis.views import comparison, money, schedule
from analysis.views.comparison import Measure, Moment
from analysis.views.supervision import Watched
from domain.columns import Projects, Reports
from domain.periods import Period
from texts.amounts import written_amount

_TOTAL, _DONE = Projects.TOTAL_YUAN, Counted.DONE_DISCLOSED_YUAN


def by_chain(watched: Watched, period: Period, words: Words) -> str:
    """Say what the chains invest, the largest first, and how many projects state nothing."""
    rows = rows_of(watched.board.investment(period))
    known = sorted((row for row in rows if row[_TOTAL]), key=lambda row: -row[_TOTAL])
    said = [f"{words.numbered(row[Projects.CHAIN])} {words.amount(row[_TOTAL])}" for row in known]
    total = words.amount(sum(row[_TOTAL] for row in known))
    return fitting("investment", said, words, total=total, hidden=_hidden(rows, words))


def by_phase(watched: Watched, _: Period, words: Words) -> str:
    """Say what is invested in each phase where it is stated."""
    rows = rows_of(money.by_phase(watched.board))
    said = [
        words.t(
            "conclusion.phase",
            phase=phase_name(row[Projects.PHASE], words),
            projects=row[Counted.PROJECTS] - row[Counted.UNDISCLOSED],
            amount=words.amount(row[_TOTAL]),
        )
        for row in rows
        if row[_TOTAL]
    ]
    return fitting("phases", said, words, hidden=_hidden(rows, words))


def completed(watched: Watched, period: Period, words: Words) -> str:
    """Say what is done of each total, where both are known."""
    said = [
        words.t(
            "conclusion.done_of",
            name=words.numbered(row[Projects.CHAIN]),
            done=written_amount(row[_DONE], words.t),
            total=written_amount(row[_TOTAL], words.t),
        )
        for row in rows_of(watched.board.investment(period))
        if row[_DONE] is not None and row[_TOTAL]
    ]
    return fitting("completed", said, words)


def completion(watched: Watched, period: Period, words: Words) -> str:
    """Say 投资完成率 of the chains, the lowest first, beside 序时进度."""
    rows = rows_of(watched.board.completion(period))
    known = [row for row in rows if row[Counted.COMPLETION_PERCENT] is not None]
    known.sort(key=lambda row: row[Counted.COMPLETION_PERCENT])
    said = [
        f"{words.numbered(row[Projects.CHAIN])} {percent(row[Counted.COMPLETION_PERCENT])}"
        for row in known
    ]
    return fitting("completion", said, words, schedule=_passed(watched, period))


def slowest(watched: Watched, period: Period, words: Words) -> str:
    """Say 投资完成率 of the projects furthest behind, beside 序时进度."""
    said = [
        f"{row[Reports.ITEM_NAME]} {percent(row[Counted.COMPLETION_PERCENT])}"
        for row in rows_of(schedule.by_project(watched.board, period))
        if row[Counted.GAP_POINTS] is not None and row[Counted.GAP_POINTS] < 0
    ]
    if not said:
        return words.t("conclusion.none_behind", schedule=_passed(watched, period))
    return fitting("slowest", said, words, schedule=_passed(watched, period))


def compared(watched: Watched, period: Period, words: Words) -> str:
    """Say 投资完成率 of the month and of those it is compared with."""
    rows = rows_of(schedule.compared(watched.board, period))
    said = [
        f"{month(row[Reports.PERIOD], words)} {percent(row[Counted.COMPLETION_PERCENT])}"
        for row in rows
        if row[Counted.COMPLETION_PERCENT] is not None
    ]
    return fitting("compared", said, words)


def curve(watched: Watched, period: Period, words: Words) -> str:
    """Say plan and delivery of the last month that reported both, of the same projects."""
    plan, done = Counted.PLANNED_REPORTED_YUAN, Reports.DONE_YTD_YUAN
    rows = [
        row
        for row in rows_of(schedule.by_month(watched.board, period))
        if row[plan] is not None and row[done] is not None
    ]
    if not rows:
        return ""
    last = rows[-1]
    return words.t(
        "conclusion.curve",
        month=month(last[Reports.PERIOD], words),
        projects=last[Counted.REPORTED_PROJECTS],
        planned=words.amount(last[plan]),
        done=words.amount(last[done]),
    )


def largest(watched: Watched, period: Period, words: Words) -> str:
    """Say the largest projects with their share of what is disclosed."""
    said = [
        words.t(
            "conclusion.share",
            name=row[Projects.NAME],
            amount=words.amount(row[_TOTAL]),
            share=percent(row[Counted.SHARE_PERCENT]),
        )
        for row in rows_of(money.ranked(watched.board, period))
    ]
    return fitting("projects", said, words)


def concentration(watched: Watched, period: Period, words: Words) -> str:
    """Say which share of what is disclosed the largest projects have."""
    rows = rows_of(money.concentration(watched.board, period))
    said = [
        words.t(f"chart.largest_{row[Counted.LARGEST]}", count=row[Counted.PROJECTS])
        + f" {percent(row[Counted.SHARE_PERCENT])}"
        for row in rows[:-1]  # all of them have all of it
    ]
    return fitting("concentration", said, words)


def changed(measure: Measure) -> Say:
    """Make the conclusion about how an amount moved since the last reported month."""

    def say(watched: Watched, period: Period, words: Words) -> str:
        earlier = month_before(watched.board, period)
        if earlier is None:
            return ""
        ends = Moment(watched.board, earlier), Moment(watched.board, period)
        rows = [row for row in rows_of(comparison.changes(*ends, measure)) if _moved(row)]
        since = month(earlier, words)
        if not rows:
            return words.t("conclusion.same", since=since)
        rows.sort(key=lambda row: -abs(_moved(row)))
        said = [f"{row[Reports.ITEM_NAME]} {_signed(_moved(row), words)}" for row in rows]
        total = _signed(sum(map(_moved, rows)), words)
        return fitting("changed", said, words, since=since, total=total)

    return say


def _moved(row: Row) -> int:
    """Return by how much a project moves the sum; one that states nothing adds nothing to it."""
    return (row[Counted.AFTER_YUAN] or 0) - (row[Counted.BEFORE_YUAN] or 0)


def _signed(yuan: int, words: Words) -> str:
    sign = "+" if yuan >= 0 else "−"
    return sign + words.amount(abs(yuan))


def _hidden(rows: list[Row], words: Words) -> str:
    count = sum(row[Counted.UNDISCLOSED] for row in rows)
    return words.t("conclusion.hidden", count=count) if count else ""


def _passed(watched: Watched, period: Period) -> str:
    return percent(watched.board.plan.rulebook.schedule_percent(period))
