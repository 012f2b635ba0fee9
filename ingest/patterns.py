"""What the whole text of a cell can be that nobody meant to write there."""

import re

_EXCEL_ERROR = re.compile(r"#(REF!|DIV/0!|VALUE!|N/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)")
_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)",
    re.ASCII,
)
_MOBILE = re.compile(r"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)", re.ASCII)


def is_excel_error(text: str) -> bool:
    """Tell whether the cell shows an error in place of a value.

    >>> is_excel_error("#REF!"), is_excel_error("#1")
    (True, False)
    """
    return _EXCEL_ERROR.fullmatch(text) is not None


def has_personal_info(text: str) -> bool:
    """Tell whether the text seems to hold an identity number or a mobile number.

    >>> has_personal_info("张伟13800138000"), has_personal_info("合同20261011223344556677")
    (True, False)
    """
    return _IDENTITY.search(text) is not None or _MOBILE.search(text) is not None
