"""A table as people read it: what a slide or a brief lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted, Raised
from domain.columns import Projects, Reports
from domain.money import rounded_yi
from domain.periods import Period
from domain.rules import Light
from domain.warnings import WarningSeverity

Answering: TypeAlias = Mapping[tuple[str, str], list[str]]  # units, by kind and number of item
_ONE_LINE_EM, _NOTHING = 99, "—"
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
        shares=(0.11, 0.15, 0.17, 0.22, 0.35),
        summary=t("pack.warnings_summary", count=len(rows), each=each) if rows else "",
        nothing=t("warning.none"),
        fair=heads.index(t("pack.head_rule")),
        lights={t(f"warning.severity_{one}"): light for one, light in _GRAVE.items()},
    )


def of_chains(board: Board, period: Period, words: Words) -> Listing:
    """List what each industry chain plans and has done; an amount nobody stated is a dash.

    What is done counts where the total is disclosed, as in the chart that shows both.
    """
    t, done = words.t, {row[Projects.CHAIN] or "": row for row in rows_of(board.completion(period))}
    rows: list[tuple[str, ...]] = []
    for row in rows_of(board.investment(period)):
        rate = done.get(row[Projects.CHAIN] or "", {}).get(Counted.COMPLETION_PERCENT)
        rows.append(
            (
                words.numbered(row[Projects.CHAIN]),
                str(row[Counted.PROJECTS]),
                _yi(row[Projects.TOTAL_YUAN], row[Counted.UNDISCLOSED], words),
                _yi(row[Counted.DONE_DISCLOSED_YUAN], 0, words),
                _NOTHING if rate is None else percent(rate),
            )
        )
    heads = ("chain", "projects", "total", "done", "completion")
    return Listing(
        key="chains",
        title=t("pack.chains_title"),
        heads=tuple(t(f"pack.head_{name}") for name in heads),
        rows=tuple(rows),
        shares=(0.28, 0.13, 0.20, 0.23, 0.16),
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
    said = _NOTHING if yuan is None else rounded_yi(int(yuan))
    if not undisclosed:
        return said
    hidden = words.t("chart.all_undisclosed", count=undisclosed)
    return hidden if yuan is None else f"{said}\n{hidden}"


def _line(row: Row, words: Words, answering: Answering) -> tuple[str, ...]:
    unit = row[Reports.RESPONSIBLE_UNIT]
    units = [unit] if unit else answering.get((row[Reports.KIND], row[Reports.ITEM_ID]), [])
    named = words.t("filter.or").join(words.unit(one, _ONE_LINE_EM) for one in units)
    return (
        words.t(f"warning.severity_{row[Raised.SEVERITY]}"),
        warned.named(row[Raised.RULE], words),
        named or _NOTHING,
        f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}",
        warned.seen(row, words),
    )
