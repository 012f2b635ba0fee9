"""How an overdue item says so beside its light, which judges the year alone."""

from typing import Any

from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.rules import Light


def mark(row: dict[str, Any], words: Words) -> str:
    """Return a shape and a word for an item that is overdue, else nothing."""
    return words.t("light.overdue") if row.get(Counted.MONTHS_OVERDUE) else ""


def light_of(row: dict[str, Any], words: Words) -> str:
    """Name the light of an item and whether it is overdue."""
    said = words.light(Light(row[Counted.LIGHT]))
    late = bool(row.get(Counted.MONTHS_OVERDUE))
    return words.t("light.and_overdue", light=said) if late else said
