"""督查预警: how many warnings a month raised, by severity and rule, and what became of them."""

from functools import partial

import pandas as pd

from analysis.charts import warned
from analysis.charts.rows import rows_of
from analysis.circular import sources
from analysis.circular.source_rows import SourceRows
from analysis.circular.written import Filled, Number, Paragraph, Piece, Style, Wording
from analysis.metrics.columns import Raised
from domain.warnings import Life, Warned, WarningSeverity

LIFE = "life"  # of a row: where the warning is in its life, if the caller knows


def paragraphs(warnings: pd.DataFrame, wording: Wording) -> list[Paragraph]:
    """Return what is said about the warnings of a month.

    ``warnings`` has the columns of ``analysis.evidence``; where all have a ``life`` too, it is
    said how many stand where in it.
    """
    if warnings.empty:
        return [Paragraph(Style.BODY, wording.fill("none_warned"))]
    every = SourceRows.of(warnings, partial(sources.of_warning, words=wording.words))
    values: dict[str, Filled] = {"warnings": Number("warnings", str(len(every)), every)}
    for severity in WarningSeverity:
        found = _where(every, Raised.SEVERITY, severity)
        values[severity.value] = Number(f"warnings {severity}", str(len(found)), found, every)
    pieces = (*wording.counted("warned", **values), *_rules(every, wording))
    if LIFE in warnings and warnings[LIFE].notna().all():
        pieces = (*pieces, *_lives(every, wording))
    return [Paragraph(Style.BODY, pieces)]


def _rules(every: SourceRows, wording: Wording) -> tuple[Piece, ...]:
    t = wording.words.t
    parts = [
        wording.fill(
            "warned_rule",
            rule=t(f"warning.{rule}"),
            count=Number(f"warnings {rule}", str(len(found)), found, every, _rule(found, wording)),
        )
        for rule in Warned
        if (found := _where(every, Raised.RULE, rule))
    ]
    return wording.fill("warned_rules", rules=wording.listed(parts))


def _rule(of_rule: SourceRows, wording: Wording) -> str:
    """Say the rule with the threshold in force; where each severity has its own, by severity."""
    t, table = wording.words.t, of_rule.table.iloc[of_rule.places]
    last = rows_of(table.drop_duplicates(Raised.SEVERITY.value, keep="last"))
    said = {row[Raised.SEVERITY]: warned.rule(row, wording.words) for row in last}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    graver_first = [one for one in WarningSeverity if one in said]
    return "".join(
        t("circular.rule_of_severity", severity=t(f"warning.severity_{one}"), rule=said[one])
        for one in graver_first
    )


def _lives(every: SourceRows, wording: Wording) -> tuple[Piece, ...]:
    t = wording.words.t
    parts = [
        wording.fill(
            "warned_life",
            life=t(f"warning.life_{life}"),
            count=Number(f"life {life}", str(len(found)), found, every),
        )
        for life in Life
        if (found := _where(every, LIFE, life))
    ]
    return wording.fill("warned_lives", lives=wording.listed(parts))


def _where(every: SourceRows, column: str, wanted: str) -> SourceRows:
    return every.where(every.table[column] == wanted)
