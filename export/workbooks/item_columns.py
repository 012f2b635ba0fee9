"""Columns that projects and tasks share: running number, progress, light, words."""

from analysis.metrics.columns import Counted
from domain.periods import Period
from export.workbooks import looks
from export.workbooks.about import About
from export.workbooks.cells import Entry, Shown
from export.workbooks.layout import Column
from export.workbooks.standing import WORDS, Standings
from texts import Texts

_WORD_WIDTHS = (26, 20, 16)


def serial(count: int, t: Texts) -> Column:
    """Return the running numbers 1, 2, 3."""
    return Column(t("workbook.serial"), range(1, count + 1), Shown.WHOLE, width=5)


def progress_columns(
    about: About, there: Standings, ids: list[str], *, completion: bool
) -> tuple[Column, ...]:
    """Return how far each item is; with ``completion`` the rate of investment before it."""
    t, group = about.t, about.t("workbook.group_progress")
    lights = [there.light(item_id) for item_id in ids]

    def column(heading: str, name: str, shown: Shown, width: float = 10) -> Column:
        figures = [there.figure(item_id, name) for item_id in ids]
        return Column(t(f"workbook.{heading}"), figures, shown, group, width)

    months: list[Entry] = [
        _month(there.figure(item_id, Counted.REPORTED_PERIOD), t) for item_id in ids
    ]
    reported = Column(t("workbook.reported"), months, group=group, width=10)
    light = Column(
        t("workbook.light"),
        [t(f"light.{one}") for one in lights],
        group=group,
        width=9,
        fills=[looks.LIGHT_FILLS[one] for one in lights],
    )
    rate = _rate(about, there, ids) if completion else ()
    return (
        *rate,
        column("percent", Counted.PERCENT_DONE, Shown.PERCENT),
        column("gap", Counted.GAP_POINTS, Shown.POINTS, 12),
        *(_judged_by(about, there, ids) if completion else ()),
        light,
        reported,
    )


def word_columns(there: Standings, ids: list[str], t: Texts) -> tuple[Column, ...]:
    """Return what was said of each item: progress, problems, next step."""
    group = t("workbook.group_words")
    return tuple(
        Column(
            t(f"column.{name}"),
            [there.said(item_id, name) for item_id in ids],
            group=group,
            width=width,
            left=True,
        )
        for name, width in zip(WORDS, _WORD_WIDTHS, strict=True)
    )


def _judged_by(about: About, there: Standings, ids: list[str]) -> tuple[Column]:
    """Return what each gap is taken from: a project with a year plan is judged by its money."""

    def named(item_id: str) -> Entry:
        if there.figure(item_id, Counted.GAP_POINTS) is None:
            return None
        paid = there.figure(item_id, Counted.COMPLETION_PERCENT) is not None
        return about.t("workbook.by_completion" if paid else "workbook.by_percent")

    group = about.t("workbook.group_progress")
    heading = about.t("workbook.judged_by")
    width = 10 if about.t.language == "zh" else 13
    return (Column(heading, [named(item_id) for item_id in ids], group=group, width=width),)


def _rate(about: About, there: Standings, ids: list[str]) -> tuple[Column]:
    """Return 投资完成率; its total is over the projects that reported both amounts this month."""
    t = about.t
    done, plan = t("column.done_ytd_yuan"), t("workbook.year_plan")
    current = f'({{{t("workbook.reported")}}}="{about.month}")'
    above = f"SUMPRODUCT({current}*ISNUMBER({{{plan}}}),{{{done}}})"
    below = f"SUMPRODUCT({current}*ISNUMBER({{{done}}}),{{{plan}}})"
    known = about.board.key_figures(about.period)[Counted.COMPLETION_PERCENT]
    return (
        Column(
            t("workbook.completion"),
            [there.figure(item_id, Counted.COMPLETION_PERCENT) for item_id in ids],
            Shown.PERCENT,
            t("workbook.group_progress"),
            9,
            total=f"={above}/{below}*100",
            total_result=known,
        ),
    )


def _month(entry: Entry, t: Texts) -> Entry:
    if not isinstance(entry, str):
        return None
    period = Period.parse(entry)
    return t("workbook.month", year=period.year, month=period.month)
