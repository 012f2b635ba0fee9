"""Conclusions about progress: who is behind, how the lights stand, when items would be finished."""

from analysis.charts import transitions
from analysis.charts.forecast_words import is_missed_this_year, year_end
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, signed
from analysis.conclusions.saying import Say, fitting, month
from analysis.exhibits import progress
from analysis.exhibits.comparison import month_before
from analysis.exhibits.progress import KINDS
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR, FAR_YEARS
from analysis.views import comparison, finishing, past
from analysis.views.comparison import Moment
from analysis.views.supervision import Watched
from domain.columns import ItemKind, Reports
from domain.periods import MONTHS, Period
from domain.rules import Light

_FAR_MONTHS = FAR_YEARS * MONTHS


def gaps(watched: Watched, period: Period, words: Words) -> str:
    """Say how many items are red and yellow, and which are furthest behind."""
    rows = rows_of(past.furthest_behind(watched.board, period))
    lit = [row[Counted.LIGHT] for row in rows]
    return fitting(
        "gaps",
        _behind(rows, words),
        words,
        red=lit.count(Light.RED),
        yellow=lit.count(Light.YELLOW),
    )


def items(subjects: str) -> Say:
    """Make the conclusion about which items of a kind are furthest behind."""

    def say(watched: Watched, period: Period, words: Words) -> str:
        rows = rows_of(past.furthest_behind(watched.board, period))
        mine = [row for row in rows if row[Reports.KIND] == KINDS[subjects]]
        return fitting("items", _behind(mine, words), words, month=month(period, words))

    return say


def trend(subjects: str) -> Say:
    """Make the conclusion about where the slowest lines stand in the month."""

    def say(watched: Watched, period: Period, words: Words) -> str:
        board = watched.board
        table = progress.followable(board, period, subjects)
        drawn = progress.behind_most(board, table, period, subjects) if len(table) else []
        rows = {
            row[Counted.SUBJECT]: row[Counted.PERCENT_DONE]
            for row in rows_of(table)
            if row[Reports.PERIOD] == str(period) and row[Counted.PERCENT_DONE] is not None
        }
        said = [
            f"{words.numbered_chain(name)} {percent(rows[name])}" for name in drawn if name in rows
        ]
        passed = percent(board.plan.rulebook.schedule_percent(period))
        return fitting("trend", said, words, month=month(period, words), schedule=passed)

    return say


def lights(kind: ItemKind) -> Say:
    """Make the conclusion about how many items of a kind have which light."""

    def say(watched: Watched, period: Period, words: Words) -> str:
        rows = rows_of(past.lights_by_period(watched.board, kind))
        counts = next((row for row in rows if row[Reports.PERIOD] == str(period)), None)
        if counts is None:
            return ""
        said = [f"{words.light(one)} {counts[one.value]}" for one in Light if counts[one.value]]
        listed = words.t("conclusion.joiner").join(said)
        count = counts[Counted.ITEMS]
        return words.t("conclusion.lights", month=month(period, words), count=count, listed=listed)

    return say


def finishes(kind: ItemKind) -> Say:
    """Make the conclusion about how many items would be finished after their planned month."""

    def say(watched: Watched, period: Period, words: Words) -> str:
        rows = rows_of(past.finishes(watched.board, period, kind))
        reached = [row for row in rows if row[Counted.LIKELY] or is_missed_this_year(row)]
        known = [row for row in reached if row[Counted.PLANNED_PERIOD]]
        if not known:
            return words.t("conclusion.no_pace")
        late = [row for row in known if _is_late(row, period)]  # in the order of the picture
        if not late:
            return words.t("conclusion.none_late", known=len(known))
        far = _without_a_row(watched, period, kind)
        apart = [row for row in late if row[Reports.ITEM_ID] not in far]
        counts = {"known": len(known), "late": len(late), "far": len(late) - len(apart)}
        key = "finishes_far" if far and apart else "finishes"
        said = [_late_by(row, period, words) for row in apart or late]
        return fitting(key, said, words, **counts, years=FAR_YEARS)

    return say


def _without_a_row(watched: Watched, period: Period, kind: ItemKind) -> set[str]:
    """Return the items too far off that the picture takes together, so that it names none."""
    if kind is ItemKind.TASK:
        return set()
    together = finishing.of_projects(watched.board, period).together
    return {*together[FAR][Reports.ITEM_ID]} if FAR in together else set()


def changed_lights(watched: Watched, period: Period, words: Words) -> str:
    """Say how many items got better and worse lights since the last reported month."""
    earlier = month_before(watched.board, period)
    if earlier is None:
        return ""
    ends = Moment(watched.board, earlier), Moment(watched.board, period)
    better = worse = 0
    for row in rows_of(comparison.transitions(*ends)):
        way = transitions.direction(row[Counted.LIGHT_BEFORE], row[Counted.LIGHT_AFTER])
        better += row[Counted.ITEMS] if way == transitions.BETTER else 0
        worse += row[Counted.ITEMS] if way == transitions.WORSE else 0
    since = month(earlier, words)
    return words.t("conclusion.changed_lights", since=since, better=better, worse=worse)


def _behind(rows: list[Row], words: Words) -> list[str]:
    points = words.t("conclusion.points")
    return [
        f"{row[Reports.ITEM_NAME]} {signed(row[Counted.GAP_POINTS])} {points}"
        for row in rows
        if row[Counted.LIGHT] in {Light.YELLOW, Light.RED}
    ]


def _late_by(row: Row, period: Period, words: Words) -> str:
    """Say by how many months an item would be late, at a faster and a slower pace as well.

    What is too far off to name a month is not said in months.
    """
    name = row[Reports.ITEM_NAME]
    if is_missed_this_year(row):
        return words.t("forecast.late_this_year", name=name, at_end=year_end(row, words))
    months = _months_late(row)
    early, late = row[Counted.EARLIEST], row[Counted.LATEST]
    due, furthest = Period.parse(row[Counted.PLANNED_PERIOD]).index, period.index + _FAR_MONTHS
    least, most = (_late_months(one, due, furthest, words) for one in (early, late))
    if months > _FAR_MONTHS or row[Counted.LIKELY] > furthest:
        key = "late_by_years" if months > _FAR_MONTHS else "late_by_beyond"
        said = words.t(f"forecast.{key}", name=name, years=FAR_YEARS)
        far = early > furthest or early - due > _FAR_MONTHS
        return said if far else words.t("forecast.late_faster", said=said, least=least)
    if early == late:
        return words.t("forecast.late_one", name=name, months=months)
    return words.t("conclusion.late_by", name=name, months=months, least=least, most=most)


def _late_months(month: int | None, due: int, furthest: int, words: Words) -> str:
    if month is None:
        return words.t("forecast.late_open")
    late = round(month) - due
    if late > _FAR_MONTHS:
        return words.t("forecast.late_years", years=FAR_YEARS)
    if month > furthest:
        return words.t("forecast.late_beyond", years=FAR_YEARS)
    key = "forecast.late_months" if late > 0 else "forecast.not_late"
    return words.t(key, count=late)


def _is_late(row: Row, period: Period) -> bool:
    """Tell whether the estimate is after the planned month; a task not done by December may be."""
    if is_missed_this_year(row):
        return Period.parse(row[Counted.PLANNED_PERIOD]).year <= period.year
    return _months_late(row) > 0


def _months_late(row: Row) -> int:
    return round(row[Counted.LIKELY]) - Period.parse(row[Counted.PLANNED_PERIOD]).index
