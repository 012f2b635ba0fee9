"""Warnings as rows: what every rule's table has in common, so that all can stand in one."""

from collections.abc import Mapping
from typing import cast

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrameT

from analysis.frames import PPM_PER_PERCENT, Frame, given_back
from analysis.metrics.columns import Raised
from domain.columns import Reports
from domain.warnings import SEVERITY, Warned

_ITEM = (Reports.KIND.value, Reports.ITEM_ID.value, Reports.ITEM_NAME.value)
_UNIT = Reports.RESPONSIBLE_UNIT.value
_TYPES = {
    Raised.FIGURE: nw.String,
    Raised.WAS: nw.Int64,
    Raised.NOW: nw.Int64,
    Raised.WAS_TEXT: nw.String,
    Raised.NOW_TEXT: nw.String,
    Raised.REASON: nw.String,
    Raised.THRESHOLD: nw.Float64,
}
_PANDAS = {nw.String: "str", nw.Int64: "Int64", nw.Float64: "Float64"}
_KNOWN_PERCENT = 1e9  # beyond it a percentage is a mistake, and its millionths overflow


def raised(rows: Frame, rule: Warned, period: str, *, of_unit: bool, **evidence: nw.Expr) -> Frame:
    """Make warnings of ``rows``, each about an item. One row each, by item, unit and figure.

    ``evidence`` is by the names of ``Raised``. ``severity`` is the rule's where it is not among it.
    A warning that is not ``of_unit`` is about the item as a whole.
    """
    severity = evidence.get(Raised.SEVERITY, nw.lit(SEVERITY.get(rule, "")))
    return rows.select(
        nw.lit(rule.value).alias(Raised.RULE.value),
        severity.alias(Raised.SEVERITY.value),
        *_ITEM,
        nw.col(_UNIT) if of_unit else nw.lit(None, nw.String).alias(_UNIT),
        nw.lit(period).alias(Reports.PERIOD.value),
        *(_shown(name, evidence).alias(name.value) for name in _TYPES),
    ).sort(*_ITEM[:2], _UNIT, Raised.FIGURE)


def told(warnings: Frame, like: IntoFrameT) -> IntoFrameT:
    """Return warnings as the kind of table that ``like`` is.

    In pandas the types are the same whatever a rule leaves empty, so that tables can be joined.
    """
    table = given_back(warnings, like)
    if isinstance(table, pd.DataFrame):
        typed = table.astype({name.value: _PANDAS[kind] for name, kind in _TYPES.items()})
        return cast("IntoFrameT", typed)
    return table


def in_ppm(percent: nw.Expr) -> nw.Expr:
    """Return a percentage in millionths, half upwards; empty where it is beyond belief."""
    known = nw.when((percent > -_KNOWN_PERCENT) & (percent < _KNOWN_PERCENT)).then(percent)
    return (known * PPM_PER_PERCENT + 0.5).floor().cast(nw.Int64)


def _shown(name: Raised, evidence: Mapping[str, nw.Expr]) -> nw.Expr:
    if name in evidence:
        return evidence[name]
    if _TYPES[name] is nw.Int64:  # pandas has no literal for an empty whole number
        return nw.when(nw.col(Reports.ITEM_ID).is_null()).then(nw.lit(0, nw.Int64))
    return nw.lit(None, _TYPES[name])
