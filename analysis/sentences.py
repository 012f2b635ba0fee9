"""What a chart says, in one sentence a leader can repeat."""

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words, percent
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR_YEARS, FEWEST_REPORTS
from analysis.views import finishing
from domain.columns import ItemKind, Phase, Projects, Reports
from domain.periods import Period
from domain.rules import Light
from texts import Texts

_TOTAL = Projects.TOTAL_YUAN.value


def concentration(
    groups: pd.DataFrame, ranked: pd.DataFrame, undisclosed: int, words: Words
) -> str:
    """Say how much hangs on the largest project and on the largest few, and what is left out.

    ``groups`` is ``portfolio.concentration``, ``ranked`` the projects it was counted from; both
    need a row. The name comes as it was typed.
    """
    largest, rows = rows_of(ranked.head(1))[0], rows_of(groups)
    t, whole = words.t, rows[-1]
    sentence = t(
        "chart.hangs_on_one",
        name=largest[Projects.NAME],
        amount=words.amount(largest[_TOTAL]),
        share=percent(rows[0][Counted.SHARE_PERCENT]),
    )
    for row in rows[1:-1]:
        share = percent(row[Counted.SHARE_PERCENT])
        key = f"chart.hangs_on_{row[Counted.LARGEST]}"
        sentence += t(key, count=row[Counted.PROJECTS], share=share)
    sentence += t(
        "chart.hangs_of", count=whole[Counted.PROJECTS], amount=words.amount(whole[_TOTAL])
    )
    return (
        sentence
        + (t("chart.hangs_without", count=undisclosed) if undisclosed else "")
        + (t("chart.full_stop"))
    )


@recently
def done_and_finished(board: Board, period: Period, t: Texts) -> str:
    """Tell projects that are done by their reports from those the project table calls finished.

    Empty where the two are equally many or nothing is reported.
    """
    standing = board.standing(period)
    lit = standing[standing[Reports.KIND] == ItemKind.PROJECT][Counted.LIGHT]
    done = int((lit == Light.DONE).sum())
    finished = int((board.projects[Projects.PHASE] == Phase.FINISHED).sum())
    if done == finished or not board.periods:
        return ""
    return t("key.done_and_finished", done=done, finished=finished)


def finished_when(board: Board, period: Period, t: Texts) -> str:
    """Say how many projects their own pace would finish in each year, and how many in none.

    Empty where each project has a row in one look.
    """
    if not finishing.of_projects(board, period).together:
        return ""
    when = finishing.when(board, period)
    listed = [
        t("forecast.in_year", year=year, count=count) for year, count in when.of_years.items()
    ]
    listed += [
        t(f"forecast.in_{name}", count=count, years=FAR_YEARS, fewest=FEWEST_REPORTS)
        for name in ("beyond", "still", "ahead", "unknown")
        if (count := getattr(when, name))
    ]
    return t("forecast.when", count=when.every, listed=t("forecast.joiner").join(listed))
