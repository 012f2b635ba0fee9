"""What a row beside the data is: a total, a part of it, the heading of a group, or a note."""

import re
from dataclasses import dataclass
from enum import Enum

from ingest.tables import RawRow

_AFTER = r"(?:[(（:：\d].*)?"
_NUMBER = re.compile(r"[-+]?[\d,，.]+%?|[/—–-]+|(?:项目数?|共)?\s*\d+\s*[项个]")
_COUNT = re.compile(r"(\d+)\s*[项个](?!月)")
_NUMERAL = 3  # characters of a lone 二十一, whose heading stands in the cell beside it
_COUNTED = 4  # first texts of a row; a count stands in its label or right beside it


class Beside(Enum):
    """What stands between the rows of data."""

    TOTAL = re.compile(rf"(?:合\s*计|总\s*计|共\s*计){_AFTER}", re.DOTALL)
    SUBTOTAL = re.compile(rf"小\s*计{_AFTER}", re.DOTALL)
    PART = re.compile(rf"其\s*中{_AFTER}", re.DOTALL)
    GROUP = re.compile(r"[一二三四五六七八九十]{1,3}(?:[、.．].*)?", re.DOTALL)
    SUBGROUP = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）].*", re.DOTALL)
    NOTE = re.compile(
        rf"(?:累\s*计|平均){_AFTER}|共\s*\d+\s*[项个].*|以下空白|以下无正文|"
        r"(?:注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|填报单位|填表单位|单位负责人|"
        r"分管领导|审核人?|制表人?|填报人|填表人|联系人|联系电话|填报日期|填报时间)"
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
        counts = (_COUNT.search(text) for text in texts)
        return next((int(count[1]) for count in counts if count), None)


def mark_of(row: RawRow) -> Mark | None:
    """Return what a row is when it is not data by its first text alone.

    A numbered heading with anything but figures beside it may well be data.

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
    numbered = what in {Beside.GROUP, Beside.SUBGROUP} and len(filled[0]) > _NUMERAL
    if numbered and not all(map(_NUMBER.fullmatch, filled[1:])):
        return None
    named = [text for text in filled[:2] if not _NUMBER.fullmatch(text)]
    return Mark(row, what, " ".join(named) if what is Beside.GROUP else filled[0])
