"""Saying a finding as one sentence, with its place spelled the same way every time."""

import re

from domain.findings import Finding
from texts import Texts

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
    if advice := finding.more.get("advice"):
        shown["advice"] = t(f"finding.{advice}")
    return t(finding.text_key, place=place(finding, t), **shown)


def place(finding: Finding, t: Texts) -> str:
    """Return where the doubt is: the sheet if it has a name, the row, the header."""
    part = "file" if finding.row is None else "cell" if finding.column else "row"
    if finding.sheet is not None:
        part = f"sheet_{part}".removesuffix("_file")
    header = _BREAK.sub("", finding.column or "")
    return t(f"finding.place_{part}", sheet=finding.sheet, row=finding.row, column=header)
