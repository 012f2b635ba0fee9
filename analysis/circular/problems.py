"""存在问题: how many problems are open, by type, and which has been open longest."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from analysis import problem_words
from analysis.charts.words import Words
from analysis.circular.written import Filled, Number, Paragraph, Source, Style, Wording
from analysis.views.problems import open_ones
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.problems import Problem, is_stated


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """A problem of the problem ledger that is not closed on the day of the circular."""

    item_kind: str | None
    item_id: str | None
    item_name: str | None
    responsible_unit: str  # that owes its solution
    problem_type: str  # as people call it
    period: str  # the month it was raised
    days_open: int
    is_overdue: bool = False
    needs_coordination: bool = False


def of_ledger(seen: Watched, words: Words) -> tuple[OpenProblem, ...] | None:
    """Return the open problems of the ledger on the day; None where nobody ever raised one."""
    if not seen.problems:
        return None
    names = dict(
        zip(seen.board.items[Reports.ITEM_ID], seen.board.items[Reports.ITEM_NAME], strict=True)
    )
    day = date.fromisoformat(seen.today)
    return tuple(_open(one, names, day, words) for one in open_ones(seen))


def _open(one: Problem, names: dict[str, str], day: date, words: Words) -> OpenProblem:
    entries = one.entries
    return OpenProblem(
        item_kind=None if entries.kind is None else entries.kind.value,
        item_id=entries.item_id,
        item_name=names.get(entries.item_id or ""),
        responsible_unit=entries.owner,
        problem_type=problem_words.type_name(entries.type, words.t),
        period=f"{one.raised_on:%Y-%m}",
        days_open=one.days_open(day),
        is_overdue=one.days_overdue(day) > 0,
        needs_coordination=is_stated(entries.coordination),
    )


def paragraphs(problems: tuple[OpenProblem, ...], wording: Wording) -> list[Paragraph]:
    """Return what is said about the open problems, every one of them counted once."""
    if not problems:
        return [Paragraph(Style.BODY, wording.fill("no_problems"))]
    every = {one: _source(one, wording) for one in problems}
    overdue = tuple(every[one] for one in problems if one.is_overdue)
    to_coordinate = tuple(every[one] for one in problems if one.needs_coordination)
    rows = tuple(every[one] for one in problems)
    values: dict[str, Filled] = {
        "count": Number("problems", str(len(rows)), rows),
        "overdue": Number("problems overdue", str(len(overdue)), overdue, rows),
        "to_coordinate": Number("to_coordinate", str(len(to_coordinate)), to_coordinate, rows),
    }
    types = [
        wording.fill("problem_type", type=name, count=_of_type(name, problems, wording))
        for name, _ in Counter(one.problem_type for one in problems).most_common()
    ]
    oldest = max(problems, key=lambda one: one.days_open)
    pieces = (
        *wording.counted("problems", **values),
        *wording.fill("problems_types", types=wording.listed(types)),
        *wording.fill(
            "oldest_problem",
            days=Number("oldest problem", str(oldest.days_open), (every[oldest],)),
            item=_named(oldest, wording),
            unit=wording.words.in_full(oldest.responsible_unit),
        ),
    )
    return [Paragraph(Style.BODY, pieces)]


def _of_type(name: str, problems: tuple[OpenProblem, ...], wording: Wording) -> Number:
    found = tuple(_source(one, wording) for one in problems if one.problem_type == name)
    return Number(f"problems {name}", str(len(found)), found)


def _source(one: OpenProblem, wording: Wording) -> Source:
    said = wording.words.t("circular.said_days", type=one.problem_type, days=one.days_open)
    item = (one.item_kind, one.item_id, one.item_name)
    return Source(*item, one.responsible_unit, one.period, said)


def _named(one: OpenProblem, wording: Wording) -> str:
    if not one.item_id:
        return one.problem_type
    return wording.words.t("circular.item", number=one.item_id, name=one.item_name or "")
