"""Saying a finding as one sentence, with its place spelled the same way every time."""

import re
from collections.abc import Iterable
from decimal import Decimal

from domain.findings import Finding
from domain.money import YUAN_PER_WAN, YUAN_PER_YI
from ingest.characters import visible
from texts import Texts
from texts.amounts import said_amount

_ENTRIES = frozenset({"advice", "what"})  # they name another sentence of the catalogue
_MONEY = re.compile(r"(\d+(?:\.\d+)?) ?(亿元|万元|元)")
_YUAN_PER = {"亿元": YUAN_PER_YI, "万元": YUAN_PER_WAN, "元": 1}
_BREAK = re.compile(r"\s*\n\s*")  # headers of narrow columns are broken over lines


def sentence(finding: Finding, t: Texts) -> str:
    """Return the finding as a sentence; headers stay as the sheet spells them.

    So do its amounts, which an English sentence then reads in millions.

    >>> from ingest.codes import Code, found
    >>> from texts import catalogue
    >>> sentence(found(Code.W_HIDDEN_ROWS, 4), catalogue("en"))
    'Row 4: the row is hidden and was read all the same; delete it if it is not wanted.'
    """
    named = {"value": finding.value, **finding.more}
    shown = {name: " ".join(text.split()) or t("finding.nothing") for name, text in named.items()}
    readings = _readings(shown.values(), t)
    shown = {name: readings.get(text, text) for name, text in shown.items()}
    near = finding.more.get("hint", "")
    shown["hint"] = t("finding.hint", near=near) if near else ""
    hidden = finding.more.get("hidden", "")
    shown["hidden"] = t("finding.hidden", names=hidden) if hidden else ""
    for name in _ENTRIES & finding.more.keys():
        shown[name] = t(f"finding.{finding.more[name]}", **shown)
    return _quoted(t(finding.text_key, place=place(finding, t), **shown), readings)


def _readings(amounts: Iterable[str], t: Texts) -> dict[str, str]:
    """Return what English readers read for each amount of a sheet that has its measure with it."""
    found = [_MONEY.fullmatch(amount) for amount in amounts] if t.language == "en" else []
    yuan = {one[0]: Decimal(one[1]) * _YUAN_PER[one[2]] for one in found if one}
    said = {amount: said_amount(int(exact), t, exact=True) for amount, exact in yuan.items()}
    return {amount: t("finding.read_as", amount=amount, said=one) for amount, one in said.items()}


def _quoted(said: str, readings: dict[str, str]) -> str:
    """Put a reading behind the quotation marks: within them stands what the cell says."""
    for amount, read in readings.items():
        said = said.replace(f"“{read}”", read.replace(amount, f"“{amount}”", 1))
    return said


def place(finding: Finding, t: Texts) -> str:
    """Return where the doubt is: the sheet if it has a name, the row, the header."""
    part = "file" if finding.row is None else "cell" if finding.column else "row"
    if finding.sheet is not None:
        part = f"sheet_{part}".removesuffix("_file")
    header = visible(_BREAK.sub("", finding.column or ""))
    sheet = visible(finding.sheet or "")
    return t(f"finding.place_{part}", sheet=sheet, row=finding.row, column=header)
