"""Telling text that an earlier program converted wrongly."""

import re

LOST = "\ufffd"  # what a program writes in place of a character it cannot read
_TRACES = re.compile(r"\ufffd|锟斤|斤拷|烫烫烫|屯屯屯|锘|ï»¿|â€")
_WESTERN = re.compile(r"[ä-é][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,2}")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_ENOUGH = 2  # characters in a row of luck that ordinary text does not have


def is_garbled(text: str) -> bool:
    """Tell whether the text bears the traces of a wrong conversion.

    >>> is_garbled("锟斤拷"), is_garbled("鏈熼棿"), is_garbled("完成桩基施工，café")
    (True, True, False)
    """
    if text.isascii():
        return False
    return bool(_TRACES.search(text)) or len(_WESTERN.findall(text)) > _ENOUGH or _twice(text)


def _twice(text: str) -> bool:
    """Tell whether these are the bytes of UTF-8 that were read as GBK."""
    try:
        original = text.encode("gbk").decode()
    except UnicodeError:
        return False
    return len(_CJK.findall(original)) >= _ENOUGH
