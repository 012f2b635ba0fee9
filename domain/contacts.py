"""Phone and identity numbers that people write into their texts, hidden but for their ends."""

import re

_NOT_MONEY = r"(?!\s*[\d万亿元]|\.\d)"  # 13800138000元 is an amount
_BETWEEN = "[-－ ]?"
_SAID = "(?:电话|手机|座机|联系方式|[Tt][Ee][Ll]|[Pp]hone)"
_NUMBERS = tuple(
    re.compile(pattern + _NOT_MONEY)
    for pattern in (
        r"(?<![\d.])(\d{3})\d{13}(\d[\dXxＸ])",  # identity card
        rf"(?<![\d.])((?:[+＋]?86{_BETWEEN})?[1１][3-9３-９]\d){_BETWEEN}\d{{4}}{_BETWEEN}(\d{{4}})",
        rf"(?<![\d.])([(（]?[0０]\d{{2,3}}[)）]?{_BETWEEN})\d{{5,6}}(\d{{2}})",  # with its area
        rf"({_SAID}\D{{0,4}})\d{{5,6}}(\d{{2}})",  # without
    )
)
_HIDDEN = r"\1****\2"


def masked(text: str) -> str:
    """Return the text with every phone and identity number hidden but for its ends.

    >>> masked("联系人王芳13812345678，完成投资12000万元")
    '联系人王芳138****5678，完成投资12000万元'
    >>> masked("0373-3051234，身份证410702199001011234")
    '0373-****34，身份证410****34'
    >>> masked("累计投资13800138000元，2026年10月完成61.5%")
    '累计投资13800138000元，2026年10月完成61.5%'
    """
    for numbers in _NUMBERS:
        text = numbers.sub(_HIDDEN, text)
    return text
