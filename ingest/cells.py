"""Taking single cells out of a row: what a key, a number and free text may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from domain.findings import Finding
from ingest.characters import (
    fold,
    has_private_use,
    reorders_reading,
    trimmed,
    unescaped,
    without_control,
    without_invisible,
)
from ingest.codes import Code, found
from ingest.context import Limits
from ingest.garbling import is_garbled
from ingest.headers import Header
from ingest.numbers import is_placeholder
from ingest.patterns import has_personal_info, is_excel_error
from ingest.tables import RawRow, RawTable

# What nearly every cell consists of, so that only the others are looked at closely: nothing here
# is folded, trimmed, hidden, private, part of an error or a formula.
_ORDINARY_KEY = re.compile(r"[0-9A-Za-z\u4e00-\u9fff._-]*+")
_ORDINARY_TEXT = re.compile(r"[0-9A-Za-z\u4e00-\u9fff，。、；：（）“”《》！？%.,;:()_+/ \n-]*+")
_LONGEST_PLACEHOLDER = 2
_FORMULA_SIGNS = ("'", "=", "+", "-", "@")
_MANY_DIGITS = re.compile(r"\d{11}", re.ASCII)  # fewer are no person's number
_is_garbled = lru_cache(1024)(is_garbled)


@dataclass(slots=True)
class RowCells:
    """One row under its header; every doubt about a cell goes to ``findings``.

    A method returns None for a cell that was refused, and "" for an empty one.
    """

    table: RawTable
    row: RawRow
    header: Header
    limits: Limits
    findings: list[Finding] = field(default_factory=list[Finding])
    supplied: Mapping[str, str] = field(default_factory=dict[str, str])  # by the title
    is_plain: bool = False  # the sheet has no merged cell and no formula: most are read at once

    def add(self, code: Code, column: str, value: str = "", **more: str) -> None:
        """Note a doubt about a cell; a column the sheet does not have is noted once, elsewhere."""
        if not self.has(column):
            return
        self.findings.append(
            found(code, self.row.number, self.label(column), value, sheet=self.table.sheet, **more)
        )

    def label(self, column: str) -> str:
        """Return the standard header of a column."""
        cell = self.header.cell(column)
        return (cell.standard if cell else None) or column

    def has(self, column: str) -> bool:
        """Tell whether the sheet has the column at all."""
        return self.header.position(column) is not None

    def raw(self, column: str) -> str:
        """Return the text of a cell as it stands in the sheet, or what the title supplies."""
        position = self.header.position(column)
        return self.supplied.get(column, "") if position is None else self.row.text(position)

    def key(self, column: str, *, fill_down: bool = False) -> str | None:
        """Return a name, an id or a word that decides, folded and without hidden characters."""
        if self.is_plain:
            read = self.raw(column)
            if _ORDINARY_KEY.fullmatch(read) and len(read) <= self.limits.max_name:
                return read
        typed = self._filled(column) if fill_down else self.raw(column)
        if not typed and not self.has(column):
            return ""
        text = self._allowed(column, typed)
        plain = text if text is None else self._plain_key(column, text)
        if plain is None:
            return None
        if len(plain) > self.limits.max_name:
            return self._too_long(column, plain, self.limits.max_name)
        return plain

    def number(self, column: str) -> str | None:
        """Return the text of a number, folded; merged cells are no number."""
        if not self.is_plain and self._merged(column):
            self.add(Code.E_MERGED_VALUE, column, self.raw(column))
            return None
        return self.key(column)

    def text(self, column: str, limit: int, *, fill_down: bool = False) -> str | None:
        """Return free text as typed but for its ends; a lone dash says nothing."""
        if self.is_plain and self._is_ordinary(read := self.raw(column), limit):
            return self._said(column, read) if read else read
        typed = self._filled(column) if fill_down else self.raw(column)
        if not typed and not self.has(column):
            return ""
        if not fill_down and self._merged(column):
            self.add(Code.N_MERGED_TEXT, column)
        allowed = self._allowed(column, typed)
        if allowed is None:
            return None
        plain = without_control(allowed)
        if plain != allowed:
            self.add(Code.W_CONTROL_CHAR, column, allowed)
        plain = unescaped(trimmed(plain))
        if len(plain) > limit:
            return self._too_long(column, plain, limit)
        return self._said(column, plain) if plain else plain

    def _is_ordinary(self, typed: str, limit: int) -> bool:
        """Tell whether free text needs nothing taken away and nothing looked at but its sense."""
        if not typed:
            return True
        if len(typed) > limit or not _ORDINARY_TEXT.fullmatch(typed):
            return False
        return not (typed[0].isspace() or typed[-1].isspace() or typed.startswith(_FORMULA_SIGNS))

    def _said(self, column: str, plain: str) -> str:
        """Return free text unless it is a lone dash, with what is to be doubted about it."""
        self._doubts_about(column, plain)
        lone = len(plain) <= _LONGEST_PLACEHOLDER and is_placeholder(fold(plain))
        return "" if lone else plain

    def _allowed(self, column: str, typed: str) -> str | None:
        place = (self.row.number, self.header.position(column) or 0)
        text = trimmed(typed)
        problem = Code.E_FORMULA_NO_VALUE if place in self.table.uncomputed else _problem_of(text)
        if problem:
            self.add(problem, column, text)
            return None
        if self.has(column) and place in self.table.computed:
            self.add(Code.W_FORMULA, column, text)
        return text

    def _plain_key(self, column: str, text: str) -> str | None:
        if _ORDINARY_KEY.fullmatch(text):
            return text
        visible = self._visible(column, text)
        return None if visible is None else fold(unescaped(visible.strip())).strip()

    def _visible(self, column: str, text: str) -> str | None:
        if without_control(text) != text:
            self.add(Code.E_CONTROL_CHAR, column, text)
            return None
        seen = without_invisible(text)
        if seen != text:
            self.add(Code.W_INVISIBLE_CHAR, column, seen, typed=text)
        return seen

    def _doubts_about(self, column: str, text: str) -> None:
        if text.startswith("="):
            self.add(Code.W_FORMULA_TEXT, column, text)
        if _MANY_DIGITS.search(text) and has_personal_info(text):
            self.add(Code.W_PERSONAL_INFO, column)
        if _is_garbled(text):
            self.add(Code.W_GARBLED, column, text)
        if not _ORDINARY_TEXT.fullmatch(text) and has_private_use(text):
            self.add(Code.W_PRIVATE_USE, column, text)

    def _too_long(self, column: str, text: str, limit: int) -> None:
        self.add(Code.E_CELL_TOO_LONG, column, text[:20], length=str(len(text)), limit=str(limit))

    def _merged(self, column: str) -> bool:
        position = self.header.position(column)
        return (
            position is not None and self.table.merges.over(self.row.number, position) is not None
        )

    def _filled(self, column: str) -> str:
        position = self.header.position(column)
        if position is None:
            return self.raw(column)
        merge = self.table.merges.over(self.row.number, position)
        if merge is None or merge.left != merge.right or merge.top <= self.header.row.number:
            return self.row.text(position)
        return self.table.text_at(merge.top, position)


def _problem_of(text: str) -> Code | None:
    """Return why no cell may hold such a text, if so."""
    if _ORDINARY_TEXT.fullmatch(text):
        return None
    return (
        (Code.E_EXCEL_ERROR if is_excel_error(text) else None)
        or (Code.E_BIDI_CHAR if reorders_reading(text) else None)
        or (Code.E_CONTROL_CHAR if "\x00" in text else None)
    )
