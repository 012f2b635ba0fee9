"""Writing the circular of a month from what supervision saw: sections, signature and mark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from analysis import judging
from analysis.charts.words import Words
from analysis.circular import carrying, problems, progress, ranking, reporting, sources, warnings
from analysis.circular.problems import OpenProblem
from analysis.circular.rated import Ranking
from analysis.circular.written import Circular, Paragraph, Style, Wording
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period
from domain.rules import last_day


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an office wants in its circular, and its own sentences by the catalogue's keys."""

    rankings: tuple[Ranking, ...] = tuple(Ranking)  # none: nobody is ranked
    last_three: bool = True
    own: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


EVERYTHING = Chosen()


def circular(
    seen: Watched,
    warned: pd.DataFrame,
    period: Period,
    words: Words,
    *,
    illustrative: bool,
    open_problems: tuple[OpenProblem, ...] | None = None,
    chosen: Chosen = EVERYTHING,
) -> Circular:
    """Write 督查通报 of ``period`` as seen on the day of ``seen``.

    ``warned`` has the columns of ``analysis.evidence``, one row per warning of the month, each
    with its ``life`` where that is known. ``open_problems`` None says nothing about problems.
    """
    wording = Wording(words, chosen.own)
    sections: list[tuple[str, Callable[[], list[Paragraph]]]] = [
        ("reporting", lambda: reporting.paragraphs(seen, period, wording)),
        ("progress", lambda: progress.paragraphs(seen, period, wording)),
        ("warnings", lambda: warnings.paragraphs(warned, wording)),
        ("ranking", lambda: _ranking(seen, period, wording, chosen)),
        ("problems", lambda: _problems(open_problems, wording)),
        ("asked", lambda: [Paragraph(Style.BODY, wording.fill("asked"))]),
    ]
    parts = [(name, said) for name, paragraphs in sections if (said := paragraphs())]
    body: list[Paragraph] = []
    for place, (name, said) in enumerate(parts):
        body += [_heading(place, name, seen, words), *said]
    mark = [Paragraph(Style.MARK, (words.t("circular.mark"),))] if illustrative else []
    title = wording.fill("title", month=wording.month(period.year, period.month))
    carried = supervision.units_of_items(seen)
    written = (*mark, _lead(seen, period, wording), *body, *_signed(seen, wording))
    paragraphs = tuple(carrying.with_units(one, carried) for one in written)
    return Circular(Paragraph(Style.HEADING, title).text, paragraphs)


def _ranking(seen: Watched, period: Period, wording: Wording, chosen: Chosen) -> list[Paragraph]:
    if period < seen.expected_from:
        return []
    last = chosen.last_three
    return ranking.paragraphs(seen, period, wording, chosen.rankings, last_three=last)


def _problems(known: tuple[OpenProblem, ...] | None, wording: Wording) -> list[Paragraph]:
    return [] if known is None else problems.paragraphs(known, wording)


def _heading(place: int, name: str, seen: Watched, words: Words) -> Paragraph:
    number = words.t("circular.numbers")[place]
    heading = words.t(f"circular.heading_{name}", day=sources.spelled(seen.today, words))
    return Paragraph(Style.HEADING, (words.t("circular.heading", number=number, heading=heading),))


def _lead(seen: Watched, period: Period, wording: Wording) -> Paragraph:
    words, plan = wording.words, seen.board.plan
    month = wording.month(period.year, period.month)
    today = sources.spelled(seen.today, words)
    is_over = last_day(period) <= date.fromisoformat(seen.today)
    pieces = wording.fill(
        "lead",
        plan=plan.title_english if words.t.language == "en" else plan.title,
        document=plan.document,
        month=month,
        today=today,
        reach=words.t("circular.reach", month=month) if is_over else today,
        version=str(seen.board.version),
        rule=judging.rule(words.t, plan, period) + words.t("light.gaps"),
    )
    return Paragraph(Style.BODY, pieces)


def _signed(seen: Watched, wording: Wording) -> list[Paragraph]:
    words = wording.words
    _, supervising = words.supervision()
    day = sources.spelled(seen.today, words)
    return [
        Paragraph(Style.SIGNED, wording.fill("signed", supervising=supervising)),
        Paragraph(Style.SIGNED, wording.fill("dated", today=day)),
    ]
