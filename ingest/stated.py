"""What the texts around a table state about all of it: area, period, unit of measure, number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.plan import Plan
from ingest.characters import fold
from ingest.title_area import area_in
from ingest.title_months import months_in

_MEASURE = re.compile(
    r"(?:单\s*位|金\s*额)\s*[:：]?\s*(?:人民币)?[^\s,，。;；:：()（）亿百千万元]{0,6}[、,，/]?"
    r"(亿元|千万元|百万元|万元|千元|元)"
)
_IN_MEASURE = re.compile(r"金额.{0,6}(?:以|为|均为|按)(亿元|千万元|百万元|万元|千元|元)")
_COUNT = re.compile(r"(?:共|合计|总计)\s*(\d+)\s*[个项]|[(](\d+)\s*[个项][)]\s*$")
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年?(?!\d)")
_QUARTER = re.compile(r"(20\d{2})\s*年?度?\s*第?([一二三四1-4])\s*季度")


@dataclass(frozen=True, slots=True)
class Stated:
    """What titles and notes say; None for what they do not say.

    ``period`` is a month (2026-10), a quarter (2026-Q3) or a year (2026).
    """

    area: str | None = None
    period: str | None = None
    measure: str | None = None
    count: int | None = None  # of items


NOTHING_STATED = Stated()


def stated_in(titles: Sequence[str], notes: Sequence[str], plan: Plan) -> Stated:
    """Return what the ``titles`` above a table, and after them the ``notes`` below it, say."""
    return Stated(
        area=area_in((*titles, *notes), plan),
        period=next((period for title in titles if (period := period_of(title))), None),
        measure=measure_in((*titles, *notes)),
        count=next((count for title in titles if (count := count_of(title))), None),
    )


def measure_in(texts: Iterable[str]) -> str | None:
    """Return the first unit of measure that a text states for money.

    >>> measure_in(["单位：个、万元"]), measure_in(["（计量单位:亿元）"]), measure_in(["责任单位"])
    ('万元', '亿元', None)
    >>> measure_in(["注：表中金额均以万元计"]), measure_in(["金额单位：人民币百万元"])
    ('万元', '百万元')
    """
    for text in texts:
        if match := _MEASURE.search(text) or _IN_MEASURE.search(text):
            return match[1]
    return None


def period_of(title: str) -> str | None:
    """Return the month a title states, else its quarter, else its year.

    >>> [period_of(t) for t in ("2026年1—10月进展", "2026年第三季度调度表", "2026年度项目库")]
    ['2026-10', '2026-Q3', '2026']
    >>> period_of("截至2026年9月底"), period_of("“十四五”规划项目表")
    ('2026-09', None)
    """
    plain = fold(title)
    if months := months_in(plain):
        return str(months[-1])
    if quarter := _QUARTER.search(plain):
        number = quarter[2].translate(str.maketrans("一二三四", "1234"))
        return f"{quarter[1]}-Q{number}"
    year = _YEAR.search(plain)
    return year[1] if year else None


def count_of(title: str) -> int | None:
    """Return how many items a title says there are.

    >>> count_of("2026年重点项目（共46项）"), count_of("重点项目清单（12个）"), count_of("10个月")
    (46, 12, None)
    """
    match = _COUNT.search(fold(title))
    return int(match[1] or match[2]) if match else None
