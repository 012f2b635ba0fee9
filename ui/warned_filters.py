"""Choosing warnings by rule, severity, life and kind of item; the choice stands in the address."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.memo import once
from analysis.metrics.columns import Raised
from domain.columns import ItemKind, Reports
from domain.warnings import Life, Warned, WarningSeverity
from ui import pills

_Facet = Mapping[str, str]
_Asked = tuple[tuple[str, tuple[str, ...]], ...]


class Facets:
    """What the warnings of a month can be chosen by; counted once for the same answers."""

    def __init__(self, rows: Sequence[Row], lives: Sequence[Life]) -> None:
        self._each = [_facet(row, life) for row, life in zip(rows, lives, strict=True)]

    @once
    def places(self, asked: _Asked) -> list[int]:
        """Return the places of the warnings that fit all answers."""
        return [place for place, one in enumerate(self._each) if _is_asked_for(one, asked)]

    @once
    def counts(self, name: str, others: _Asked) -> Counter[str]:
        """Count the warnings that fit the other answers, by their answer to ``name``."""
        return Counter(one[name] for one in self._each if _is_asked_for(one, others))


def chosen(facets: Facets, words: Words) -> list[int]:
    """Ask, each answer with how many warnings it would leave; return the places of those left."""
    options = _options(words)
    asked = {name: pills.in_force(name, options[name]) for name in pills.NAMES}
    _ask(pills.RULE, facets, asked, options, words)
    with st.container(horizontal=True, gap="medium"):
        for name in (pills.SEVERITY, pills.LIFE, pills.KIND):
            _ask(name, facets, asked, options, words)
    return facets.places(tuple(asked.items()))


def _ask(
    name: str,
    facets: Facets,
    asked: Mapping[str, tuple[str, ...]],
    options: Mapping[str, Mapping[str, str]],
    words: Words,
) -> None:
    others = tuple((other, wanted) for other, wanted in asked.items() if other != name)
    counts = facets.counts(name, others)
    shown = {
        code: f"{label} {counts[code]}" for code, label in options[name].items() if counts[code]
    }
    pills.chosen(name, options[name], words.t, shown=shown)


def _facet(row: Row, life: Life) -> _Facet:
    return {
        pills.RULE: row[Raised.RULE],
        pills.SEVERITY: row[Raised.SEVERITY],
        pills.LIFE: life.value,
        pills.KIND: pills.code_of(row[Reports.KIND]),
    }


def _is_asked_for(one: _Facet, asked: _Asked) -> bool:
    return all(one[name] in wanted for name, wanted in asked if wanted)


def _options(words: Words) -> dict[str, dict[str, str]]:
    """Return every answer by its code in the address, with its name."""
    t = words.t
    return {
        pills.RULE: {rule.value: warned.named(rule, words) for rule in Warned},
        pills.SEVERITY: {one.value: t(f"warning.severity_{one}") for one in WarningSeverity},
        pills.LIFE: {one.value: t(f"warning.life_{one}") for one in Life},
        pills.KIND: {pills.code_of(one): t(f"table.kind_{pills.code_of(one)}") for one in ItemKind},
    }
