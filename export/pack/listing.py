"""A table as people read it: what a slide or a brief lists."""

from dataclasses import dataclass

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from domain.columns import Reports

_ONE_LINE_EM = 99


@dataclass(frozen=True, slots=True)
class Listing:
    """Cells in the reader's words; ``shares`` of the width, one per column; ``nothing`` if empty.

    ``summary`` is the sentence above the table.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    summary: str = ""
    nothing: str = ""


def of_warnings(rows: list[Row], words: Words) -> Listing:
    """List the warnings of a month, the gravest first; ``rows`` as in ``analysis.evidence``."""
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
        rows=tuple(_line(row, words) for row in rows),
        shares=(0.08, 0.13, 0.15, 0.24, 0.40),
        summary=t("pack.warnings_summary", count=len(rows), each=each) if rows else "",
        nothing=t("warning.none"),
    )


def _line(row: Row, words: Words) -> tuple[str, ...]:
    unit = row[Reports.RESPONSIBLE_UNIT]
    return (
        words.t(f"warning.severity_{row[Raised.SEVERITY]}"),
        warned.named(row[Raised.RULE], words),
        words.unit(unit, _ONE_LINE_EM) if unit else "—",
        f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}",
        warned.seen(row, words),
    )
