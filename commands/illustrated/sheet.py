"""A made-up sheet as bytes, with the mark of illustrative data in its first row."""

import csv
import io
from collections.abc import Iterable, Sequence

from domain.money import in_yi

MARK = "示例数据：项目、进展、金额、人员均为虚构，仅供演示，不反映任何单位、任务、项目的真实情况"


def csv_of(header: str, rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV as Excel writes it, the mark above the header."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[MARK], header.split(","), *rows])
    return text.getvalue().encode("utf-8-sig")


def amount_yi(yuan: int | None) -> str:
    """Write an amount in 亿元, nothing where there is none.

    >>> amount_yi(1_234_500_000), amount_yi(None)
    ('12.345', '')
    """
    return "" if yuan is None else in_yi(yuan)
