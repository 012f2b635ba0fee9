"""Saying a finding as one sentence, with its place spelled the same way every time."""

import re

from domain.findings import Finding
from ingest.characters import visible
from texts import Texts

_ENTRIES = frozenset({"advice", "what"})  # they name another sentence of the catalogue
_BREAK = re.compile(r"\s*\n\s*")  # headers of narrow columns are broken over lines


def sentence(finding: Finding, t: Texts) -> str:
    """Return the finding as a sentence; headers stay as the sheet spells them.

    >>> from ingest.codes import Code, found
    >>> from texts import catalogue
    >>> sentence(found(Code.W_HIDDEN_ROWS, 4), catalogue("en"))
    'Row 4: the row is hidden and was read all the same; delete it if it is not wanted.'
    """
    named = {"value": finding.value, **finding.more}
    shown = {name: " ".join(text.split()) or t("finding.nothing") for name, text in named.items()}
    near = finding.more.get("hint", "")
    shown["hint"] = t("finding.hint", near=near) if near else ""
    hidden = finding.more.get("hidden", "")
    shown["hidden"] = t("finding.hidden", names=hidden) if hidden else ""
    for name in _ENTRIES & finding.more.keys():
        shown[name] = t(f"finding.{finding.more[name]}", **shown)
    return t(finding.text_key, place=place(finding, t), **shown)


def place(finding: Finding, t: Texts) -> str:
    """Return where the doubt is: the sheet if it has a name, the row, the header."""
    part = "file" if finding.row is None else "cell" if finding.column else "row"
    if finding.sheet is not None:
        part = f"sheet_{part}".removesuffix("_file")
    header = visible(_BREAK.sub("", finding.column or ""))
    sheet = visible(finding.sheet or "")
    return t(f"finding.place_{part}", sheet=sheet, row=finding.row, column=header)
