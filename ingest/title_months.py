"""The months that a title names, in the spellings of titles."""

import re

from domain.periods import Period
from ingest.characters import fold

_THROUGH = r"(?:0?1\s*月?\s*[-~至到—–]+\s*)?(?P<month>1[0-2]|0?[1-9])"
_MONTH = re.compile(
    rf"(?P<year>20\d{{2}})\s*(?:年\s*{_THROUGH}\s*月|[.]\s*{_THROUGH.replace('month', 'dotted')}"
    r"(?:\s*月|(?!\s*[\d.~年至到—–-]))|年度?\s*(?P<part>上半年|前三季度))"
)
_FILLED_ON = re.compile(
    r"(?:填报|填表|制表|报送|打印|编制|印发)(?:日期|时间)\s*[:：]?\s*[\d年月日./-]+"
)
_LAST = {"上半年": 6, "前三季度": 9}


def months_in(title: str) -> tuple[Period, ...]:
    """Return the months a title names; of a span from January its last.

    >>> [str(month) for month in months_in("滨江新区2026年1—10月重点项目进展情况")]
    ['2026-10']
    >>> [str(*months_in(text)) for text in ("进展（2026.10）", "2026年上半年", "2026.1-10月")]
    ['2026-10', '2026-06', '2026-10']
    >>> [months_in(text) for text in ("2026年度项目", "2026年第3季度", "填报日期：2026年11月5日")]
    [(), (), ()]
    """
    found_in = _MONTH.finditer(_FILLED_ON.sub("", fold(title)))
    return tuple(Period(int(one["year"]), _month(one)) for one in found_in)


def _month(match: re.Match[str]) -> int:
    return _LAST.get(match["part"]) or int(match["month"] or match["dotted"])
