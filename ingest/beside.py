"""What a row beside the data is: a total, a part of it, the heading of a group, or a note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ingest.tables import RawRow

_OURS = r"Total \(\d+ items\)"  # what our own workbooks write in English
_AFTER = r"(?:[(（:：\d].*)?"
_NUMBER = re.compile(r"[-+]?[\d,，.]+%?|[/—–-]+|(?:项目数?|共)?\s*\d+\s*[项个]")
_COUNT = re.compile(r"(\d+)\s*(?:[项个](?!月)|items)")
_COUNT_NOTE = re.compile(r"[共计]\s*\d+\s*[项个]")
_NUMERAL = 3  # characters of a lone 二十一, whose heading stands in the cell beside it
_COUNTED = 4  # first texts of a row; a count stands in its label or right beside it
_WORD = re.compile(r"[\u4e00-\u9fff]")
_LONE = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?")
_WHOLE = "全本各总项目区市县省镇乡街道园"  # 全区合计 is about all, 交通合计 about a part
_SIGNED = r"(?:\s*[(（](?:签字|签章|签名|盖章|公章|单位盖章)[)）])"


class Beside(Enum):
    """What stands between the rows of data."""

    TOTAL = re.compile(
        rf"[{_WHOLE}]{{0,4}}(?:合\s*计|总\s*计|共\s*计|总合计){_AFTER}|{_OURS}", re.DOTALL
    )
    SUBTOTAL = re.compile(rf"[^:：。；]{{0,12}}(?:小\s*计|合\s*计){_AFTER}", re.DOTALL)
    PART = re.compile(rf"其\s*中{_AFTER}", re.DOTALL)
    GROUP = re.compile(r"[一二三四五六七八九十]{1,3}(?:[、.．].*)?", re.DOTALL)
    SUBGROUP = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）].*", re.DOTALL)
    HEADING = re.compile(r"(?!)")  # told by its place alone, see ``heading_of``
    NOTE = re.compile(
        rf"(?:累\s*计|平均){_AFTER}|[共计]\s*\d+\s*[项个].*|以下空白|以下无正文|"
        rf"[^:：。；]{{2,10}}{_SIGNED}\s*[:：]?.*|[※＊].*|"
        r"(?:注|Note|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|填报单位|填表单位|单位负责人|"
        r"分管领导|审核人?|制表人?|填报人|填表人|联系人|联系电话|填报日期|填报时间|负责人|主要负责人|"
        r"分管负责人|填表日期|制表日期|制表单位|报送单位|审核|复核人?|签发人?|经办人|电话)"
        r"\s*\d?\s*(?:[(（][^)）]{0,8}[)）])?\s*[:：].*",
        re.DOTALL,
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A row that is no data; ``label`` is what it calls itself."""

    row: RawRow
    what: Beside
    label: str

    @property
    def stated(self) -> int | None:
        """How many items the row says there are.

        >>> Mark(RawRow(3, ("合计", "", "项目数46个")), Beside.TOTAL, "合计").stated
        46
        >>> Mark(RawRow(3, ("合计", "工期10个月")), Beside.TOTAL, "合计").stated is None
        True
        """
        texts = [cell for cell in self.row.cells if cell.strip()][:_COUNTED]
        if self.what is Beside.NOTE:
            texts = [text for text in texts[:1] if _COUNT_NOTE.match(text.strip())]
        counts = (_COUNT.search(text) for text in texts)
        return next((int(count[1]) for count in counts if count), None)


def mark_of(row: RawRow, *, numerals_count: bool = True) -> Mark | None:
    """Return what a row is when it is not data by its first text alone.

    A numbered heading with anything but figures beside it may well be data. Where the rows of
    data themselves bear Chinese numerals, ``numerals_count`` says that a lone one is no heading.

    >>> [mark_of(RawRow(1, (text,))).what.name for text in ("合 计", "（一）在建（1项）", "注：略")]
    ['TOTAL', 'SUBGROUP', 'NOTE']
    >>> mark_of(RawRow(1, ("一、交通5项", "", "1", "1"))).what.name
    'GROUP'
    >>> mark_of(RawRow(1, ("一、交通5项", "关堤乡"))) is None
    True
    """
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    what = next((one for one in Beside if one.value.fullmatch(filled[0])), None)
    if what is None:
        return None
    if what in {Beside.GROUP, Beside.SUBGROUP}:
        alone = len(filled[0]) <= _NUMERAL
        beside = filled[2:] if alone else filled[1:]
        if (alone and not numerals_count) or not all(map(_NUMBER.fullmatch, beside)):
            return None
    named = [text for text in filled[:2] if not _NUMBER.fullmatch(text)]
    headed = what in {Beside.GROUP, Beside.SUBGROUP}
    return Mark(row, what, " ".join(named) if headed else filled[0])


def has_lone_numeral(rows: Sequence[RawRow], first_row: int, column: int) -> bool:
    """Tell whether most rows below a header are numbered 一、二、三 and none of them 1, 2, 3.

    >>> has_lone_numeral([RawRow(2, ("一", "码头")), RawRow(3, ("（二）", "船坞"))], 1, 0)
    True
    >>> has_lone_numeral([RawRow(2, ("一", "交通")), RawRow(3, ("1", "船坞"))], 1, 0)
    False
    """
    numerals = others = 0
    for row in rows:
        if row.number <= first_row:
            continue
        text = row.text(column).strip()
        if text.isascii() and text.isdigit():
            return False
        is_numeral = _LONE.fullmatch(text) is not None
        numerals, others = numerals + is_numeral, others + (not is_numeral)
    return numerals > max(others, 1)


def mark_after(row: RawRow, above: Mark) -> Mark | None:
    """Return what a row is that only goes on with the one above: 其中 and notes run on.

    >>> part = Mark(RawRow(3, ("其中：新开工", "5个", "30")), Beside.PART, "其中：新开工")
    >>> mark_after(RawRow(4, ("续建", "8个", "70")), part).what.name
    'PART'
    >>> mark_after(RawRow(4, ("1", "码头", "70")), part) is None
    True
    """
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if row.number != above.row.number + 1 or _NUMBER.fullmatch(filled[0]):
        return None
    figures = len(filled) > 1 and all(map(_NUMBER.fullmatch, filled[1:]))
    if above.what is Beside.PART and figures:
        return Mark(row, Beside.PART, filled[0])
    if above.what is Beside.NOTE and len(filled) == 1:
        return Mark(row, Beside.NOTE, filled[0])
    return None


def heading_of(row: RawRow) -> Mark | None:
    """Return an unnumbered heading: one text, and at most figures beside it.

    >>> heading_of(RawRow(3, ("续建项目（5个）", "", "", "30"))).label
    '续建项目（5个）'
    >>> heading_of(RawRow(3, ("14", "", ""))), heading_of(RawRow(3, ("N3", "", "1")))
    (None, None)
    """
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    worded = len(_WORD.findall(filled[0])) > 1
    if not worded or not all(map(_NUMBER.fullmatch, filled[1:])):
        return None
    return Mark(row, Beside.HEADING, filled[0])
