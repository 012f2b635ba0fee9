"""A table as people read it: what a slide or a brief lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted, Raised
from domain.columns import Projects, Reports
from domain.periods import Period
from domain.rules import Light
from domain.warnings import WarningSeverity
from texts.amounts import written_amount

Answering: TypeAlias = Mapping[tuple[str, str], list[str]]  # units, by kind and number of item
_ONE_LINE_EM, _NOTHING = 99, "—"
_ADDED = (
    Counted.PROJECTS,
    Projects.TOTAL_YUAN,
    Counted.UNDISCLOSED,
    Counted.DONE_DISCLOSED_YUAN,
)
_MOST_UNITS = 2  # named for one item; the others are counted
_CHAINED = {
    "zh": (0.22, 0.09, 0.15, 0.16, 0.13, 0.13, 0.12),
    "en": (0.29, 0.09, 0.15, 0.13, 0.10, 0.10, 0.14),
}
_WARNED = {"zh": (0.09, 0.15, 0.19, 0.21, 0.36), "en": (0.10, 0.13, 0.25, 0.19, 0.33)}
_GRAVE = {WarningSeverity.RED: Light.RED, WarningSeverity.YELLOW: Light.YELLOW}


@dataclass(frozen=True, slots=True)
class Listing:
    """Cells in the reader's words; ``shares`` of the width, one per column; ``nothing`` if empty.

    ``summary`` is the sentence above the table. Where not all rows have room, every kind of the
    column ``fair`` is to be seen. A cell of the column ``lit`` has the colour of the light that
    ``lights`` gives to its words, which say the same without it.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    summary: str = ""
    nothing: str = ""
    fair: int | None = None
    lit: int = 0
    lights: Mapping[str, Light] = field(default_factory=dict[str, Light])

    def light(self, column: int, text: str) -> Light | None:
        """Return the light of a cell, None where it has none."""
        return self.lights.get(text) if column == self.lit else None


def of_warnings(rows: list[Row], words: Words, answering: Answering) -> Listing:
    """List the warnings of a month, the gravest first; ``rows`` as in ``analysis.evidence``.

    A warning of an item as a whole names the units that answer for it.
    """
    t = words.t
    heads = tuple(t(f"pack.head_{name}") for name in ("severity", "rule", "unit", "item", "seen"))
    counts: dict[str, int] = {}
    for row in rows:
        name = warned.named(row[Raised.RULE], words)
        counts[name] = counts.get(name, 0) + 1
    each = t("key.joiner").join(
        t("pack.rule_count", rule=name, count=count) for name, count in counts.items()
    )
    return Listing(
        key="warnings",
        title=t("pack.warnings_title"),
        heads=heads,
        rows=tuple(_line(row, words, answering) for row in rows),
        shares=_WARNED[t.language],
        summary=t("pack.warnings_summary", count=len(rows), each=each) if rows else "",
        nothing=t("warning.none"),
        fair=heads.index(t("pack.head_rule")),
        lights={t(f"warning.severity_{one}"): light for one, light in _GRAVE.items()},
    )


def of_chains(board: Board, period: Period, words: Words) -> Listing:
    """List what each industry chain plans and has done, and all of them; not stated is a dash.

    What is done counts where the total is disclosed, as in the chart that shows both; the year
    plan and what is done of it over the projects that state both, as in 投资完成率 beside them.
    """
    t, done = words.t, {row[Projects.CHAIN] or "": row for row in rows_of(board.completion(period))}
    invested = rows_of(board.investment(period))
    rows = [
        (
            words.numbered(row[Projects.CHAIN]),
            *_of_chain(row, done.get(row[Projects.CHAIN] or "", {}), words),
        )
        for row in invested
    ]
    if len(rows) > 1:
        whole: Row = {name.value: _sum(row[name] for row in invested) for name in _ADDED}
        rows.append((t("pack.in_all"), *_of_chain(whole, board.key_figures(period), words)))
    heads = ("chain", "projects", "total", "done", "year_plan", "done_ytd", "completion")
    return Listing(
        key="chains",
        title=t("pack.chains_title"),
        heads=tuple(t(f"pack.head_{name}") for name in heads),
        rows=tuple(rows),
        shares=_CHAINED[t.language],
    )


def of_items(board: Board, period: Period, words: Words) -> Listing:
    """List where every project and task stands, in the order of the board."""
    t = words.t
    heads = ("number", "item", "light", "judged", "gap", "reported")
    return Listing(
        key="items",
        title=t("pack.items_title"),
        heads=tuple(t(f"pack.head_{name}") for name in heads),
        rows=tuple(_standing(row, words) for row in rows_of(board.standing(period))),
        shares=(0.10, 0.30, 0.19, 0.13, 0.14, 0.14),
        lit=heads.index("light"),
        lights={words.light(one): one for one in Light},
    )


def _of_chain(row: Row, year: Row, words: Words) -> tuple[str, ...]:
    """Return the cells behind a chain's name; ``year`` holds what its completion is made of."""
    rate = year.get(Counted.COMPLETION_PERCENT)
    return (
        str(row[Counted.PROJECTS]),
        _yi(row[Projects.TOTAL_YUAN], row[Counted.UNDISCLOSED], words),
        _yi(row[Counted.DONE_DISCLOSED_YUAN], 0, words),
        *(
            _yi(year.get(name), 0, words)
            for name in (Reports.YEAR_PLAN_YUAN, Reports.DONE_YTD_YUAN)
        ),
        _NOTHING if rate is None else percent(rate),
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    """Add what is stated; nothing where nobody states anything, for empty is not zero."""
    stated = [int(one) for one in amounts if one is not None]
    return sum(stated) if stated else None


def _standing(row: Row, words: Words) -> tuple[str, ...]:
    judged, gap = row[Counted.JUDGED_PERCENT], row[Counted.GAP_POINTS]
    return (
        row[Reports.ITEM_ID],
        row[Reports.ITEM_NAME],
        words.light(Light(row[Counted.LIGHT])),
        _NOTHING if judged is None else percent(judged),
        _NOTHING if gap is None else signed(gap),
        row[Counted.REPORTED_PERIOD] or _NOTHING,
    )


def _yi(yuan: int | None, undisclosed: int, words: Words) -> str:
    """Show an amount, and how many projects do not disclose theirs."""
    said = _NOTHING if yuan is None else written_amount(int(yuan), words.t)
    if not undisclosed:
        return said
    hidden = words.t("chart.all_undisclosed", count=undisclosed)
    return hidden if yuan is None else f"{said}\n{hidden}"


def _line(row: Row, words: Words, answering: Answering) -> tuple[str, ...]:
    unit = row[Reports.RESPONSIBLE_UNIT]
    units = [unit] if unit else answering.get((row[Reports.KIND], row[Reports.ITEM_ID]), [])
    named = _named(units, words)
    return (
        words.t(f"warning.severity_{row[Raised.SEVERITY]}"),
        warned.named(row[Raised.RULE], words),
        named or _NOTHING,
        f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}",
        warned.seen(row, words),
    )


def _named(units: list[str], words: Words) -> str:
    """Name the first units and count the others: a list of eleven fills half a page."""
    shown = units if len(units) <= _MOST_UNITS + 1 else units[:_MOST_UNITS]
    named = words.t("filter.or").join(words.unit(one, _ONE_LINE_EM) for one in shown)
    if len(shown) == len(units):
        return named
    return words.t("packed.units_more", named=named, more=len(units) - len(shown))
