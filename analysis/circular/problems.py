"""存在问题: how many problems are open, by type, and which has been open longest."""

from collections import Counter
from dataclasses import dataclass

from analysis.circular.written import Filled, Number, Paragraph, Source, Style, Wording


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
        *wording.fill("problems", **values),
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
