"""The filters in force, said in the reader's words."""

from analysis.charts.words import Words
from analysis.selection import DIMENSIONS, NOT_STATED, Selection
from domain.columns import ChainBasis
from domain.rules import Light


def said(selection: Selection, words: Words) -> str:
    """Say in one line what is chosen, nothing when nothing is; for captions of pictures."""
    t = words.t
    parts = [
        t("filter.one", name=t(f"filter.{name}"), values=t("filter.or").join(values))
        for name in DIMENSIONS
        if (values := [named(name, value, words) for value in selection.of(name)])
    ]
    if not selection.with_inferred:
        parts.append(t("filter.without_inferred"))
    return t("filter.and").join(parts)


def named(dimension: str, value: str, words: Words) -> str:
    """Name one value as the reader reads it: chains, units and lights have names in English."""
    if dimension == "light":
        return words.light(Light(value))
    if dimension == "begun":
        return words.t(f"filter.begun_{value}")
    if value == ChainBasis.UNASSIGNED:
        return words.t("chart.unassigned")
    if value == NOT_STATED:
        return words.t("table.not_stated")
    return words.in_full(value)
