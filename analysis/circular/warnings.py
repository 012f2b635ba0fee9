"""督查预警: how many warnings a month raised, by severity and rule, and what became of them."""

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.circular import sources
from analysis.circular.written import Filled, Number, Paragraph, Piece, Source, Style, Wording
from analysis.metrics.columns import Raised
from domain.warnings import Life, Warned, WarningSeverity

LIFE = "life"  # of a row: where the warning is in its life, if the caller knows


def paragraphs(warnings: list[Row], wording: Wording) -> list[Paragraph]:
    """Return what is said about the warnings of a month.

    ``warnings`` have the columns of ``analysis.evidence``; where all have a ``life`` too, it is
    said how many stand where in it.
    """
    if not warnings:
        return [Paragraph(Style.BODY, wording.fill("none_warned"))]
    words = wording.words
    every = tuple(sources.of_warning(row, words) for row in warnings)
    values: dict[str, Filled] = {"warnings": Number("warnings", str(len(every)), every)}
    for severity in WarningSeverity:
        found = _where(warnings, every, Raised.SEVERITY, severity)
        values[severity.value] = Number(f"warnings {severity}", str(len(found)), found, every)
    pieces = (*wording.counted("warned", **values), *_rules(warnings, every, wording))
    if all(row.get(LIFE) for row in warnings):
        pieces = (*pieces, *_lives(warnings, every, wording))
    return [Paragraph(Style.BODY, pieces)]


def _rules(rows: list[Row], every: tuple[Source, ...], wording: Wording) -> tuple[Piece, ...]:
    t = wording.words.t
    parts = [
        wording.fill(
            "warned_rule",
            rule=t(f"warning.{rule}"),
            count=Number(
                f"warnings {rule}", str(len(found)), found, every, _rule(rule, rows, wording)
            ),
        )
        for rule in Warned
        if (found := _where(rows, every, Raised.RULE, rule))
    ]
    return wording.fill("warned_rules", rules=wording.listed(parts))


def _rule(rule: Warned, rows: list[Row], wording: Wording) -> str:
    """Say the rule with the threshold in force; where each severity has its own, by severity."""
    t, of_rule = wording.words.t, [row for row in rows if row[Raised.RULE] == rule]
    said = {row[Raised.SEVERITY]: warned.rule(row, wording.words) for row in of_rule}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    graver_first = [one for one in WarningSeverity if one in said]
    return "".join(
        t("circular.rule_of_severity", severity=t(f"warning.severity_{one}"), rule=said[one])
        for one in graver_first
    )


def _lives(rows: list[Row], every: tuple[Source, ...], wording: Wording) -> tuple[Piece, ...]:
    t = wording.words.t
    parts = [
        wording.fill(
            "warned_life",
            life=t(f"warning.life_{life}"),
            count=Number(f"life {life}", str(len(found)), found, every),
        )
        for life in Life
        if (found := _where(rows, every, LIFE, life))
    ]
    return wording.fill("warned_lives", lives=wording.listed(parts))


def _where(
    rows: list[Row], every: tuple[Source, ...], column: str, wanted: str
) -> tuple[Source, ...]:
    return tuple(one for one, row in zip(every, rows, strict=True) if row[column] == wanted)
