"""Days and months as a person reads them; addresses, CSV and file names keep 2026-10."""

import re
from datetime import datetime

from texts import Texts

_JOINED = "\N{WORD JOINER}"  # has no width; no line ends at it
_COUNTED = re.compile(r"(?<=\d)(?=[年月日])")
_DAY = re.compile(r"(\d{4}\\?-)(\d\d\\?-)(\d\d)")  # as Markdown may have it
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def spoken(written: object, t: Texts) -> str:
    """Say a day or a month that is written as 2026-10-31 or 2026-10; other text stays as it is.

    >>> from datetime import date
    >>> from texts import catalogue
    >>> spoken("2026-10", catalogue("zh")), spoken(date(2026, 10, 5), catalogue("zh"))
    ('2026年10月', '2026年10月5日')
    >>> spoken("2026-10", catalogue("en")), spoken("年底", catalogue("en"))
    ('Oct 2026', '年底')
    """
    found = _MONTH.fullmatch(str(written))
    if found is None:
        return str(written)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not day:
        return t("chart.month_in_full", year=year, month=month)
    return t("page.date", year=year, month=month, day=day)


def moment(at: datetime, t: Texts) -> str:
    """Say a day and the time of it.

    >>> from texts import catalogue
    >>> moment(datetime(2026, 10, 5, 16, 0), catalogue("zh"))
    '2026年10月5日 16:00'
    """
    return f"{spoken(at.date(), t)} {at:%H:%M}"


def unparted(said: str) -> str:
    r"""Return a sentence for a narrow screen in which no line ends within 9月 or 2026-10-31.

    >>> unparted("2027年9月") == "2027年9月", unparted("2027年9月").replace("\u2060", "")
    (False, '2027年9月')
    """
    joined = _COUNTED.sub(_JOINED, said)
    return _DAY.sub(rf"\g<1>{_JOINED}\g<2>{_JOINED}\g<3>", joined)
